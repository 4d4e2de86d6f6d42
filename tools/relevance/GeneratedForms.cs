using DigestSearch.Reviews;

namespace DigestSearch.RelevanceMeasure;

/// <summary>What readers make of a title they remember: queries from a fixed seed, right when they find a paper with the same folded title.</summary>
public sealed class GeneratedForms
{
    private const string Keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private const string OtherKeys = "йцукенгшщзхъфывапролджэячсмитьбю";
    private const int FewestWords = 4;
    private const int FewestLetters = 5;

    private readonly IReadOnlyList<CorpusReview> reviews;
    private readonly ILookup<string, string> byTitle;
    private readonly IReadOnlySet<string> stopWords;
    private readonly int seed;
    private readonly int count;

    /// <param name="reviews">All that can be found.</param>
    /// <param name="stopWords">Words that nobody remembers.</param>
    /// <param name="seed">Gives the same queries again.</param>
    /// <param name="count">Queries a form.</param>
    public GeneratedForms(IReadOnlyList<CorpusReview> reviews, IReadOnlySet<string> stopWords, int seed, int count)
    {
        (this.reviews, this.stopWords, this.seed, this.count) = (reviews, stopWords, seed, count);
        byTitle = reviews.ToLookup(review => Folding.Fold(review.Title), review => review.Id);
    }

    /// <summary>The forms, each a collection without a corpus.</summary>
    public IEnumerable<Collection> All =>
    [
        Form("title", (title, _) => title),
        Form("three-words", (title, random) => string.Join(' ', Sample(Telling(title), 3, random))),
        Form("two-typos", WithTypos),
        Form("layout", (title, random) => string.Concat(string.Join(' ', Sample(Telling(title), 3, random)).ToLowerInvariant().Select(OtherKey))),
    ];

    /// <summary>Ordinary queries: one to four words of titles that need not be of one paper. Nothing in them is to be repaired.</summary>
    public IEnumerable<string> Ordinary(int number)
    {
        var random = new Random(seed);
        for (var made = 0; made < number; made++)
        {
            var words = new List<string>();
            for (var least = random.Next(1, 5); words.Count < least;) words.AddRange(Sample(Telling(reviews[random.Next(reviews.Count)].Title), 1, random));
            yield return string.Join(' ', words);
        }
    }

    private Collection Form(string name, Func<string, Random, string> form)
    {
        var random = new Random(seed);
        var queries = new List<JudgedQuery>();
        var grades = new Dictionary<string, IReadOnlyDictionary<string, int>>();
        while (queries.Count < count)
        {
            var review = reviews[random.Next(reviews.Count)];
            if (Telling(review.Title).Count < FewestWords || form(review.Title, random) is not { Length: > 0 } text) continue;
            var id = $"{name}-{queries.Count}";
            queries.Add(new JudgedQuery(id, text));
            grades[id] = byTitle[Folding.Fold(review.Title)].Distinct().ToDictionary(right => right, _ => 1);
        }
        return new Collection(name, null, queries, grades);
    }

    private List<string> Telling(string title) =>
        [.. title.Split(' ', ',', ':', '.', '?', '!', '(', ')', '"').Where(word => word.Length >= FewestLetters && word.All(char.IsAsciiLetter) && !stopWords.Contains(Folding.Fold(word))).Distinct(StringComparer.OrdinalIgnoreCase)];

    private string WithTypos(string title, Random random)
    {
        foreach (var word in Sample(Telling(title), 2, random))
            title = title.Replace(word, Slipped(word, random), StringComparison.Ordinal);
        return title;
    }

    // One slip behind the first letter: a letter too many, too few, another, or two in the wrong order.
    private static string Slipped(string word, Random random)
    {
        var (at, letter) = (random.Next(1, word.Length - 1), (char)('a' + random.Next(26)));
        return random.Next(4) switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            2 => word[..at] + letter + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }

    private static List<string> Sample(List<string> words, int number, Random random)
    {
        var shuffled = words.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(number)];
    }

    private static char OtherKey(char letter) => Keys.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var key ? OtherKeys[key] : letter;
}
