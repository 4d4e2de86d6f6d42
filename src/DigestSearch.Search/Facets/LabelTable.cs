using DigestSearch.Reviews;

namespace DigestSearch.Search.Facets;

/// <summary>
/// Numbers for the labels of one dimension, the same in all segments and snapshots of a lineage. It only grows, so that what a segment
/// once counted stays right across refreshes; a label that nothing holds any more merely counts nothing.
/// </summary>
internal sealed class LabelTable(Dimension dimension)
{
    private readonly Lock gate = new();

    // By the value that selects it: a digest that got another title is the same label with a new name.
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private Row[] rows = new Row[64];
    private int count;
    private int renamed;

    private readonly record struct Row(string Indexed, int Parent, ulong Beginning);

    /// <summary>How many labels there are; a reader of an older snapshot may see more than it counts.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>How often a label got another name.</summary>
    public int Renamed => Volatile.Read(ref renamed);

    /// <summary>The label as it is indexed.</summary>
    public string this[int number] => Volatile.Read(ref rows)[number].Indexed;

    /// <summary>The first four letters of a label's name as a number: what is less comes first, what is equal may come in any order.</summary>
    public ulong Beginning(int number) => Volatile.Read(ref rows)[number].Beginning;

    /// <summary>Number of the label above in a tree, -1 for a root and in flat dimensions.</summary>
    public int Parent(int number) => Volatile.Read(ref rows)[number].Parent;

    /// <summary>Number of the label at the top of its tree.</summary>
    public int RootOf(int number)
    {
        var all = Volatile.Read(ref rows);
        while (all[number].Parent is var parent and >= 0) number = parent;
        return number;
    }

    /// <summary>The number of an indexed label, given when it is new; a path brings its ancestors.</summary>
    public int Add(string indexed)
    {
        lock (gate)
        {
            if (!Dimensions.IsTree(dimension)) return AddOne(indexed, -1);
            var number = -1;
            foreach (var path in LabelPath.SelfAndAncestors(indexed)) number = AddOne(path, number);
            return number;
        }
    }

    /// <summary>The number of the label that a value selects, -1 when there is none.</summary>
    public int Find(string value)
    {
        lock (gate) return numbers.GetValueOrDefault(value, -1);
    }

    private int AddOne(string indexed, int parent)
    {
        var value = Dimensions.Value(dimension, indexed);
        if (numbers.TryGetValue(value, out var known))
        {
            if (rows[known].Indexed != indexed) Replace(known, indexed);
            return known;
        }
        if (count == rows.Length) Volatile.Write(ref rows, Copy(count * 2));
        rows[count] = new Row(indexed, parent, BeginningOf(indexed));
        numbers.Add(value, count);
        Volatile.Write(ref count, count + 1);
        return count - 1;
    }

    private ulong BeginningOf(string indexed)
    {
        var (name, beginning) = (Dimensions.Label(dimension, indexed), 0UL);
        for (var at = 0; at < 4; at++) beginning = (beginning << 16) | (at < name.Length ? name[at] : (char)0);
        return beginning;
    }

    // Readers take no lock: they see the old rows or the new ones, never half a row.
    private void Replace(int number, string indexed)
    {
        var copy = Copy(rows.Length);
        copy[number] = rows[number] with { Indexed = indexed, Beginning = BeginningOf(indexed) };
        Volatile.Write(ref rows, copy);
        Volatile.Write(ref renamed, renamed + 1);
    }

    private Row[] Copy(int length)
    {
        var copy = new Row[length];
        rows.AsSpan(0, count).CopyTo(copy);
        return copy;
    }
}
