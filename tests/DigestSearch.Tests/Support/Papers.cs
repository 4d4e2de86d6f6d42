using System.Globalization;
using System.Text;

namespace DigestSearch.Tests.Support;

/// <summary>Made-up reviews as files, each found by a word of its own.</summary>
internal static class Papers
{
    /// <summary>A review a file, in Markdown.</summary>
    public static string Markdown(string word, string text = "A plain text about nothing in particular.") => $"""
        ---
        title: On {word} and other matters
        authors: [Ada Nobody, Bo Nowhere]
        year: 2021
        ---
        {text} The word is {word}.

        """;

    /// <summary>A line of JSON Lines.</summary>
    public static string Line(string word, int year = 2020) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"title":"On {{word}} and other matters","authors":["Ivo Nobody"],"year":{{year}},"text":"A plain text about nothing in particular. The word is {{word}}."}""");

    public static string Lines(IEnumerable<string> words) => string.Concat(words.Select(word => Line(word) + "\n"));

    /// <summary>Bytes that no reader takes for a digest.</summary>
    public static byte[] Broken(int seed)
    {
        var bytes = new byte[300];
        new Random(seed).NextBytes(bytes);
        Encoding.ASCII.GetBytes("\0\0\u0001").CopyTo(bytes, 0);
        return bytes;
    }
}
