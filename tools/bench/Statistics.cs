namespace DigestSearch.Bench;

/// <summary>Figures of several values.</summary>
internal static class Statistics
{
    /// <summary>The middle one; of an even number the mean of both in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below which a share of all lies; 0 where there is none.</summary>
    /// <param name="sorted">Rising.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double At(IReadOnlyList<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
