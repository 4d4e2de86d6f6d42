using System.Collections.Frozen;

namespace DigestSearch.Reviews.People;

/// <summary>A person's name and its parts; equality of people is a matter of <see cref="MatchKey"/>.</summary>
public sealed record PersonName
{
    private static readonly FrozenSet<string> Particles = ("van von der den de da di du del della dos das la le el al bin ibn ter ten zu zur af av of 't фон ван де дер ди да ла ле"
        .Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "мл.", "ст."], StringComparer.OrdinalIgnoreCase);

    private PersonName(IReadOnlyList<string> given, string surname, string? suffix, string display)
    {
        Given = given;
        Surname = surname;
        Suffix = suffix;
        Display = display;
    }

    /// <summary>As shown: given names or initials, surname, suffix: <c>Quoc V. Le</c>.</summary>
    public string Display { get; }

    /// <summary>Given names and initials in order: <c>Quoc</c>, <c>V.</c></summary>
    public IReadOnlyList<string> Given { get; }

    /// <summary>Surname with its particles: <c>van der Maaten</c>.</summary>
    public string Surname { get; }

    /// <summary>Such as <c>Jr.</c></summary>
    public string? Suffix { get; }

    /// <summary>First letters of the given names, folded: <c>q</c>, <c>v</c>.</summary>
    public IReadOnlyList<string> Initials => [.. Given.SelectMany(name => name.Split('-')).Select(Folding.Fold).Where(name => name.Length > 0)
        .Select(name => System.Globalization.StringInfo.GetNextTextElement(name))];

    /// <summary>To order by: surname first, folded.</summary>
    public string SortKey => Folding.Fold(Surname) + (Given.Count > 0 ? ", " + Folding.Fold(string.Join(' ', Given)) : "") + (Suffix is null ? "" : ", " + Folding.Fold(Suffix));

    /// <summary>Folded form for equality only: the same for every order, case and punctuation of the same parts.</summary>
    public string MatchKey => Folding.Fold(string.Join(' ', [.. Given, Surname, .. Suffix is null ? Array.Empty<string>() : [Suffix]]));

    /// <summary>Reads a name in any of the usual orders: <c>Quoc V. Le</c>, <c>Le, Quoc V.</c>, <c>Malik J</c>, <c>Иванова А. Б.</c></summary>
    public static PersonName Parse(string text)
    {
        var clean = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (before, behind) = clean.IndexOf(',') is >= 0 and var comma ? (clean[..comma].Trim(), clean[(comma + 1)..].Trim()) : (clean, "");
        if (behind.Length > 0 && !Suffixes.Contains(behind)) return FromParts(Words(behind), before);
        var words = Words(before);
        string? suffix = behind.Length > 0 ? behind : null;
        if (suffix is null && words.Count > 2 && Suffixes.Contains(words[^1]))
        {
            suffix = words[^1];
            words.RemoveAt(words.Count - 1);
        }
        if (words.Count == 0) return new PersonName([], clean, null, clean);
        if (SurnameFirst(words) is > 0 and var names) return Make(words[names..], string.Join(' ', words[..names]), suffix);
        var surname = words.Count - 1;
        while (surname > 1 && IsParticle(words[surname - 1])) surname--;
        // A name may begin with its particle: «van Gogh».
        if (surname == 1 && IsParticle(words[0])) surname = 0;
        return Make(words[..surname], string.Join(' ', words[surname..]), suffix);
    }

    private static PersonName FromParts(List<string> given, string surname)
    {
        string? suffix = null;
        if (given.Count > 1 && Suffixes.Contains(given[^1]))
        {
            suffix = given[^1];
            given.RemoveAt(given.Count - 1);
        }
        return Make(given, surname, suffix);
    }

    private static PersonName Make(List<string> given, string surname, string? suffix) =>
        new(given, surname, suffix, string.Join(' ', [.. given, surname]) + (suffix is null ? "" : suffix[0] is 'I' or 'V' ? " " + suffix : ", " + suffix));

    /// <summary>How many words the surname has where initials follow it; 0 where they do not.</summary>
    private static int SurnameFirst(List<string> words)
    {
        var initials = 0;
        while (initials < words.Count && IsInitial(words[^(initials + 1)])) initials++;
        var names = words.Count - initials;
        return initials > 0 && names is 1 or 2 && !words.Take(names).Any(IsInitial) && (names == 1 || IsParticle(words[0])) ? names : 0;
    }

    private static bool IsInitial(string word)
    {
        var bare = word.TrimEnd('.');
        if (bare.Length == 0) return false;
        if (bare.Split('-').All(part => part.TrimEnd('.').Length == 1 && char.IsUpper(part[0]))) return true;
        // «Дж.» is one initial; «JH» are two.
        return word.EndsWith('.') && bare.Length == 2 && char.IsUpper(bare[0]) && bare[0] >= '\u0400' || bare.Length == 2 && bare.All(character => character is >= 'A' and <= 'Z');
    }

    private static bool IsParticle(string word) => Particles.Contains(word);

    // «J.-B.» stays one word, «Q.V.» are two.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 1; i < word.Length - 1; i++)
            {
                if (word[i] is not '.' || word[i + 1] is '-' || !char.IsLetter(word[i + 1])) continue;
                words.Add(word[start..(i + 1)]);
                start = i + 1;
            }
            words.Add(word[start..]);
        }
        return words;
    }
}
