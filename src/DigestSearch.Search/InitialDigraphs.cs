using System.Collections.Frozen;

namespace DigestSearch.Search;

/// <summary>Two letters that are one initial, of a name from another alphabet: «Дж.», <c>Yu.</c></summary>
internal static class InitialDigraphs
{
    private static readonly FrozenSet<string> Folded = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "дж", "yu", "ya", "yo", "ye", "zh", "ch", "sh", "kh", "ts");

    public static bool Contains(string letters) => letters.Length == 2 && Folded.Contains(letters);
}
