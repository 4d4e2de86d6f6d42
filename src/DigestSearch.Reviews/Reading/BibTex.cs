using System.Globalization;
using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The BibTeX entry by which a review asks to cite its paper.</summary>
internal sealed partial record BibTex(string? Title, IReadOnlyList<string> Authors, int? Year)
{
    private const int LengthLimit = 8_000;

    [GeneratedRegex(@"^\s*@[a-z]+\s*\{", Pattern.AnyCase)]
    private static partial Regex Start { get; }

    [GeneratedRegex("\\bauthor\\s*=\\s*[{\"]([^}\"]+)[}\"]", Pattern.AnyCase)]
    private static partial Regex Author { get; }

    [GeneratedRegex("\\btitle\\s*=\\s*[{\"]((?:[^{}\"]|\\{[^{}]*\\})+)[}\"]", Pattern.AnyCase)]
    private static partial Regex Titled { get; }

    [GeneratedRegex("\\byear\\s*=\\s*[{\"]?((?:19|20)\\d\\d)", Pattern.AnyCase)]
    private static partial Regex Published { get; }

    [GeneratedRegex(@"\s+and\s+", Pattern.AnyCase)]
    private static partial Regex And { get; }

    /// <summary>The only entry of some blocks; null where there is none, or several, which are references.</summary>
    public static BibTex? Find(IEnumerable<Block> blocks)
    {
        var entries = blocks.Where(block => block.Kind is BlockKind.Code && block.Text.Text.Length <= LengthLimit && Start.IsMatch(block.Text.Text)).Take(2).ToList();
        if (entries is not [var entry] || entry.Text.Text.Count('@') > 1 && entry.Text.Text.Contains("\n@", StringComparison.Ordinal)) return null;
        var names = Author.Match(entry.Text.Text) is { Success: true } author ? NamesOf(author.Groups[1].Value) : [];
        return new BibTex(Titled.Match(entry.Text.Text) is { Success: true } title ? RichText.Of(title.Groups[1].Value.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)).Plain : null, names, Published.Match(entry.Text.Text) is { Success: true } year ? int.Parse(year.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Whether the entry is of the paper with a title, and not one to cite beside it.</summary>
    public bool Names(string title) => Title is not null && Folding.Fold(Title) is { Length: > 0 } own && Folding.Fold(title) is { Length: > 0 } other && (own == other || own.Split(' ').Length > 2 && other.Split(' ').Length > 2 && (own.Contains(other, StringComparison.Ordinal) || other.Contains(own, StringComparison.Ordinal)));

    // A title in another language than the entry's may still be its paper's.
    public ReviewDraft Fill(ReviewDraft draft) => Title is not null && !Names(draft.Title) && !draft.Title.Any(character => character is >= '\u0400' and <= '\u052f') ? draft :
        (draft with { Authors = draft.Authors.Count > 0 ? draft.Authors : Authors, Year = draft.Year ?? Year }).By("the BibTeX entry of the text", draft);

    // By the manual names are joined by “and”; people join them by commas too, and then more than one comma is between names.
    private static List<string> NamesOf(string text)
    {
        var names = And.Split(text);
        if (names is [var all] && all.Count(',') > 1) names = all.Split(',');
        return [.. names.Select(NameOf).Where(name => name.Length > 0 && name is not "others")];
    }

    // «Example, Ada» is Ada Example.
    private static string NameOf(string text)
    {
        var parts = RichText.Of(text).Plain.Replace('\n', ' ').Split(',', 2);
        return (parts.Length == 2 ? parts[1].Trim() + " " + parts[0].Trim() : parts[0]).Trim();
    }
}
