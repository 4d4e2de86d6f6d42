namespace DigestSearch.ReadingMeasure;

/// <summary>Counts of one field: values that agree, values that were read, values that are true.</summary>
public sealed class Tally
{
    /// <summary>Values both read and true.</summary>
    public int Right { get; private set; }

    /// <summary>Values that were read.</summary>
    public int Read { get; private set; }

    /// <summary>Values that are true.</summary>
    public int True { get; private set; }

    /// <summary>Share of the values read that are true; 1 where nothing was read.</summary>
    public double Precision => Read == 0 ? 1 : (double)Right / Read;

    /// <summary>Share of the true values that were read; 1 where there are none.</summary>
    public double Recall => True == 0 ? 1 : (double)Right / True;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Read + True == 0 ? 1 : 2.0 * Right / (Read + True);

    /// <summary>Values missing and values too many.</summary>
    public int Errors => Read + True - 2 * Right;

    /// <summary>Counts the values of one review.</summary>
    /// <returns>Whether all agree.</returns>
    public bool Add(IReadOnlyCollection<string> read, IReadOnlyCollection<string> truth)
    {
        var left = truth.ToList();
        var right = read.Count(left.Remove);
        Right += right;
        Read += read.Count;
        True += truth.Count;
        return right == read.Count && right == truth.Count;
    }
}
