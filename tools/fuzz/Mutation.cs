using System.Text;

namespace DigestSearch.ReadingFuzz;

/// <summary>Documents made from real ones by random damage, the same for the same seed.</summary>
public sealed class Mutation(IReadOnlyList<(string Name, byte[] Bytes)> documents)
{
    private const int WindowLimit = 8 * 1024;
    private const int SizeLimit = 256 * 1024;

    private static readonly string[] Names = ["a.md", "a.html", "a.txt", "a.xml", "a", "2031/week-02/a.md"];

    private static readonly byte[][] Tokens =
    [.. new[]
    {
        "#", "\n", "\n\n", "1. ", "**", "__", "[", "](", ")", "(", "|", "|-|\n", "| ", ":: ", ": ", "Authors: ", "Автор обзора: ", "et al. (2020)", "<div>", "</b>", "<b>", "<li>", "<table><tr><td>", "<ol start=99999999999>",
        "<!--", "-->", "<script>", "<svg><style>", "<![CDATA[", "---\n", "title: ", "- ", "> ", "`", "```\n", "~~~", "$", "$$", "2031", ", ", "and ", "University of California", "é", "\u0301", "\ufffe", "\0", "&#x0;", "&lt;",
        "&#128512;", "https://", "https://arxiv.org/abs/2001.00001", "www.", "![", "\t", "        ", "<rss><channel><item>", "</item>", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>", "</entry>", "@misc{a, author={", "(2020) ", "[CVPR 2021] ", "by A. Example, ", "<kbd>", "\r", "\u2028", "\u202e",
    }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The document of a seed: a piece of a real one, or all of it, damaged in one to six places.</summary>
    public (string Name, byte[] Bytes) Of(int seed)
    {
        var random = new Random(seed);
        var (name, whole) = documents[random.Next(documents.Count)];
        var bytes = new List<byte>(random.Next(50) == 0 ? whole : Window(whole, random));
        for (var left = random.Next(1, 7); left > 0; left--) Damage(bytes, random);
        if (bytes.Count > SizeLimit) bytes.RemoveRange(SizeLimit, bytes.Count - SizeLimit);
        if (random.Next(200) == 0) bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString([.. bytes]))];
        return (random.Next(10) == 0 ? Names[random.Next(Names.Length)] : name, [.. bytes]);
    }

    private static byte[] Window(byte[] bytes, Random random)
    {
        if (bytes.Length == 0) return bytes;
        // The beginning of a document decides most; half of the pieces have it.
        var start = random.Next(2) == 0 ? 0 : random.Next(bytes.Length);
        return bytes[start..Math.Min(bytes.Length, start + random.Next(1, WindowLimit))];
    }

    private void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, random.Next(1, 1 << random.Next(1, 11)));
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes.RemoveRange(at, length); break;
            case 2: bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
            case 3: bytes.InsertRange(at, Repeated(Tokens[random.Next(Tokens.Length)], random.Next(1, 400))); break;
            case 4: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length)); break;
            case 5: bytes.InsertRange(at, Repeated([.. bytes.GetRange(at, Math.Min(length, 200))], random.Next(1, 100))); break;
            case 6: bytes.InsertRange(at, Window(documents[random.Next(documents.Count)].Bytes, random).Take(length)); break;
            default: bytes.Reverse(at, Math.Min(length, 4)); break;
        }
    }

    private static IEnumerable<byte> Repeated(byte[] piece, int times) => Enumerable.Repeat(piece, times).SelectMany(bytes => bytes);
}
