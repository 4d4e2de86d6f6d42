using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Reviews.Reading.Formats;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;

namespace DigestSearch.Bench;

/// <summary>What all engines are given: the same words, labels and stored bytes of every document, and the same queries.</summary>
/// <param name="Reviews">Folder of JSON Lines, for the product's own way in.</param>
/// <param name="Documents">A line a document: id, terms, year, venue, labs, authors, topics, stored bytes; tabs between, labels apart by U+001F.</param>
/// <param name="Queries">A line a query: its text, its terms, three selections.</param>
/// <param name="Count">Number of documents.</param>
internal sealed record Corpus(string Reviews, string Documents, string Queries, int Count)
{
    /// <summary>Stands between the labels of a list.</summary>
    public const char ListMark = '\u001F';

    private const int LongestQuery = 3, ShortestWord = 4, TopLabels = 20, ReviewsOfFile = 200_000;

    private static readonly ReviewField[] LabelFields = [ReviewFields.YearFacet, ReviewFields.VenueFacet, ReviewFields.LabFacet, ReviewFields.AuthorFacet, ReviewFields.TopicFacet];

    /// <summary>Writes the files of a corpus into a folder.</summary>
    /// <param name="lines">Reviews of one copy.</param>
    /// <param name="copies">How often each is given, under ids of its own.</param>
    /// <param name="queries">How many queries are made of them.</param>
    /// <param name="vocabulary">By which they are read.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="progress">Told the number of documents written.</param>
    public static Corpus Write(IEnumerable<ReviewLine> lines, int copies, int queries, Vocabulary vocabulary, string folder, Action<int> progress)
    {
        var corpus = new Corpus(Path.Combine(folder, "reviews"), Path.Combine(folder, "documents.tsv"), Path.Combine(folder, "queries.tsv"), 0);
        var reader = new DigestReader(vocabulary);
        using var analyzer = new ReviewAnalyzer();
        Directory.CreateDirectory(corpus.Reviews);
        using var documents = new StreamWriter(corpus.Documents);
        var making = new QueryMaker(vocabulary, queries);
        var count = 0;
        StreamWriter? reviews = null;
        foreach (var line in lines)
        {
            var review = reader.ToReview(line, 1);
            var document = ReviewDocument.Of(new StoredReview(review with { Id = "0" }, "bench", new Digest { Title = "Bench" }), vocabulary);
            var terms = string.Join(' ', Terms(document, analyzer));
            var labels = LabelFields.Select(field => document.GetFields(field.Name).Select(label => Clean(label.GetBinaryValue().Utf8ToString())).ToList()).ToList();
            making.See(review, labels);
            for (var copy = 0; copy < copies; copy++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{count:x7}");
                if (count % ReviewsOfFile == 0)
                {
                    reviews?.Dispose();
                    reviews = new StreamWriter(Path.Combine(corpus.Reviews, $"{count / ReviewsOfFile}.jsonl"));
                }
                reviews!.WriteLine(JsonSerializer.Serialize(line with { Id = id, Digest = "Bench", DigestId = $"bench{count / ReviewsOfFile}" }, ReviewJson.Plain.ReviewLine));
                documents.WriteLine(string.Join('\t', [id, terms, .. labels.Select(list => string.Join(ListMark, list)), JsonSerializer.Serialize(new StoredReview(review with { Id = id, Html = null }, "bench", new Digest { Title = "Bench" }), StoredReviewJson.Default.StoredReview)]));
                if (++count % 10_000 == 0) progress(count);
            }
        }
        reviews?.Dispose();
        File.WriteAllLines(corpus.Queries, making.Queries(analyzer));
        return corpus with { Count = count };
    }

    /// <summary>The reviews of JSON Lines, packed or plain.</summary>
    public static IEnumerable<ReviewLine> Read(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            using var content = File.OpenRead(file);
            foreach (var result in ReviewLines.Read(content, file))
                if (result.Review is { } line) yield return line;
        }
    }

    /// <summary>The terms of a text in the combined field.</summary>
    public static IEnumerable<string> Terms(string text, ReviewAnalyzer analyzer)
    {
        using var stream = analyzer.GetTokenStream(ReviewFields.Combined.Name, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) yield return term.ToString()!;
        stream.End();
    }

    private static IEnumerable<string> Terms(Document document, ReviewAnalyzer analyzer) =>
        document.GetFields(ReviewFields.Combined.Name).SelectMany(field => Terms(field.GetStringValue(CultureInfo.InvariantCulture), analyzer)).Where(term => !term.Any(char.IsWhiteSpace));

    private static string Clean(string label) => label.Replace('\t', ' ').Replace('\n', ' ').Replace(ListMark, ' ');

    /// <summary>One to three telling words of titles that need not be of one paper, and three selections among the labels used most.</summary>
    private sealed class QueryMaker(Vocabulary vocabulary, int wanted)
    {
        private const int Seed = 7;
        private const int Kept = 5_000;

        private readonly Random random = new(Seed);
        private readonly List<string[]> titles = [];
        private readonly Dictionary<string, int>[] counts = [.. LabelFields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        private int seen;

        public void See(Review review, List<List<string>> labels)
        {
            for (var at = 0; at < labels.Count; at++)
                foreach (var label in labels[at]) counts[at][label] = counts[at].GetValueOrDefault(label) + 1;
            var words = review.Title.Split(' ').Select(word => word.ToLowerInvariant()).Where(word => word.Length >= ShortestWord && word.All(char.IsLetter) && !vocabulary.StopWords.Contains(word)).ToArray();
            if (words.Length == 0) return;
            // Every title is kept as likely as every other (Vitter's algorithm R).
            if (titles.Count < Kept) titles.Add(words);
            else if (random.Next(++seen + Kept) is var place && place < Kept) titles[place] = words;
        }

        public IEnumerable<string> Queries(ReviewAnalyzer analyzer)
        {
            var top = counts.Select(labels => labels.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(TopLabels).Select(pair => pair.Key).ToList()).ToList();
            for (var made = 0; made < wanted;)
            {
                var words = Enumerable.Range(0, random.Next(1, LongestQuery + 1)).Select(_ => titles[random.Next(titles.Count)]).Select(title => title[random.Next(title.Length)]).Distinct().ToList();
                var terms = words.Select(word => Terms(word, analyzer).ToList()).ToList();
                if (terms.Exists(forms => forms.Count != 1)) continue;
                made++;
                string[] selections = [Selection("year", top[0]), Selection("venue", top[1]), Selection("lab", top[2])];
                yield return $"{string.Join(' ', words)}\t{string.Join(' ', terms.Select(forms => forms[0]).Distinct())}\t{string.Join(ListMark, selections)}";
            }
        }

        private string Selection(string dimension, List<string> labels) => $"{dimension}={(labels.Count == 0 ? "none" : labels[random.Next(labels.Count)])}";
    }
}

/// <summary>A corpus without any data: words as often as words are (Zipf), shapes as papers have them.</summary>
internal sealed class GeneratedCorpus(int count)
{
    private const int Words = 60_000, Authors = 20_000, TitleWords = 8, TextWords = 130, Seed = 11;

    private readonly Random random = new(Seed);

    public IEnumerable<ReviewLine> Lines(Vocabulary vocabulary)
    {
        string[] labs = [.. new[] { "Google", "Microsoft Research", "Stanford University", "OpenAI", "Yandex", "Carnegie Mellon University", "DeepMind", "ETH Zurich", "Tsinghua University", "Skoltech" }];
        string[] venues = ["NeurIPS", "ICML", "ICLR", "CVPR", "ACL", "EMNLP", "ICCV", "AAAI", "KDD", "SIGIR"];
        string[] topics = [.. vocabulary.Topics.Select(topic => topic.Name)];
        for (var at = 0; at < count; at++)
            yield return new ReviewLine
            {
                Title = Text(TitleWords), Text = Text(TextWords), Year = 2025 - (int)(random.NextDouble() * random.NextDouble() * 40), Venue = venues[Zipf(venues.Length)],
                Authors = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => $"{Word(random.Next(500))}l {Word(Zipf(Authors))}ks")],
                Institutions = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => labs[Zipf(labs.Length)]).Distinct()],
                Topics = topics.Length == 0 ? [] : [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => topics[Zipf(topics.Length)]).Distinct()],
            };
    }

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(Zipf(Words))));

    // The k-th word is k times as rare as the first: the power of a uniform number is nearly that.
    private int Zipf(int most) => (int)(Math.Pow(most, random.NextDouble()) - 1);

    private static string Word(int number)
    {
        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        var word = new StringBuilder();
        for (var left = number + 200; left > 0; left /= Consonants.Length * Vowels.Length) word.Append(Consonants[left % Consonants.Length]).Append(Vowels[left / Consonants.Length % Vowels.Length]);
        return word.ToString();
    }
}
