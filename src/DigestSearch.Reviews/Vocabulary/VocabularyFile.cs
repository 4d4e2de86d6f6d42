using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DigestSearch.Reviews;

/// <summary>One file of the vocabulary: its text, and its entries when it is YAML.</summary>
internal sealed class VocabularyFile
{
    private static readonly UTF8Encoding Strict = new(false, true);
    private readonly VocabularyMistakes mistakes;

    private VocabularyFile(string name, string text, VocabularyMistakes mistakes) => (Name, Text, this.mistakes) = (name, text, mistakes);

    internal string Name { get; }

    /// <summary>The content with line feeds only and without byte order mark; empty where the file could not be read.</summary>
    internal string Text { get; }

    internal static VocabularyFile Read(string folder, string name, VocabularyMistakes mistakes)
    {
        var text = "";
        try
        {
            text = Strict.GetString(File.ReadAllBytes(Path.Combine(folder, name))).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            if (string.IsNullOrWhiteSpace(text)) mistakes.Add(name, 0, "The file is empty.", "Fill it, or take the one that came with this release.");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            mistakes.Add(name, 0, "The file is missing.", "Put it there, or name the folder that holds it.");
        }
        catch (DecoderFallbackException)
        {
            mistakes.Add(name, 0, "The file is not UTF-8.", "Write it in UTF-8.");
        }
        return new VocabularyFile(name, text, mistakes);
    }

    /// <summary>The list that the whole file is.</summary>
    internal IEnumerable<VocabularyEntry> Entries() => Root() switch
    {
        null => [],
        YamlSequenceNode list => VocabularyEntry.Of(list, Name, mistakes),
        var other => Wrong(other, "The file must be a list.", "Begin each entry with «- name: …»."),
    };

    /// <summary>The one mapping that the whole file is.</summary>
    internal VocabularyEntry? Entry()
    {
        var root = Root();
        if (root is YamlMappingNode mapping) return new VocabularyEntry(mapping, Name, mistakes);
        if (root is not null) Wrong(root, "The file must be a mapping.", "Begin its parts with their names, as in the file that came with this release.");
        return null;
    }

    private YamlNode? Root()
    {
        if (string.IsNullOrWhiteSpace(Text)) return null;
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(Text));
            if (yaml.Documents.Count > 0) return yaml.Documents[0].RootNode;
            mistakes.Add(Name, 0, "The file has no entries.", "Fill it, or take the one that came with this release.");
        }
        catch (YamlException wrong)
        {
            mistakes.Add(Name, (int)wrong.Start.Line, $"This is not YAML: {wrong.Message.TrimEnd('.')}.", "Mend the line, or the one above it.");
        }
        return null;
    }

    private VocabularyEntry[] Wrong(YamlNode node, string what, string advice)
    {
        mistakes.Add(Name, (int)node.Start.Line, what, advice);
        return [];
    }
}
