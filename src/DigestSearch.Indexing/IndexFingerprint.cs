using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;

namespace DigestSearch.Indexing;

/// <summary>Hash of everything that shapes the index: field table, analysis, vocabulary. Another fingerprint means rebuild.</summary>
public static class IndexFingerprint
{
    /// <summary>The fingerprint of this build with a vocabulary, in hexadecimal.</summary>
    public static string Of(Vocabulary vocabulary)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"format {ReviewFields.Format}\nanalysis {ReviewAnalyzer.Version}\nvocabulary {vocabulary.Fingerprint}\n");
        foreach (var field in ReviewFields.All) text.Append(CultureInfo.InvariantCulture, $"{field.Name} {field.Kind}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
