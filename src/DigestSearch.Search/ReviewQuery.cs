namespace DigestSearch.Search;

/// <summary>Everything a search is asked; compares and prints without an index.</summary>
public sealed record ReviewQuery
{
    /// <summary>Results may be paged up to this many hits deep.</summary>
    public const int MaxDepth = 10_000;

    /// <summary>Longest text of a query, in UTF-16 units.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>Largest page.</summary>
    public const int MaxSize = 100;

    /// <summary>The reader's words; empty finds all reviews.</summary>
    public string Text { get; init; } = "";

    /// <summary>Selected labels by dimension, <see cref="Dimension.Year"/> apart: OR inside a dimension, AND across.</summary>
    public IReadOnlyDictionary<Dimension, IReadOnlyList<string>> Selections { get; init; } = new Dictionary<Dimension, IReadOnlyList<string>>();

    /// <summary>Selected years; any of them.</summary>
    public IReadOnlyList<YearRange> Years { get; init; } = [];

    /// <summary>Order of the hits; null means relevance where there is text, newest where there is none.</summary>
    public SortOrder? Sort { get; init; }

    /// <summary>Page from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page; 0 counts only.</summary>
    public int Size { get; init; } = 10;

    /// <summary>Dimensions to count.</summary>
    public IReadOnlyList<Dimension> Facets { get; init; } = Enum.GetValues<Dimension>();

    /// <summary>Most labels a level of a dimension answers with; years are always whole.</summary>
    public int FacetSize { get; init; } = 20;

    /// <summary>Adds to each hit how its score came about.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether hits come with a snippet, and marks in their titles.</summary>
    public bool Snippets { get; init; } = true;

    /// <summary>Takes the words as they are: no repair, no widening.</summary>
    public bool Exact { get; init; }
}

/// <summary>Orders of the hits; ties fall to newest, then id.</summary>
public enum SortOrder
{
    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Year of the paper, then date of the digest, latest first.</summary>
    Newest,

    /// <summary>Year of the paper, then date of the digest, earliest first.</summary>
    Oldest,

    /// <summary>Title, alphabetically.</summary>
    Title,

    /// <summary>Date of the digest, then year of the paper, latest first: as feeds tell what is new.</summary>
    Published,
}
