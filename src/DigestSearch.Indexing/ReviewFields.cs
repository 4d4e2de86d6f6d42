namespace DigestSearch.Indexing;

/// <summary>How a field is indexed.</summary>
public enum FieldKind
{
    /// <summary>One term as it is; not scored.</summary>
    Key,

    /// <summary>Words by stem and exact form, with positions.</summary>
    Text,

    /// <summary>Names of people: folded words and initials, with positions.</summary>
    Names,

    /// <summary>Names of people by how they sound, each with its sound before it; neither frequencies nor positions.</summary>
    Sounds,

    /// <summary>Words of several fields by stem, those of a weighty field more than once; frequencies, no positions.</summary>
    Combined,

    /// <summary>A whole number for ranges, and a doc value.</summary>
    Number,

    /// <summary>Labels that are counted and selected: sorted-set doc values.</summary>
    Facet,

    /// <summary>Bytes kept for the answer only.</summary>
    Stored,

    /// <summary>Bytes to order by: a binary doc value.</summary>
    Order,
}

/// <summary>A row of the field table.</summary>
/// <param name="Name">Name in the index.</param>
/// <param name="Kind">How it is indexed.</param>
/// <param name="Weight">Weight of a match; 0 where the words of a query do not look.</param>
/// <param name="Holds">What it holds, for <c>index/README.md</c>.</param>
public sealed record ReviewField(string Name, FieldKind Kind, float Weight, string Holds);

/// <summary>THE table of fields: every reader and writer of the index goes by it.</summary>
public static class ReviewFields
{
    /// <summary>Format number of the table; another number is refused or rebuilt by name.</summary>
    public const int Format = 3;

#pragma warning disable CS1591 // The rows say what they hold.
    public static readonly ReviewField Id = new("id", FieldKind.Key, 0, "id of the review");
    public static readonly ReviewField Title = new("title", FieldKind.Text, 8, "title of the paper");
    public static readonly ReviewField TitleKey = new("title.key", FieldKind.Key, 0, "folded title, for the exact title");
    public static readonly ReviewField Authors = new("authors", FieldKind.Names, 6, "authors of the paper, one value each");
    public static readonly ReviewField Sounds = new("sounds", FieldKind.Sounds, 0, "words of authors, institutions and title behind how they sound");
    public static readonly ReviewField Labs = new("labs", FieldKind.Text, 3, "institutions as written, labs with their parents and aliases");
    public static readonly ReviewField Topics = new("topics", FieldKind.Text, 4, "topics with their parents, in English and Russian");
    public static readonly ReviewField Venue = new("venue", FieldKind.Text, 3, "venue of the paper");
    public static readonly ReviewField Reviewer = new("reviewer", FieldKind.Names, 3, "handle and name of the reviewer");
    public static readonly ReviewField Facts = new("facts", FieldKind.Text, 2, "year, countries, identifiers");
    public static readonly ReviewField Identifiers = new("identifiers", FieldKind.Key, 0, "arXiv, DOI, OpenReview and ACL identifiers, owner and name of repositories");
    public static readonly ReviewField Text = new("text", FieldKind.Text, 1, "text of the review");
    public static readonly ReviewField Combined = new("combined", FieldKind.Combined, 0, "every word of the fields that have a weight; free words are looked for here");
    public static readonly ReviewField Year = new("year", FieldKind.Number, 0, "year of the paper");
    public static readonly ReviewField Date = new("date", FieldKind.Number, 0, "day number of the digest, for the order only");
    public static readonly ReviewField IdOrder = new("id.order", FieldKind.Order, 0, "id, to break ties");
    public static readonly ReviewField TitleOrder = new("title.order", FieldKind.Order, 0, "folded title");
    public static readonly ReviewField YearFacet = new("facet.year", FieldKind.Facet, 0, "year");
    public static readonly ReviewField LabFacet = new("facet.lab", FieldKind.Facet, 0, "lab paths, parents included");
    public static readonly ReviewField TopicFacet = new("facet.topic", FieldKind.Facet, 0, "topic paths, parents included");
    public static readonly ReviewField AuthorFacet = new("facet.author", FieldKind.Facet, 0, "authors as written");
    public static readonly ReviewField ReviewerFacet = new("facet.reviewer", FieldKind.Facet, 0, "reviewer");
    public static readonly ReviewField VenueFacet = new("facet.venue", FieldKind.Facet, 0, "venue");
    public static readonly ReviewField LanguageFacet = new("facet.language", FieldKind.Facet, 0, "language code");
    public static readonly ReviewField DigestFacet = new("facet.digest", FieldKind.Facet, 0, "digest title, unit separator, digest id");
    public static readonly ReviewField HasFacet = new("facet.has", FieldKind.Facet, 0, "kinds of links");
    public static readonly ReviewField Review = new("review", FieldKind.Stored, 0, "the review and its digest as JSON");
#pragma warning restore CS1591

    /// <summary>All rows.</summary>
    public static IReadOnlyList<ReviewField> All { get; } =
    [
        Id, Title, TitleKey, Authors, Sounds, Labs, Topics, Venue, Reviewer, Facts, Identifiers, Text, Combined, Year, Date, IdOrder, TitleOrder, YearFacet, LabFacet,
        TopicFacet, AuthorFacet, ReviewerFacet, VenueFacet, LanguageFacet, DigestFacet, HasFacet, Review,
    ];

    /// <summary>Fields whose words the combined field holds; phrases, names and beginnings of words are looked for in each.</summary>
    public static IReadOnlyList<ReviewField> Searched { get; } = [.. All.Where(field => field.Weight > 0)];

    private static readonly Dictionary<string, ReviewField> ByName = All.ToDictionary(field => field.Name);

    /// <summary>The row of a field.</summary>
    public static ReviewField Find(string name) => ByName[name];
}
