using DigestSearch.Search;

namespace DigestSearch.Api.Exports;

/// <summary>A form in which the reviews of an address can be taken along.</summary>
internal abstract class ExportFormat
{
    /// <summary>Most reviews of one export: as deep as results can be paged.</summary>
    public const int MostReviews = ReviewQuery.MaxDepth;

    /// <summary>For papers that cite.</summary>
    public static ExportFormat BibTex { get; } = new BibTexFormat();

    /// <summary>All forms, in the order in which pages offer them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
        [BibTex, new RisFormat(), new CslFormat(), new CsvFormat(), new MarkdownFormat(), new AtomFormat(), new JsonFeedFormat()];

    /// <summary>What people call it.</summary>
    public abstract string Name { get; }

    /// <summary>The end of its addresses, with the point.</summary>
    public abstract string Extension { get; }

    /// <summary>Its media type.</summary>
    public abstract string MediaType { get; }

    /// <summary>How many reviews it holds at the most.</summary>
    public virtual int Most => MostReviews;

    /// <summary>Whether it tells what is new and is asked again and again.</summary>
    public virtual bool IsFeed => false;

    /// <summary>Whether browsers save it rather than show it.</summary>
    public virtual bool IsSaved => true;

    /// <summary>The text, a piece for each review, made as it is read.</summary>
    public abstract IEnumerable<string> Write(Export export);
}
