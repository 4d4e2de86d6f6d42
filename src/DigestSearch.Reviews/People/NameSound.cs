namespace DigestSearch.Reviews.People;

/// <summary>
/// How a name sounds, coarsely and in either alphabet: classes of its consonants, so that «Гудфеллоу» and Goodfellow share a key. Which of the
/// names with a key is meant is for <see cref="Transcription"/> to say.
/// </summary>
public static class NameSound
{
    private const int MostKeys = 8;
    private const int LongestName = 40;

    // Names repeat as words do.
    private const int CacheSize = 1 << 14;
    private const string LatinVowels = "aeiouy";
    private const string CyrillicVowels = "аеиоуыэюя";

    // Letters of a class sound alike in some language: T is t, d, th; S is every hiss from s to zh; K is k, g, h; V is v, f, w. Several classes
    // are readings of different languages, and a blank one is silent.
    private static readonly Dictionary<string, string[]> Latin = Table("""
        b B|c K S|d T|f V|g K|h K _|j S _ K|k K|l L|m M|n N|p P|q K S|r R|s S|t T|v V|w _ V|x KS S|z S
        bb B|cc K S|ck K SK|cq K|ch S K|cs S|cz S K|dd T|dg S|dt T|dz S|ff V|gg K S|gl KL L|gh _ K|gn N KN|gy T S K|hs S|kh K|kn KN N|ll L|lk LK K|mm M|nn N|ng N NK|ph V|pf V PV|pp P|qu K KV|rh R|rk RK K|rr R|rz S RS|sc S SK|sh S SK|ss S|sz S|th T|ts S|tt T|tz S|wh V K|wr R|zh S|zz S
        ault LT _|sch S SK|tch S|dzh S|tsch S|shch S|ght T KT
        """);

    private static readonly Dictionary<string, string[]> Cyrillic = Table("""
        б B|в V|г K|д T|ж S|з S|к K|л L|м M|н N|п P|р R|с S|т T|ф V|х K|ц S|ч S|ш S|щ S
        дж S|дз S|чхв S|чж S|цз S|тс S|тш S|тч S|тц S|сш S|дт T
        """);

    [ThreadStatic] private static Dictionary<string, IReadOnlyList<string>>? keysOf;

    /// <summary>The keys of a folded name of one alphabet, each a reading; none for other scripts.</summary>
    public static IReadOnlyList<string> Keys(string folded)
    {
        if (folded.Length is 0 or > LongestName) return [];
        var cache = keysOf ??= new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (cache.TryGetValue(folded, out var known)) return known;
        if (cache.Count >= CacheSize) cache.Clear();
        return cache[folded] = IsCyrillic(folded) ? Keys(folded, Cyrillic, CyrillicVowels) : folded.All(char.IsAsciiLetterLower) ? Keys(folded, Latin, LatinVowels) : [];
    }

    /// <summary>Whether a folded name has Cyrillic letters and no others.</summary>
    public static bool IsCyrillic(string folded) => folded.Length > 0 && folded.All(letter => letter is >= 'а' and <= 'я');

    private static string[] Keys(string name, Dictionary<string, string[]> table, string vowels)
    {
        List<string> keys = [""];
        for (var at = 0; at < name.Length;)
        {
            var (classes, length) = Reading(name, at, table, vowels);
            // Doubled consonants, and those of one class side by side, are heard once.
            keys = [.. keys.SelectMany(key => classes.Select(sound => sound.Length > 0 && at > 0 && !IsVowel(name[at - 1], vowels) && key.EndsWith(sound[0]) ? key + sound[1..] : key + sound)).Distinct().Take(MostKeys)];
            at += length;
        }
        return [.. keys.Select(key => key.Length > 0 ? key : "-").Distinct()];
    }

    private static (string[] Classes, int Length) Reading(string name, int at, Dictionary<string, string[]> table, string vowels)
    {
        if (name[at] is 'w' or 'у' or 'ю' && BeforeVowel(name, at + 1, vowels) && (at == 0 || name[at] is 'w' || name[at - 1] is 'ь' || IsVowel(name[at - 1], vowels)))
            return ([at == 0 || name[at] is 'w' ? "V" : "", name[at] is 'w' ? "" : "V"], 1);
        for (var length = Math.Min(5, name.Length - at); length > 0; length--)
            if (table.TryGetValue(name.Substring(at, length), out var classes)) return (Special(name, at, length, classes, vowels), length);
        return ([""], 1);
    }

    private static string[] Special(string name, int at, int length, string[] classes, string vowels) => name.AsSpan(at, length) switch
    {
        "c" when at + length == name.Length => ["K", "S", ""],
        // Pinyin, and what was «ç».
        "c" when at == 0 || name.AsSpan(at + 1).StartsWith("oi") => ["K", "S"],
        "c" when !BeforeAny(name, at + 1, "eiy") => ["K"],
        "ng" when BeforeAny(name, at + 2, "eiy") => ["NK", "NS"],
        "g" when BeforeAny(name, at + 1, "eiy") => ["K", "S"],
        "h" when at > 0 && !IsVowel(name[at - 1], vowels) => ["", "K"],
        // Pinyin has its own r, in Russian «ж».
        "r" when at == 0 => ["R", "S"],
        // French ends are silent.
        "r" when at + length == name.Length && at > 2 && name[at - 1] is 'e' => ["R", ""],
        "t" or "d" or "s" or "x" or "z" or "p" when at + length == name.Length && at > 2 => [.. classes, ""],
        _ => classes,
    };

    private static bool BeforeVowel(string name, int at, string vowels) => at < name.Length && IsVowel(name[at], vowels);

    private static bool BeforeAny(string name, int at, string letters) => at < name.Length && letters.Contains(name[at], StringComparison.Ordinal);

    private static bool IsVowel(char letter, string vowels) => vowels.Contains(letter, StringComparison.Ordinal);

    private static Dictionary<string, string[]> Table(string text) => text.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1..].Select(sound => sound.Replace("_", "", StringComparison.Ordinal)).ToArray(), StringComparer.Ordinal);
}
