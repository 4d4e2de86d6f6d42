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
        var folded = Folding.Fold(text);
        return new TopicWords(folded, Split(folded));
    }

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
