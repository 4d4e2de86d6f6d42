using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Facets;

/// <summary>Facts of the dimensions.</summary>
internal static class Dimensions
{
    public static IReadOnlyList<Dimension> All { get; } = Enum.GetValues<Dimension>();

    public static bool IsTree(Dimension dimension) => dimension is Dimension.Lab or Dimension.Topic;

    public static ReviewField Field(Dimension dimension) => dimension switch
    {
        Dimension.Year => ReviewFields.YearFacet,
        Dimension.Lab => ReviewFields.LabFacet,
        Dimension.Topic => ReviewFields.TopicFacet,
        Dimension.Author => ReviewFields.AuthorFacet,
        Dimension.Reviewer => ReviewFields.ReviewerFacet,
        Dimension.Venue => ReviewFields.VenueFacet,
        Dimension.Language => ReviewFields.LanguageFacet,
        Dimension.Digest => ReviewFields.DigestFacet,
        Dimension.Has => ReviewFields.HasFacet,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    /// <summary>What selects an indexed label: a digest is selected by its id, everything else by itself.</summary>
    public static string Value(Dimension dimension, string indexed) =>
        dimension is Dimension.Digest ? DigestLabel.Split(indexed).Id : indexed;

    /// <summary>The indexed form of a value that no review has.</summary>
    public static string Indexed(Dimension dimension, string value) =>
        dimension is Dimension.Digest ? DigestLabel.Of(value, value) : value;

    /// <summary>The number of an indexed year.</summary>
    public static int YearOf(string indexed) => int.Parse(indexed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>What is shown for an indexed label.</summary>
    public static string Label(Dimension dimension, string indexed) => dimension switch
    {
        Dimension.Digest => DigestLabel.Split(indexed).Title,
        Dimension.Lab or Dimension.Topic => LabelPath.Leaf(indexed),
        _ => indexed,
    };
}
