using System.Text.RegularExpressions;
using DigestSearch.Reviews;

namespace DigestSearch.Search.Widening;

/// <summary>
/// Finds terms that reviews themselves give in both languages, «внимание (attention)», «attention (внимание)», «дистилляция / distillation»: proposals
/// for an editor of the glossary, used by no search.
/// </summary>
/// <param name="glossary">What is known already and not proposed.</param>
/// <param name="stopWords">Words that begin or end no term, folded.</param>
public sealed partial class GlossaryMiner(IReadOnlyList<GlossaryEntry> glossary, IReadOnlySet<string> stopWords)
{
    private const string RussianWord = "[а-яёА-ЯЁ]+(?:-[а-яёА-ЯЁ]+)*";
    private const string EnglishWord = "[a-zA-Z]{2,}(?:-[a-zA-Z]+)*";
    private const string Russian = $@"(?<ru>(?:{RussianWord}[ \u00A0]){{0,4}}{RussianWord})";
    private const string English = $@"(?<en>(?:{EnglishWord}[ \u00A0]){{0,3}}{EnglishWord})";
    private const int LongestAcronym = 5;

    private readonly Dictionary<string, Proposals> byEnglish = new(StringComparer.Ordinal);

    /// <summary>Reads one review.</summary>
    /// <param name="review">Its id.</param>
    /// <param name="text">Its text.</param>
    public void Read(string review, string text)
    {
        foreach (var match in new[] { RussianFirst().Matches(text), EnglishFirst().Matches(text), EitherOr().Matches(text) }.SelectMany(matches => matches))
            Add(review, match.Groups["ru"].Value.Replace('\u00A0', ' '), match.Groups["en"].Value.Replace('\u00A0', ' '), isWhole: match.Groups["whole"].Success);
    }

    /// <summary>What was found, that of most reviews first.</summary>
    /// <param name="fewest">How many reviews have to say so.</param>
    public IReadOnlyList<MinedPair> Pairs(int fewest)
    {
        var known = glossary.SelectMany(entry => entry.Russian.SelectMany(russian => entry.English.Select(english => (Key(russian), Key(english))))).ToHashSet();
        return [.. byEnglish.Values.Select(proposals => proposals.Best()).OfType<MinedPair>()
            .Where(pair => pair.Reviews.Count >= fewest && !known.Contains((Key(pair.Russian), Key(pair.English))))
            .OrderByDescending(pair => pair.Reviews.Count).ThenBy(pair => pair.English, StringComparer.Ordinal)];
    }

    private void Add(string review, string russian, string english, bool isWhole)
    {
        var (before, term) = (russian.Split(' '), english.Split(' '));
        if (IsStopWord(term[0]) || IsStopWord(term[^1]) || IsStopWord(before[^1]) || (!IsAcronym(english) && term.Any(IsName))) return;
        if (!byEnglish.TryGetValue(Key(english), out var proposals)) byEnglish[Key(english)] = proposals = new Proposals();
        var telling = IsAcronym(english) ? english.Length : term.Count(word => !IsStopWord(word));
        for (var first = isWhole ? 0 : before.Length - 1; first >= 0; first--)
        {
            var asMany = before[first..].Count(word => !IsStopWord(word)) == telling;
            if (IsStopWord(before[first]) || (!asMany && IsAcronym(english))) continue;
            var words = string.Join(' ', before[first..]);
            proposals.Add(review, Key(words), words, english, asMany);
        }
    }

    // A capital inside a word: of a model or a program, not a term.
    private static bool IsName(string word) => word.Split('-').Any(part => part.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0);

    private bool IsStopWord(string word) => stopWords.Contains(Folding.Fold(word));

    private static bool IsAcronym(string term) => term.Length <= LongestAcronym && term.All(char.IsAsciiLetterUpper);

    // Case and number make no other term.
    private static string Key(string term) => string.Join(' ', QueryWord.Of(term).SelectMany(word => word.Parts).Select(part => part.Stem));

    // Each begins where a word begins: from within a long word every letter would be tried.
    [GeneratedRegex($@"(?<![а-яёА-ЯЁ-]){Russian} ?\((?:англ\.? |от англ\.? )?{English}\)")]
    private static partial Regex RussianFirst();

    [GeneratedRegex($@"(?<![a-zA-Z-]){English} ?\((?<whole>){Russian}\)")]
    private static partial Regex EnglishFirst();

    [GeneratedRegex($@"(?<![а-яёА-ЯЁ-])(?<ru>{RussianWord}) ?/ ?(?<en>{EnglishWord})(?<whole>)(?![a-zA-Z-])")]
    private static partial Regex EitherOr();

    // What one English term may be in Russian: of the words before it nobody says where the term begins.
    private sealed class Proposals
    {
        private readonly Dictionary<string, Proposal> byKey = new(StringComparer.Ordinal);

        public void Add(string review, string key, string russian, string english, bool asMany)
        {
            if (!byKey.TryGetValue(key, out var proposal)) byKey[key] = proposal = new Proposal(asMany);
            proposal.Reviews.Add(review);
            proposal.Russian[russian] = proposal.Russian.GetValueOrDefault(russian) + 1;
            proposal.English[english] = proposal.English.GetValueOrDefault(english) + 1;
        }

        /// <summary>What most reviews say; of what as many say that with as many words in both languages, then the longest.</summary>
        public MinedPair? Best()
        {
            if (byKey.Count == 0) return null;
            var most = byKey.Values.Max(proposal => proposal.Reviews.Count);
            // Half of them is enough for as many words: what stands before varies.
            var best = byKey.Where(entry => entry.Value.AsMany && entry.Value.Reviews.Count * 2 >= most).Concat(byKey.Where(entry => entry.Value.Reviews.Count == most))
                .OrderByDescending(entry => entry.Value.AsMany).ThenByDescending(entry => entry.Value.Reviews.Count).ThenByDescending(entry => entry.Key.Length).ThenBy(entry => entry.Key, StringComparer.Ordinal).First().Value;
            return new MinedPair(Usual(best.Russian), Usual(best.English), [.. best.Reviews]);
        }

        private static string Usual(Dictionary<string, int> forms) =>
            forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key.Length).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
    }

    private sealed class Proposal(bool asMany)
    {
        public bool AsMany => asMany;

        public SortedSet<string> Reviews { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Russian { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> English { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>Terms that reviews give for each other.</summary>
/// <param name="Russian">The Russian term in its most usual form.</param>
/// <param name="English">The English term or acronym.</param>
/// <param name="Reviews">Ids of the reviews that say so.</param>
public sealed record MinedPair(string Russian, string English, IReadOnlyList<string> Reviews);
