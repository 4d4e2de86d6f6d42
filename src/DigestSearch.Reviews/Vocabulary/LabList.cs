namespace DigestSearch.Reviews;

/// <summary>Reads and checks <c>labs.yaml</c>.</summary>
internal sealed class LabList(VocabularyFile file, PlaceList places, VocabularyMistakes mistakes)
{
    private readonly Dictionary<string, Entry> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Lab, int Line)> owners = new(StringComparer.Ordinal);

    internal List<Lab> Read()
    {
        var entries = file.Entries().Select(Read).OfType<Entry>().ToList();
        foreach (var entry in entries) Own(entry);
        foreach (var entry in entries) CheckParents(entry);
        return mistakes.Count > 0 ? [] : [.. entries.Select(entry => new Lab(entry.Name, PathOf(entry), entry.Country, [.. entry.Aliases.Select(alias => alias.Text)]))];
    }

    private Entry? Read(VocabularyEntry entry)
    {
        entry.Allow("name", "parent", "country", "aliases");
        var name = entry.Text("name", isNeeded: true);
        var parent = entry.Text("parent");
        var country = entry.Text("country");
        var aliases = entry.Texts("aliases").ToList();
        if (name is null) return null;
        if (name.Contains('>', StringComparison.Ordinal)) entry.Tell($"The name «{name}» holds the sign «>».", "Write the name alone, and the parent under «parent».");
        if (country is not null && places.HasCountries && !places.IsCountry(country))
            entry.Tell($"The lab «{name}» is in the unknown country «{country}».", $"Write a country as {PlaceList.FileName} names it, or add it there.");
        var read = new Entry(name, parent, country, aliases, entry.Line);
        if (byName.TryAdd(name, read)) return read;
        entry.Tell($"The lab «{name}» is there already, on line {byName[name].Line}.", "Make one entry of the two.");
        return null;
    }

    private void Own(Entry entry)
    {
        foreach (var (alias, line) in entry.Aliases.Prepend((entry.Name, entry.Line)))
        {
            var key = InstitutionWords.Of(LabIndex.Bare(alias)).Text;
            if (key.Length == 0)
                mistakes.Add(file.Name, line, $"The alias «{alias}» of «{entry.Name}» has no letters that count.", "Write more of it, or remove it.");
            else if (!owners.TryAdd(key, (entry.Name, line)) && owners[key] is var (lab, first) && lab != entry.Name)
                mistakes.Add(file.Name, line, $"The alias «{alias}» of «{entry.Name}» means «{lab}» already (line {first}).", "Leave it with one of the two.");
        }
    }

    private void CheckParents(Entry entry)
    {
        if (entry.Parent is null) return;
        if (!byName.ContainsKey(entry.Parent))
        {
            mistakes.Add(file.Name, entry.Line, $"The lab «{entry.Name}» has the unknown parent «{entry.Parent}».", "Write the name of another lab as its entry has it, or remove the line.");
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = entry; at is not null && seen.Add(at.Name); at = ParentOf(at))
            if (at.Parent == entry.Name)
                mistakes.Add(file.Name, entry.Line, $"The lab «{entry.Name}» is its own ancestor.", "Remove one «parent» of the circle.");
    }

    private string PathOf(Entry entry)
    {
        var path = entry.Name;
        for (var at = ParentOf(entry); at is not null; at = ParentOf(at)) path = at.Name + LabelPath.Separator + path;
        return path;
    }

    private Entry? ParentOf(Entry entry) => entry.Parent is { } parent ? byName.GetValueOrDefault(parent) : null;

    private sealed record Entry(string Name, string? Parent, string? Country, IReadOnlyList<(string Text, int Line)> Aliases, int Line);
}
