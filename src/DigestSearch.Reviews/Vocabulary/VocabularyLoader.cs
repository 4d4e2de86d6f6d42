using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace DigestSearch.Reviews;

/// <summary>Reads the files of a folder, checks all of them, and only then builds the look-ups.</summary>
internal static class VocabularyLoader
{
    // Counts up when the same files come to mean something else: what was read with the old rules is read again.
    private const string Rules = "rules 3";

    internal static VocabularyParts Load(string folder)
    {
        var mistakes = new VocabularyMistakes(folder);
        VocabularyFile Open(string name) => VocabularyFile.Read(folder, name, mistakes);
        var (placeFile, labFile, topicFile) = (Open(PlaceList.FileName), Open("labs.yaml"), Open("topics.yaml"));
        var (glossaryFile, stopWordFile) = (Open("glossary.yaml"), Open("stopwords.txt"));

        var placeList = new PlaceList(placeFile, mistakes);
        var places = placeList.Read();
        var labs = new LabList(labFile, placeList, mistakes).Read();
        var topics = new TopicList(topicFile, mistakes).Read();
        var glossary = new GlossaryList(glossaryFile, mistakes).Read();
        var stopWords = StopWords(stopWordFile, mistakes);
        mistakes.ThrowIfAny();
        return new VocabularyParts(
            Fingerprint([placeFile, labFile, topicFile, glossaryFile, stopWordFile]),
            new LabIndex(labs, places), new UniversityNames(places), places, new TopicIndex(topics), glossary, stopWords);
    }

    internal static string Fingerprint(IReadOnlyList<VocabularyFile> files)
    {
        var content = new StringBuilder(Rules);
        foreach (var file in files) content.Append('\0').Append(file.Name).Append('\0').Append(file.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    private static FrozenSet<string> StopWords(VocabularyFile file, VocabularyMistakes mistakes)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var line = 0;
        foreach (var written in file.Text.Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(written) || written.StartsWith('#')) continue;
            var word = Folding.Fold(written);
            if (word.Length == 0 || word.Contains(' ', StringComparison.Ordinal))
                mistakes.Add(file.Name, line, $"«{written.Trim()}» is not one word.", "Write one word a line.");
            else if (!lines.TryAdd(word, line))
                mistakes.Add(file.Name, line, $"The word «{written.Trim()}» is there already, on line {lines[word]}.", "Remove one of the two.");
        }
        return lines.Keys.ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>The look-ups of a vocabulary.</summary>
internal sealed record VocabularyParts(
    string Fingerprint, LabIndex Labs, UniversityNames Universities, PlaceIndex Places, TopicIndex Topics, IReadOnlyList<GlossaryEntry> Glossary, IReadOnlySet<string> StopWords)
{
    internal static VocabularyParts Nothing()
    {
        var places = new PlaceIndex(new Dictionary<string, Place>());
        return new(VocabularyLoader.Fingerprint([]), new LabIndex([], places), new UniversityNames(places), places, new TopicIndex([]), [], FrozenSet<string>.Empty);
    }
}
