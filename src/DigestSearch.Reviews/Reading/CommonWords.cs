using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The words that a document writes in lower case somewhere: those are no names.</summary>
internal sealed class CommonWords
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public CommonWords(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) Add(block.Text.Text);
    }

    public bool Contains(string word) => words.Contains(Folding.Fold(word));

    private void Add(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i - start > 2 && char.IsLower(text[start])) words.Add(text[start..i]);
            if (i == start) i++;
        }
    }
}
