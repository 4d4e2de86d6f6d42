namespace DigestSearch.Reviews;

/// <summary>The beginning of a text as its folded words.</summary>
internal sealed class TopicWords
{
    private TopicWords(string text, Range[] words) => (Text, Words) = (text, words);

    internal string Text { get; }

    internal Range[] Words { get; }

    internal static TopicWords Of(string text, int mostCharacters = int.MaxValue)
    {
        if (text.Length > mostCharacters) text = text[..mostCharacters];
        var folded = FoldPlain(text) ?? Folding.Fold(text);
        return new TopicWords(folded, Split(folded));
    }

    /// <summary>What <see cref="Folding.Fold"/> gives, several times faster, for the letters that nearly all texts are made of; null for others.</summary>
    internal static string? FoldPlain(string text)
    {
        var folded = new char[text.Length];
        var length = 0;
        var gap = false;
        foreach (var written in text)
        {
            if (Plain(written) is not { } letter) return null;
            if (letter == ' ')
            {
                gap = length > 0;
                continue;
            }
            if (gap) folded[length++] = ' ';
            gap = false;
            folded[length++] = letter;
        }
        return new string(folded, 0, length);
    }

    private static char? Plain(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '#' or >= 'а' and <= 'я' => letter,
        >= 'A' and <= 'Z' or >= 'А' and <= 'Я' => (char)(letter + 32),
        'ё' or 'Ё' => 'е',
        < '\u0080' or '\u00A0' or '«' or '»' or >= '\u2010' and <= '\u201F' or '…' => ' ',
        _ => null,
    };

    private static Range[] Split(string folded)
    {
        var words = new List<Range>(folded.Length / 5);
        var start = 0;
        for (var at = 0; at <= folded.Length; at++)
        {
            if (at < folded.Length && folded[at] != ' ') continue;
            if (at > start) words.Add(start..at);
            start = at + 1;
        }
        return [.. words];
    }
}
