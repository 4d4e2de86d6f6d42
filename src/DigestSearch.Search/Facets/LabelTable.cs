using DigestSearch.Indexing;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Facets;

/// <summary>
/// Numbers for the labels of one dimension, the same in all segments and snapshots of a lineage. It only grows, so that what a segment
/// once counted stays right across refreshes; a label that nothing holds any more merely counts nothing.
/// </summary>
internal sealed class LabelTable(bool tree)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);
    private string[] values = new string[64];
    private int count;

    /// <summary>Whether labels are paths.</summary>
    public bool Tree => tree;

    /// <summary>How many labels there are; a reader of an older snapshot may see more than it counts.</summary>
    public int Count => Volatile.Read(ref count);

    public string this[int ordinal] => Volatile.Read(ref values)[ordinal];

    /// <summary>The number of a label, given when it is new; a path brings its ancestors.</summary>
    public int Add(string value)
    {
        lock (gate)
        {
            if (tree && LabelPath.Parent(value) is { } parent) AddOne(parent);
            return AddOne(value);
        }
    }

    /// <summary>The number of a label, -1 when there is none.</summary>
    public int Find(string value)
    {
        lock (gate) return ordinals.TryGetValue(value, out var ordinal) ? ordinal : -1;
    }

    private int AddOne(string value)
    {
        if (ordinals.TryGetValue(value, out var known)) return known;
        if (count == values.Length)
        {
            var grown = new string[count * 2];
            values.CopyTo(grown, 0);
            Volatile.Write(ref values, grown);
        }
        values[count] = value;
        ordinals.Add(value, count);
        Volatile.Write(ref count, count + 1);
        return count - 1;
    }
}

/// <summary>The label tables of all dimensions.</summary>
internal sealed class LabelTables
{
    private readonly LabelTable[] tables =
        [.. Dimensions.All.Select(dimension => new LabelTable(Dimensions.IsTree(dimension)))];

    public LabelTable this[Dimension dimension] => tables[(int)dimension];
}

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

    /// <summary>What is shown for an indexed label.</summary>
    public static string Label(Dimension dimension, string indexed) => dimension switch
    {
        Dimension.Digest => DigestLabel.Split(indexed).Title,
        Dimension.Lab or Dimension.Topic => LabelPath.Leaf(indexed),
        _ => indexed,
    };
}
