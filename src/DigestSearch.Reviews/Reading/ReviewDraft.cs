namespace DigestSearch.Reviews.Reading;

/// <summary>A review as a shape found it, before the vocabulary has its say.</summary>
internal sealed record ReviewDraft(string Title, int Line)
{
    public IReadOnlyList<string> Authors { get; init; } = [];
    public Affiliation Affiliation { get; init; } = Affiliation.None;

    /// <summary>As the review states it for its paper.</summary>
    public int? Year { get; init; }

    public string? Venue { get; init; }

    /// <summary>As the venue has it: «CVPR 2017».</summary>
    public int? VenueYear { get; init; }

    /// <summary>Of the part of the digest that holds the review.</summary>
    public int? SectionYear { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Links beside the title, which are about the paper.</summary>
    public IReadOnlyList<ReviewLink> Links { get; init; } = [];

    /// <summary>Links within the text, which may be about anything.</summary>
    public IReadOnlyList<ReviewLink> TextLinks { get; init; } = [];

    public ReviewerLine? Reviewer { get; init; }
    public string Text { get; init; } = "";

    public DraftRules Rules { get; init; } = DraftRules.None;

    /// <summary>The draft with its changes put down to a rule.</summary>
    /// <param name="rule">Where the values stand, in words for an editor.</param>
    /// <param name="before">The draft before the rule; null where it begins with it.</param>
    public ReviewDraft By(string rule, ReviewDraft? before = null) =>
        Rules.And(rule, before, this) is var rules && ReferenceEquals(rules, Rules) ? this : this with { Rules = rules };

    /// <summary>The blocks that the text was made of.</summary>
    public IReadOnlyList<Formats.Block> Body { get; init; } = [];

    /// <summary>The draft with its text from blocks.</summary>
    public ReviewDraft WithBody(IReadOnlyList<Formats.Block> blocks) => this with { Text = BodyText.Of(blocks), Body = blocks };
}

/// <summary>What a shape made of a document.</summary>
internal sealed record ShapeReading(IReadOnlyList<ReviewDraft> Reviews, IReadOnlyList<Problem> Problems)
{
    /// <summary>Title of the digest where the shape knows better than the document.</summary>
    public string? Title { get; init; }

    /// <summary>What stands before the first review and the contents.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>Months where the shape has a place for them.</summary>
    public Period? Period { get; init; }
}

/// <summary>What every shape is given: the blocks, where they come from, and what is known of the field.</summary>
internal sealed record ShapeContext(Formats.BlockDocument Document, string Name, Vocabulary Vocabulary)
{
    private readonly Lazy<CommonWords> common = new(() => new CommonWords(Document.Blocks));

    public IReadOnlyList<Formats.Block> Blocks => Document.Blocks;

    /// <summary>Lines of names by their text: several shapes ask of the same lines.</summary>
    public Dictionary<(string Text, bool HasLinks), Byline?> NamesLines { get; } = [];

    /// <summary>Words that are no names.</summary>
    public CommonWords Common => common.Value;

    public Problem Problem(string code, int? line, string message, string hint) => new(code, Name, line, message, hint);
}
