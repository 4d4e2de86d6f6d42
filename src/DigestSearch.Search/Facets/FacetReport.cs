using DigestSearch.Reviews;

namespace DigestSearch.Search.Facets;

/// <summary>Counts of label numbers to the labels that are answered: years whole and falling, others by count, then label; selected ones always.</summary>
internal static class FacetReport
{
    public static Facet Of(Dimension dimension, ReadOnlySpan<int> counts, ReviewQuery query, LabelTable table)
    {
        var nodes = Nodes(dimension, counts, query, table);
        return new Facet(dimension, Level(dimension, null, nodes.ToLookup(node => node.Parent, StringComparer.Ordinal), query.FacetSize));
    }

    private sealed record Node(string Indexed, string Value, string Label, int Count, bool Selected, string? Parent);

    private static List<Node> Nodes(Dimension dimension, ReadOnlySpan<int> counts, ReviewQuery query, LabelTable table)
    {
        var nodes = new List<Node>();
        // Few of many labels are answered, so in a flat dimension a label below the least of the best so far is passed over at once.
        var floor = new CountFloor(table.Tree || dimension is Dimension.Year ? int.MaxValue : query.FacetSize);
        for (var label = 0; label < counts.Length; label++)
            if (counts[label] > 0 && floor.Admits(counts[label])) nodes.Add(ToNode(dimension, table[label], counts[label], query));
        AddSelected(dimension, counts, query, table, nodes);
        return nodes;
    }

    private static Node ToNode(Dimension dimension, string indexed, int count, ReviewQuery query) => new(
        indexed, Dimensions.Value(dimension, indexed), Dimensions.Label(dimension, indexed), count,
        Selection.IsSelected(query, dimension, indexed), Dimensions.IsTree(dimension) ? LabelPath.Parent(indexed) : null);

    private static void AddSelected(Dimension dimension, ReadOnlySpan<int> counts, ReviewQuery query, LabelTable table, List<Node> nodes)
    {
        if (dimension is Dimension.Year || !query.Selections.TryGetValue(dimension, out var selected)) return;
        var listed = nodes.Select(node => node.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var value in selected)
            foreach (var path in table.Tree ? LabelPath.SelfAndAncestors(value) : [value])
            {
                if (!listed.Add(path)) continue;
                var label = Find(dimension, path, table);
                var count = label >= 0 && label < counts.Length ? counts[label] : 0;
                var indexed = label >= 0 ? table[label] : dimension is Dimension.Digest ? DigestSearch.Indexing.DigestLabel.Of(path, path) : path;
                nodes.Add(ToNode(dimension, indexed, count, query));
            }
    }

    private static int Find(Dimension dimension, string value, LabelTable table)
    {
        if (dimension is not Dimension.Digest) return table.Find(value);
        for (var label = 0; label < table.Count; label++)
            if (Dimensions.Value(dimension, table[label]) == value) return label;
        return -1;
    }

    private static List<FacetLabel> Level(Dimension dimension, string? parent, ILookup<string?, Node> byParent, int size)
    {
        var all = byParent[parent];
        var sorted = dimension is Dimension.Year
            ? all.OrderByDescending(node => node.Value, StringComparer.Ordinal)
            : all.OrderByDescending(node => node.Count).ThenBy(node => node.Label, StringComparer.Ordinal).ThenBy(node => node.Value, StringComparer.Ordinal);
        var labels = new List<FacetLabel>();
        foreach (var (at, node) in sorted.Index())
        {
            var children = Dimensions.IsTree(dimension) ? Level(dimension, node.Indexed, byParent, size) : [];
            if (at < size || dimension is Dimension.Year || node.Selected || children.Exists(IsSelectedWithin))
                labels.Add(new FacetLabel(node.Value, node.Label, node.Count, node.Selected, children));
        }
        return labels;
    }

    private static bool IsSelectedWithin(FacetLabel label) => label.Selected || label.Children.Any(IsSelectedWithin);

    // The smallest of the k largest counts so far.
    private sealed class CountFloor(int size)
    {
        private readonly PriorityQueue<int, int> largest = new();

        public bool Admits(int count)
        {
            if (size == int.MaxValue) return true;
            if (largest.Count < size)
            {
                largest.Enqueue(count, count);
                return true;
            }
            if (size == 0 || count < largest.Peek()) return false;
            if (count > largest.Peek()) largest.DequeueEnqueue(count, count);
            return true;
        }
    }
}
