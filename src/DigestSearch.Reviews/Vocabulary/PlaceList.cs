namespace DigestSearch.Reviews;

/// <summary>Reads and checks <c>places.yaml</c>.</summary>
internal sealed class PlaceList(VocabularyFile file, VocabularyMistakes mistakes)
{
    internal const string FileName = "places.yaml";
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    internal bool HasCountries => countries.Count > 0;

    internal bool IsCountry(string name) => countries.Contains(name);

    internal PlaceIndex Read()
    {
        if (file.Entry() is not { } root) return new PlaceIndex(byKey);
        root.Allow("countries", "cities");
        foreach (var country in root.Entries("countries"))
        {
            country.Allow("name", "aliases");
            if (country.Text("name", isNeeded: true) is not { } name) continue;
            if (countries.Add(name)) Add(name, country.Line, Place.Country);
            else country.Tell($"The country «{name}» is there already.", "Make one entry of the two.");
            foreach (var (alias, line) in country.Texts("aliases")) Add(alias, line, Place.Country);
        }
        if (root.Entry("cities") is not { } cities) return new PlaceIndex(byKey);
        foreach (var country in cities.Keys)
        {
            if (!IsCountry(country)) cities.Tell($"Cities are listed under the unknown country «{country}».", "Write a country as it is named above, or add it there.");
            foreach (var (city, line) in cities.Texts(country)) Add(city, line, Place.City);
        }
        return new PlaceIndex(byKey);
    }

    private void Add(string name, int line, Place kind)
    {
        var key = PlaceIndex.KeyOf(name);
        if (key.Length == 0) mistakes.Add(file.Name, line, $"The place «{name}» has no letters.", "Write its name, or remove it.");
        else if (lines.TryAdd(key, line)) byKey[key] = kind;
        else if (byKey[key] != kind) mistakes.Add(file.Name, line, $"The place «{name}» is a country and a city (line {lines[key]}).", "Leave it with one of the two.");
        else mistakes.Add(file.Name, line, $"The place «{name}» is there already, on line {lines[key]}.", "Remove one of the two.");
    }
}
