using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DigestSearch.Api.Keys;

/// <summary>A key that allows writing, kept as its hash only.</summary>
internal sealed class AdminKey
{
    /// <summary>A shorter key could be guessed.</summary>
    public const int MinLength = 16;

    private const int GeneratedBytes = 32;

    private readonly byte[] _hash;

    public AdminKey(string key) => _hash = Hash(key.Trim());

    /// <summary>A new random key of 256 bits, URL-safe.</summary>
    public static string Generate() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(GeneratedBytes));

    /// <summary>Whether a given text is one of the keys; takes the same time whatever differs.</summary>
    public static bool AnyIs(IReadOnlyList<AdminKey> keys, string given)
    {
        var hash = Hash(given);
        var any = false;
        foreach (var key in keys) any |= CryptographicOperations.FixedTimeEquals(key._hash, hash);
        return any;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
