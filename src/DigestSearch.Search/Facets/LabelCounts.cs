using System.Buffers;

namespace DigestSearch.Search.Facets;

/// <summary>Counts by label number. Which labels were counted is noted, so that neither clearing nor reading looks at the many that were not.</summary>
internal sealed class LabelCounts : IDisposable
{
    // Its arrays hold nothing but zeros.
    private static readonly ArrayPool<int> Zeros = ArrayPool<int>.Create(maxArrayLength: 1 << 24, maxArraysPerBucket: 64);

    private readonly int[] counts;
    private readonly int[] counted;
    private readonly int labels;
    private int distinct;

    private LabelCounts(int[] counts, int[] counted, int labels) => (this.counts, this.counted, this.labels) = (counts, counted, labels);

    /// <summary>How many labels there are, counted or not.</summary>
    public int Labels => labels;

    /// <summary>The labels that were counted, in any order.</summary>
    public ReadOnlySpan<int> Counted => counted.AsSpan(0, distinct);

    /// <summary>How many reviews have a label; 0 for one that came later.</summary>
    public int this[int label] => label < labels ? counts[label] : 0;

    /// <summary>Nothing counted yet; give the arrays back by disposing.</summary>
    /// <param name="labels">How many labels there are.</param>
    public static LabelCounts Of(int labels) => new(Zeros.Rent(Math.Max(labels, 1)), ArrayPool<int>.Shared.Rent(labels + 1), labels);

    /// <summary>Counts one label more.</summary>
    public void Add(int label)
    {
        // Without a branch, which nobody could predict: half of the authors of a search are new.
        counted[distinct] = label;
        distinct += counts[label]++ == 0 ? 1 : 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var label in Counted) counts[label] = 0;
        Zeros.Return(counts);
        ArrayPool<int>.Shared.Return(counted);
    }
}
