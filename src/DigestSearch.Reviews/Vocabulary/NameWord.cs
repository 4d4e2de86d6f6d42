using System.Text;

namespace DigestSearch.Reviews;

/// <summary>One word of a name: as it is shown, in plain Latin letters; as the names are compared; folded.</summary>
internal readonly record struct NameWord(string Shown, string Key, string Folded)
{
    internal NameWord(string shown) : this(shown, "", "")
    {
    }

    internal bool IsNumber => Key.Length > 0 && Key.All(char.IsDigit);

    /// <summary>The words of a text; hyphens part them, because names are written with and without.</summary>
    internal static List<NameWord> Of(string text)
    {
        var words = new List<NameWord>(12);
        var isShouted = !text.Any(char.IsLower);
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isInside = at < text.Length && (char.IsLetterOrDigit(text[at]) || (start >= 0 && text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1])));
            if (isInside)
            {
                if (start < 0) start = at;
                continue;
            }
            if (start >= 0) Add(words, text[start..at], isShouted);
            if (at < text.Length && text[at] is '&') words.Add(new NameWord("and", "and", "and"));
            start = -1;
        }
        return words;
    }

    private static void Add(List<NameWord> words, string written, bool isShouted)
    {
        // «l’Université», «d’Évry»: the article is a word of its own; «King’s» and «L’Aquila» are not.
        if (written.AsSpan().IndexOfAny('\'', '’') is var mark and > 0 and < 5 && char.IsLower(written[0]))
        {
            if (written[..mark] is "d" or "dell" or "nell") words.Add(new NameWord("d", "d", "d"));
            written = written[(mark + 1)..];
        }
        var key = Folding.Fold(written);
        if (key.Length == 0) return;
        words.Add(new NameWord(UniversityTerms.English.GetValueOrDefault(key) ?? Cased(written, isShouted), InstitutionTerms.WrittenOut.GetValueOrDefault(key, key), key));
    }

    private static string Cased(string written, bool isShouted)
    {
        var lower = Folding.FoldLetters(written).Replace('’', '\'');
        if (!isShouted && lower.Length == written.Length && char.IsUpper(written[0]))
        {
            var cased = new StringBuilder(lower);
            for (var at = 0; at < written.Length; at++)
                if (char.IsUpper(written[at])) cased[at] = char.ToUpperInvariant(lower[at]);
            return cased.ToString();
        }
        return UniversityTerms.Connectors.Contains(lower) || UniversityTerms.General.Contains(lower) ? lower : char.ToUpperInvariant(lower[0]) + lower[1..];
    }
}
