using YamlDotNet.RepresentationModel;

namespace DigestSearch.Reviews;

/// <summary>One entry of a YAML file, read with its mistakes told.</summary>
internal sealed class VocabularyEntry(YamlMappingNode mapping, string file, VocabularyMistakes mistakes)
{
    internal int Line => (int)mapping.Start.Line;

    internal IEnumerable<string> Keys => mapping.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    internal static List<VocabularyEntry> Of(YamlSequenceNode list, string file, VocabularyMistakes mistakes)
    {
        var entries = new List<VocabularyEntry>(list.Children.Count);
        foreach (var node in list.Children)
        {
            if (node is YamlMappingNode mapping) entries.Add(new VocabularyEntry(mapping, file, mistakes));
            else mistakes.Add(file, (int)node.Start.Line, "This entry has no keys.", "Begin it with «- name: …» or remove it.");
        }
        return entries;
    }

    internal void Allow(params string[] keys)
    {
        foreach (var key in mapping.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name))
                Tell(key, $"The key «{key}» is unknown.", $"Use {string.Join(", ", keys)}.");
    }

    /// <summary>The text under a key; null, and told, when it is needed and missing.</summary>
    internal string? Text(string key, bool isNeeded = false)
    {
        var node = At(key);
        if (node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value)) return value.Trim();
        if (node is not null) Tell(node, $"The key «{key}» must hold a text.", "Write it on the same line.");
        else if (isNeeded) Tell(mapping, $"The entry has no «{key}».", "Add it.");
        return null;
    }

    /// <summary>The texts listed under a key, with their lines.</summary>
    internal IEnumerable<(string Text, int Line)> Texts(string key)
    {
        var node = At(key);
        if (node is null) yield break;
        if (node is not YamlSequenceNode list)
        {
            Tell(node, $"The key «{key}» must hold a list.", "Write it as [one, two].");
            yield break;
        }
        foreach (var item in list.Children)
        {
            if (item is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value)) yield return (value.Trim(), (int)item.Start.Line);
            else Tell(item, $"An item of «{key}» is not a text.", "Put quotation marks around it, or remove it.");
        }
    }

    /// <summary>The entries listed under a key.</summary>
    internal IEnumerable<VocabularyEntry> Entries(string key)
    {
        var node = At(key);
        if (node is YamlSequenceNode list) return Of(list, file, mistakes);
        if (node is not null) Tell(node, $"The key «{key}» must hold a list of entries.", "Begin each with «- name: …».");
        return [];
    }

    /// <summary>The mapping under a key.</summary>
    internal VocabularyEntry? Entry(string key)
    {
        var node = At(key);
        if (node is YamlMappingNode inner) return new VocabularyEntry(inner, file, mistakes);
        if (node is not null) Tell(node, $"The key «{key}» must hold a mapping.", "Write its parts below it, indented.");
        return null;
    }

    internal void Tell(string what, string advice) => Tell(mapping, what, advice);

    private void Tell(YamlNode node, string what, string advice) => mistakes.Add(file, (int)node.Start.Line, what, advice);

    private YamlNode? At(string key) => mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
