using DigestSearch.Reviews;

namespace DigestSearch.Search.Facets;

/// <summary>Counts of label numbers to the labels that are answered: years whole and falling, others by count, then label; selected ones always.</summary>
internal sealed class FacetReport
{
    private const string Root = "";

    private readonly Dimension dimension;
    private readonly LabelTable table;
    private readonly Selection? selection;
    private readonly int size;
    private readonly Func<string, int, bool>? among;
    private readonly bool tree;
    private readonly LabelOrder order;
    private readonly HashSet<string> forced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CountedLabel>> byParent = new(StringComparer.Ordinal);

    private int listed;

    private FacetReport(Dimension dimension, LabelTable table, Selection? selection, int size, Func<string, int, bool>? among)
    {
        this.dimension = dimension;
        this.table = table;
        this.selection = selection;
        this.size = dimension is Dimension.Year ? int.MaxValue : size;
        this.among = among;
        tree = among is null && Dimensions.IsTree(dimension);
        order = new LabelOrder(dimension);
    }

    public static Facet Of(Dimension dimension, LabelCounts counts, Selection? selection, int size, LabelTable table)
    {
        var report = new FacetReport(dimension, table, selection, size, null);
        report.Count(counts);
        report.AddSelected(counts);
        return new Facet(dimension, report.Level(Root));
    }

    /// <summary>Some labels in one list, trees too, and how many there are.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="counts">Counts of label numbers.</param>
    /// <param name="selection">What is selected, listed whatever the size.</param>
    /// <param name="size">Most labels of the list.</param>
    /// <param name="table">The labels.</param>
    /// <param name="among">Whether a label, as it is indexed and by its number, is one of them.</param>
    public static (IReadOnlyList<FacetLabel> Labels, int Total) Flat(Dimension dimension, LabelCounts counts, Selection? selection, int size, LabelTable table, Func<string, int, bool> among)
    {
        var report = new FacetReport(dimension, table, selection, size, among);
        report.Count(counts);
        report.AddSelected(counts);
        return (report.Level(Root), report.listed);
    }

    // Of many roots few are answered: a bounded heap keeps the best of them.
    private void Count(LabelCounts counts)
    {
        var best = new PriorityQueue<CountedLabel, CountedLabel>(order.WorstFirst);
        var below = new List<int>();
        var (least, last) = (0, ulong.MaxValue); // Count and name of the worst in the heap, where it is full.
        var byCount = dimension is not Dimension.Year;
        foreach (var number in counts.Counted)
        {
            if (among?.Invoke(table[number], number) is false) continue;
            listed++;
            if (tree && table.Parent(number) >= 0)
            {
                below.Add(number);
                continue;
            }
            var count = counts[number];
            if (best.Count == size && byCount && (count < least || (count == least && table.Beginning(number) > last))) continue;
            var label = new CountedLabel(table[number], count, number);
            if (best.Count < size) best.Enqueue(label, label);
            else if (size > 0 && order.Compare(label, best.Peek()) < 0) best.DequeueEnqueue(label, label);
            if (best.Count == size && size > 0) (least, last) = (best.Peek().Count, table.Beginning(best.Peek().Number));
        }
        Below(Root).AddRange(best.UnorderedItems.Select(item => item.Element));
        AddBelow(below, counts);
    }

    // Only what is below a root that is answered is looked at any further.
    private void AddBelow(List<int> below, LabelCounts counts)
    {
        if (below.Count == 0) return;
        var answered = Below(Root).Select(root => root.Number).ToHashSet();
        foreach (var value in selection?.Values ?? new HashSet<string>())
            if (table.Find(value) is var number and >= 0) answered.Add(table.RootOf(number));
        foreach (var number in below)
            if (answered.Contains(table.RootOf(number))) Below(table[table.Parent(number)]).Add(new CountedLabel(table[number], counts[number], number));
    }

    private void AddSelected(LabelCounts counts)
    {
        foreach (var value in selection?.Values ?? new HashSet<string>())
            foreach (var path in tree ? LabelPath.SelfAndAncestors(value) : [value])
            {
                if (!forced.Add(path)) continue;
                var number = table.Find(path) is var known and >= 0 && counts[known] > 0 ? known : -1;
                var label = number < 0 ? new CountedLabel(Dimensions.Indexed(dimension, path), 0, -1) : new CountedLabel(table[number], counts[number], number);
                if (among?.Invoke(label.Indexed, number) is false) continue;
                if (label.Count == 0) listed++;
                var siblings = Below(tree ? LabelPath.Parent(path) ?? Root : Root);
                if (!siblings.Exists(sibling => sibling.Indexed == label.Indexed)) siblings.Add(label);
            }
    }

    private FacetLabel[] Level(string parent)
    {
        if (!byParent.TryGetValue(parent, out var labels)) return [];
        labels.Sort(order);
        var answered = new List<FacetLabel>();
        foreach (var (at, label) in labels.Index())
        {
            var value = Dimensions.Value(dimension, label.Indexed);
            if (at >= size && !forced.Contains(value)) continue;
            var selected = label.Number < 0 ? selection!.Values.Contains(value) : selection?.Has(label.Number) is true;
            answered.Add(new FacetLabel(value, Dimensions.Label(dimension, label.Indexed), label.Count, selected, tree ? Level(label.Indexed) : []));
        }
        return [.. answered];
    }

    private List<CountedLabel> Below(string parent)
    {
        if (byParent.TryGetValue(parent, out var labels)) return labels;
        return byParent[parent] = [];
    }
}
