using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Ids that tell nothing and come out the same again: sixteen letters and digits from a hash.</summary>
internal static class OpaqueId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The id of a review, by its digest and title; the counter keeps equal titles apart.</summary>
    public static string OfReview(string digestId, string title, int counter) => Of("review", digestId, Folding.Fold(title), counter);

    /// <summary>The id of a digest, by its document's name and its key in it; the counter keeps equal names of several sources apart.</summary>
    public static string OfDigest(string name, string key, int counter) => Of("digest", name, key, counter);

    /// <summary>The id of a paper, by its strongest key.</summary>
    public static string OfPaper(PaperKey key) => Of("paper", "", key.ToString(), 0);

    /// <summary>The number under which the archive notes a key of a paper: the first 64 bits of what would be the paper's id.</summary>
    public static long NumberOfPaper(PaperKey key) => BinaryPrimitives.ReadInt64BigEndian(Hash("paper", "", key.ToString(), 0));

    /// <summary>The same number from an id; null when it is none of these ids.</summary>
    public static long? NumberOfPaper(string id)
    {
        if (id.Length != 16) return null;
        var bits = UInt128.Zero;
        foreach (var letter in id)
        {
            if (Alphabet.IndexOf(letter, StringComparison.Ordinal) is not (>= 0 and var value)) return null;
            bits = bits << 5 | (UInt128)value;
        }
        return unchecked((long)(ulong)(bits >> 16));
    }

    /// <summary>A number for equality of folded titles.</summary>
    public static long HashOfTitle(string title) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Folding.Fold(title))));

    private static string Of(string kind, string scope, string name, int counter)
    {
        var hash = Hash(kind, scope, name, counter);
        var id = new char[16];
        for (int at = 0, bit = 0; at < id.Length; at++, bit += 5)
            id[at] = Alphabet[((hash[bit / 8] << 8 | hash[bit / 8 + 1]) >> (11 - bit % 8)) & 31];
        return new string(id);
    }

    private static byte[] Hash(string kind, string scope, string name, int counter) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}\0{scope}\0{name}\0{counter}")));
}
