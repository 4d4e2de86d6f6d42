using System.Collections.Frozen;

namespace DigestSearch.Reviews.Reading;

/// <summary>Whether words that no label announces are the name of a person.</summary>
internal static class PersonWords
{
    // Of words, not of names.
    private static readonly string[] Endings = ["ing", "tion", "sion", "ment", "ness", "ity", "view", "net", "ics", "ism"];

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(["van", "der", "den", "de", "von", "zu", "la", "le", "del", "di", "da", "dos", "du", "bin", "al", "el", "ten", "ter", "y"]);

    private static readonly FrozenSet<string> FunctionWords = ((string[])["the", "to", "and", "of", "in", "for", "with", "is", "are", "at", "from", "by", "on", "your", "our", "this", "that", "part", "table", "key", "main", "new", "good", "using"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What else stands alone in brackets behind a title.
    private static readonly FrozenSet<string> Remarks = FrozenSet.ToFrozenSet(
        ["oral", "spotlight", "workshop", "highlight", "award", "survey", "tutorial", "demo", "preprint", "journal", "conference", "keras", "jupyter", "official", "unofficial"]);

    /// <summary>Two to five words that begin like names, of which the document writes none in lower case anywhere; particles aside.</summary>
    /// <param name="piece">The words.</param>
    /// <param name="common">Words that are no names; null where something else tells that they are.</param>
    public static bool IsPerson(string piece, CommonWords? common)
    {
        var words = piece.Split(' ');
        if (words.Length is < 2 or > 5) return false;
        for (var at = 0; at < words.Length; at++)
        {
            if (at > 0 && at + 1 < words.Length && Particles.Contains(words[at])) continue;
            var bare = words[at].TrimEnd('.');
            if (bare.Length == 0 || !char.IsUpper(bare[0]) || !bare.All(character => char.IsLetter(character) || character is '-' or '.' or '\'' or '’')) return false;
            // «CoT», «LLM»: letters of names are small but for the first, and after a hyphen or a prefix.
            if (bare.Length > 1 && (bare.Skip(1).All(char.IsUpper) && (bare.Length > 2 || at + 1 == words.Length) || common?.Contains(bare) is true)) return false;
        }
        return words[^1].Length > 1 && words.Any(word => word.Length > 1 && !word.EndsWith('.'));
    }

    /// <summary>Whether a word stands in it that no name has; «He», «An» and «So» are names.</summary>
    public static bool HasFunctionWord(string piece) => piece.Split(' ').Any(word => FunctionWords.Contains(word));

    /// <summary>«[Example, latent reasoning]», «(Example)»: a surname alone, which no word of the field is.</summary>
    public static bool IsSurname(string piece, CommonWords common) =>
        piece.Length is > 3 and <= 14 && char.IsUpper(piece[0]) && piece.Skip(1).All(char.IsLower) && !common.Contains(piece)
        && !Remarks.Contains(Folding.Fold(piece)) && LinkKinds.OfLabel(piece) is null && !LinkKinds.IsGeneric(piece) && !Endings.Any(ending => piece.EndsWith(ending, StringComparison.Ordinal));
}
