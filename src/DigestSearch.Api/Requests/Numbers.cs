using System.Globalization;

namespace DigestSearch.Api.Requests;

/// <summary>Whole numbers as parameters write them: digits alone.</summary>
internal static class Numbers
{
    /// <summary>The number when it is one from least to most; else null.</summary>
    public static int? Read(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
