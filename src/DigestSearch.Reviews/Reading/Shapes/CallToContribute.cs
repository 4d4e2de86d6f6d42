using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>What asks readers to write, to subscribe or to pay: no part of a review.</summary>
internal static partial class CallToContribute
{
    [GeneratedRegex(@"^[^\p{L}\p{N}]*(contribute|contributions? welcome|add (a |your )?(summary|review|link)|help wanted|write (a |the )?(summary|review)|edit|todo|tbd|coming soon|дополнить|добавить|написать обзор|скоро)[^\p{L}\p{N}]*$", Pattern.AnyCase)]
    private static partial Regex Words { get; }

    public static bool Is(RichText text) => text.Text.Length <= 60 && Words.IsMatch(text.Plain);

    public static bool Is(ReviewLink link) => link.Label.Length <= 60 && Words.IsMatch(link.Label);
}
