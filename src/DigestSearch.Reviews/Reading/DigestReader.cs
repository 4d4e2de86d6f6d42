using System.Globalization;
using DigestSearch.Reviews.Reading.Formats;
using DigestSearch.Reviews.Reading.Shapes;

namespace DigestSearch.Reviews.Reading;

/// <summary>Bytes of a document to its digest, reviews and problems. Pure and total: any bytes give an answer, never an exception.</summary>
public sealed class DigestReader(Vocabulary vocabulary)
{
    /// <summary>Larger documents are refused.</summary>
    public const int SizeLimit = 32 * 1024 * 1024;

    // Raise it when a change of the rules makes another reading of the same bytes.
    private const string RulesVersion = "8";

    // The first shape that recognizes a document reads it: the stricter stand before the laxer.
    private static readonly IReadOnlyList<(string Name, Func<ShapeContext, ShapeReading?> Read)> Shapes =
    [
        ("numbered reviews", NumberedDigest.Read), ("a review with a header", SingleReview.Read), ("a table of reviews", TableDigest.Read), ("a list of reviews", ListDigest.Read),
        ("reviews under headings", HeadedDigest.Read), ("a review without a header", PlainReview.Read),
    ];

    private readonly ReviewFinish finish = new(vocabulary);

    /// <summary>Hash of everything that shapes a reading: rules and vocabulary. Another fingerprint means read the stored bytes again.</summary>
    public string Fingerprint => "r" + RulesVersion + "-" + vocabulary.Fingerprint;

    /// <summary>Reads one document.</summary>
    /// <param name="bytes">The document as received.</param>
    /// <param name="name">Path relative to its source, or the name it was posted under; its extension tells the format.</param>
    /// <param name="mediaType">Tells the format where the name does not, and the encoding in its charset parameter.</param>
    public DigestReading Read(ReadOnlyMemory<byte> bytes, string name, string? mediaType = null)
    {
        if (bytes.Length > SizeLimit)
            return Nothing(name, ProblemCodes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The document has more than the {SizeLimit} bytes that are read."),
                "Split it into several digests.");
        var decoding = Decoding.Read(bytes.Span, mediaType);
        if (decoding.Text is not { } text)
            return Nothing(name, ProblemCodes.NotText, "The document is not text but binary data.", "Save it as Markdown, HTML or plain text in UTF-8.");
        if (string.IsNullOrWhiteSpace(text)) return Nothing(name, ProblemCodes.Empty, "The document is empty.", "Write its reviews into it, or remove it.");
        var problems = new List<Problem>();
        if (decoding.InvalidLine is { } invalid)
            problems.Add(new Problem(ProblemCodes.InvalidEncoding, name, invalid, $"Some bytes from this line on are not valid {decoding.Encoding.ToUpperInvariant()}; they were replaced.", "Save the document as UTF-8."));
        if (decoding.IsDoubtful)
            problems.Add(new Problem(ProblemCodes.EncodingGuessed, name, null, $"The document does not tell its encoding; it was read as {decoding.Encoding}, which is a guess.", "Save the document as UTF-8."));
        var format = Documents.FormatOf(name, mediaType, text);
        if (format is Format.Feed) return ReadFeed(FeedXml.Read(text), name, problems);
        var (document, tooDeep, frontMistake) = Documents.Read(format, text);
        if (tooDeep) problems.Add(TooDeep(name));
        if (frontMistake is { } line)
            problems.Add(new Problem(ProblemCodes.FrontMatterInvalid, name, line, "The front matter is not valid YAML and was left out.", "Mend the YAML between the two lines of dashes."));
        return ReadShapes(new ShapeContext(document with { Blocks = WithTitles(document.Blocks) }, name, vocabulary), problems);
    }

    // «### Title:», and the title in the next line: one heading.
    private static IReadOnlyList<Block> WithTitles(IReadOnlyList<Block> blocks)
    {
        var joined = new List<Block>(blocks.Count);
        foreach (var block in blocks)
            if (joined.Count > 0 && joined[^1] is { Kind: BlockKind.Heading, Text.Text.Length: <= 20 } label && block is { Kind: BlockKind.Paragraph or BlockKind.Code } && !block.Text.Text.Trim().Contains('\n')
                && FieldLine.FieldOf(Folding.Fold(label.Text.Plain)) is Field.Title) joined[^1] = label with { Text = block.Text.Trim() };
            else joined.Add(block);
        return joined;
    }

    /// <summary>The review that a line of JSON Lines tells, completed as one of a document would be.</summary>
    public Review ToReview(ReviewLine line, int ordinal) => finish.Line(line, ordinal);

    /// <summary>What a line of JSON Lines tells of its review, and what was derived.</summary>
    public ReviewOrigin OriginOf(ReviewLine line, Review review, int number) => finish.Origin(line, review, number);

    private DigestReading ReadShapes(ShapeContext context, List<Problem> problems)
    {
        foreach (var (shape, read) in Shapes)
        {
            if (read(context) is not { } reading) continue;
            var facts = DigestFacts.Of(context, reading);
            var reviews = reading.Reviews.Select((draft, i) => finish.Draft(draft, i + 1, DigestFacts.YearOf(facts, context.Name), context.Document.Url)).ToList();
            return new DigestReading(DigestFacts.WithLanguage(facts, reviews), reviews, [.. problems, .. reading.Problems])
            {
                Origins = [.. reading.Reviews.Select((draft, at) => new Lazy<ReviewOrigin>(() => finish.Origin(shape, draft, reviews[at])))],
            };
        }
        // Markup that could not be read is reason enough.
        if (!problems.Exists(problem => problem.Code is ProblemCodes.TooDeep))
            problems.Add(context.Problem(ProblemCodes.NoReviews, null, "No review was found in the document.",
                "Known shapes are numbered headings “1. Title” with a line “Authors: A, B (Institution, 2020)” below, a table with a column of titles, a list of titles that link to papers, "
                + "headings that link to papers, or one review a file with front matter or lines such as “Title: …” and “Authors: …”."));
        return new DigestReading(DigestFacts.Of(context, new ShapeReading([], [])), [], problems);
    }

    /// <summary>A whole feed is a digest of all that its entries hold; an entry alone is a digest of its own.</summary>
    private DigestReading ReadFeed(FeedXml feed, string name, List<Problem> problems)
    {
        if (feed.Mistake is { } mistake) problems.Add(new Problem(mistake.Code, name, mistake.Line, mistake.Message, mistake.Hint));
        var entries = feed.Entries.Select(entry => ReadEntry(FeedEntry.Of(entry), name)).ToList();
        if (feed.IsEntry && entries is [var only]) return only with { Problems = [.. problems, .. only.Problems] };
        var reviews = entries.SelectMany(entry => entry.Reviews).Select((review, at) => review with { Ordinal = at + 1 }).ToList();
        if (entries.Count == 0 && problems.Count == 0) problems.Add(new Problem(ProblemCodes.NoReviews, name, null, "The feed has no entries.", "Wait until it has some, or remove it."));
        var document = new BlockDocument([]) { Title = feed.Title, Url = feed.Url, Language = feed.Language, Published = entries.Max(entry => entry.Digest.Published) };
        return new DigestReading(DigestFacts.WithLanguage(DigestFacts.Of(new ShapeContext(document, name, vocabulary), new ShapeReading([], [])), reviews), reviews, [.. problems, .. entries.SelectMany(entry => entry.Problems)])
        {
            Origins = [.. entries.SelectMany(entry => entry.Origins)],
        };
    }

    private DigestReading ReadEntry(FeedEntry entry, string name)
    {
        var (document, tooDeep) = FeedEntries.Read(entry);
        var reading = ReadShapes(new ShapeContext(document, name, vocabulary), tooDeep ? [TooDeep(name)] : []);
        return reading with
        {
            Digest = entry.Title is { } title ? reading.Digest with { Title = title } : reading.Digest,
            Problems = [.. reading.Problems.Select(problem => problem.Code is ProblemCodes.NoReviews
                ? problem with { Line = entry.Line, Message = $"No review was found in the entry “{entry.Title ?? entry.Id}”.", Hint = "An entry holds a digest of a known shape, or a text that links to the one paper it is about." }
                : problem with { Line = problem.Line ?? entry.Line })],
        };
    }

    private static Problem TooDeep(string name) => new(ProblemCodes.TooDeep, name, null, "The markup nests or repeats too deeply to be read.", "Simplify the markup (fewer than 50 levels are plenty), or split the document.");

    private static DigestReading Nothing(string name, string code, string message, string hint) =>
        new(new Digest { Title = DigestFacts.NameOf(name) }, [], [new Problem(code, name, null, message, hint)]);
}

/// <summary>What one document gave.</summary>
public sealed record DigestReading(Digest Digest, IReadOnlyList<Review> Reviews, IReadOnlyList<Problem> Problems)
{
    /// <summary>How each of the reviews was read.</summary>
    public IReadOnlyList<Lazy<ReviewOrigin>> Origins { get; init; } = [];
}
