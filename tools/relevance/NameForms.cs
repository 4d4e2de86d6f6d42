using System.Text.RegularExpressions;
using DigestSearch.Reviews;

namespace DigestSearch.RelevanceMeasure;

/// <summary>Names of authors as readers type them (order × initials × diacritics × particles), and by a rule over all reviews which of them each finds.</summary>
/// <remarks>
/// The rule: one author of the review has all parts of the query as words of the name, in the order of the query or of one of its rotations
/// (surname last or first), other words between them allowed. A part is a word when both are the same letters, diacritics apart («ö» also as
/// «oe», «Xin-yu» also as «Xinyu»), or when one is the initial of the other; the surname, first or last in the query, is no initial and has none.
/// </remarks>
public sealed partial class NameForms
{
    private static readonly HashSet<string> Particles = new(["van", "von", "der", "den", "de", "da", "di", "del", "la", "le", "el", "al", "bin", "ter", "dos"], StringComparer.Ordinal);

    private readonly Dictionary<string, List<(string Review, string[] Words)>> byWord = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <param name="reviews">All that can be found.</param>
    public NameForms(IEnumerable<CorpusReview> reviews)
    {
        foreach (var review in reviews)
            foreach (var name in review.Authors ?? [])
            {
                foreach (var words in new[] { Words(name), Words(Hyphens().Replace(name, "")) })
                    foreach (var word in words.SelectMany(Spellings).Distinct())
                    {
                        if (!byWord.TryGetValue(word, out var own)) byWord[word] = own = [];
                        own.Add((review.Id, words));
                    }
                names.Add(name);
            }
    }

    /// <summary>Forms of names from a seed, each a collection without a corpus.</summary>
    public IEnumerable<Collection> All(int seed, int count) =>
    [
        Form("given surname", name => [.. name.Given, .. name.Surname], seed, count), Form("surname given", name => [.. name.Surname, .. name.Given], seed, count),
        Form("G. surname", name => [.. name.Given.Select(Initial), .. name.Surname], seed, count), Form("surname G.", name => [.. name.Surname, .. name.Given.Select(Initial)], seed, count),
        Form("no diacritics", name => name.Whole.Any(word => !string.Equals(Folding.FoldLetters(word), word, StringComparison.OrdinalIgnoreCase)) ? [.. name.Whole.Select(word => Folding.FoldLetters(word) is var plain ? char.ToUpperInvariant(plain[0]) + plain[1..] : word)] : [], seed, count),
        Form("no particle", name => name.Surname.Any(IsParticle) ? [.. name.Given, name.Surname[^1]] : [], seed, count), Form("with particle", name => name.Surname.Any(IsParticle) ? [.. name.Whole] : [], seed, count),
    ];

    private Collection Form(string label, Func<Name, string[]> form, int seed, int count)
    {
        var random = new Random(seed);
        var (queries, grades) = (new List<JudgedQuery>(), new Dictionary<string, IReadOnlyDictionary<string, int>>());
        for (var tries = 0; queries.Count < count && tries < count * 10_000; tries++)
        {
            if (Name.Of(names[random.Next(names.Count)]) is not { } name || form(name) is not { Length: > 1 } parts) continue;
            var id = $"{label}-{queries.Count}";
            queries.Add(new JudgedQuery(id, string.Join(' ', parts)));
            grades[id] = Meant([.. parts.SelectMany(Words)]).ToDictionary(review => review, _ => 1);
        }
        return new Collection(label, null, queries, grades);
    }

    private IEnumerable<string> Meant(string[] parts)
    {
        return SurnamesOf(parts).Select(surname => parts[surname]).Distinct().SelectMany(Spellings).SelectMany(word => byWord.GetValueOrDefault(word, [])).Where(author => IsMeant(parts, author.Words)).Select(author => author.Review).Distinct();
    }

    private static bool IsMeant(string[] parts, string[] words) =>
        SurnamesOf(parts).Any(surname => Enumerable.Range(0, parts.Length).Any(first => InOrder([.. parts.Select((part, at) => (part, at == surname))], first, words)));

    private static IEnumerable<int> SurnamesOf(string[] parts) => new[] { 0, parts.Length - 1 }.Where(end => parts[end].Length > 1);

    private static bool InOrder((string Part, bool IsSurname)[] parts, int first, string[] words)
    {
        var found = 0;
        foreach (var word in words)
            if (found < parts.Length && IsSame(parts[(first + found) % parts.Length], word)) found++;
        return found == parts.Length;
    }

    private static bool IsSame((string Text, bool IsSurname) part, string word) =>
        Spellings(part.Text).Intersect(Spellings(word)).Any()
        || (part.Text.Length == 1 && word[0] == part.Text[0]) || (!part.IsSurname && word.Length == 1 && word[0] == part.Text[0]);

    // Words are kept as written, so that both spellings of an umlaut can be had.
    private static string[] Words(string name) => [.. name.Split([' ', '-', '.', '\u2010', '\u2011'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter)).Select(word => word.ToLowerInvariant())];

    [GeneratedRegex("[-\u2010\u2011]")]
    private static partial Regex Hyphens();

    private static IEnumerable<string> Spellings(string word)
    {
        yield return Folding.FoldLetters(word);
        var digraphs = word.Replace("ö", "oe", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal);
        if (digraphs != word) yield return Folding.FoldLetters(digraphs);
    }

    private static bool IsParticle(string word) => Particles.Contains(word.ToLowerInvariant());

    private static string Initial(string word) => word[..1].ToUpperInvariant() + ".";

    private sealed record Name(string[] Given, string[] Surname)
    {
        public IEnumerable<string> Whole => Given.Concat(Surname);

        // Names of two to five plain words; the surname is the last, with the particles before it.
        public static Name? Of(string written)
        {
            var words = written.Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is < 2 or > 5 || !words.All(word => word.All(letter => char.IsLetter(letter) && letter < '\u0250')) || words[^1].Length < 2) return null;
            var surname = words.Length - 1;
            while (surname > 1 && IsParticle(words[surname - 1])) surname--;
            return new Name(words[..surname], words[surname..]);
        }
    }
}
