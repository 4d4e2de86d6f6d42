namespace DigestSearch.Reviews;

/// <summary>Reads and checks <c>glossary.yaml</c>.</summary>
internal sealed class GlossaryList(VocabularyFile file, VocabularyMistakes mistakes)
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    internal List<GlossaryEntry> Read()
    {
        var glossary = new List<GlossaryEntry>();
        foreach (var entry in file.Entries())
        {
            entry.Allow("ru", "en");
            var russian = Terms(entry, "ru");
            var english = Terms(entry, "en");
            if (russian.Count + english.Count < 2) entry.Tell("The entry has fewer than two terms.", "Add what means the same, or remove the entry.");
            else glossary.Add(new GlossaryEntry(russian, english));
        }
        return glossary;
    }

    private List<string> Terms(VocabularyEntry entry, string key)
    {
        var terms = new List<string>();
        foreach (var (term, line) in entry.Texts(key))
        {
            var folded = Folding.Fold(term);
            if (folded.Length == 0) mistakes.Add(file.Name, line, $"The term «{term}» has no letters.", "Write it, or remove it.");
            else if (lines.TryAdd(folded, line)) terms.Add(term);
            else mistakes.Add(file.Name, line, $"The term «{term}» is there already, on line {lines[folded]}.", "Leave it in one entry.");
        }
        return terms;
    }
}
