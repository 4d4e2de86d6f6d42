using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Pages;

/// <summary>Every word of the pages in one language; a language that lacks one does not compile.</summary>
internal sealed record Texts
{
    public required string Code { get; init; }
    public required string Site { get; init; }
    public required string Tagline { get; init; }
    public required string TaglineEnd { get; init; }
    public required string ToContent { get; init; }
    public required string SearchBox { get; init; }
    public required string SearchHint { get; init; }
    public required string Find { get; init; }
    public required Func<SuggestionType, string> Suggestion { get; init; }
    public required Func<int, string> Suggested { get; init; }
    public required string Language { get; init; }
    public required string Footer { get; init; }
    public required string ForPrograms { get; init; }
    public required string Embed { get; init; }
    public required string TakeAlong { get; init; }

    public required string Reading { get; init; }
    public required string WithoutPart { get; init; }
    public required Func<string, string> Exactly { get; init; }
    public required string ReadExactly { get; init; }
    public required string Loosely { get; init; }
    public required Func<string, string?> StepKind { get; init; }
    public required Func<string, string?> PartKind { get; init; }

    public required string Filters { get; init; }
    public required Func<int, string> Chosen { get; init; }
    public required Func<Dimension, string> Dimension { get; init; }
    public required string ByYears { get; init; }
    public required Func<int, string> Earlier { get; init; }
    public required string Year { get; init; }
    public required string YearTable { get; init; }
    public required string ShowMore { get; init; }
    public required string ShowLess { get; init; }
    public required Func<string, string> AddLabel { get; init; }
    public required Func<string, string> DropLabel { get; init; }
    public required string Selected { get; init; }
    public required string Reset { get; init; }

    public required Func<SortOrder, string> Sort { get; init; }
    public required string SortBy { get; init; }
    public required Func<int, string> MoreNames { get; init; }
    public required Func<string, string?> LinkKind { get; init; }
    public required Func<string, string> LanguageName { get; init; }
    public required Func<int, string> Ordinal { get; init; }
    public required string Pages { get; init; }
    public required string Next { get; init; }
    public required string Previous { get; init; }
    public required string DepthEnds { get; init; }

    public required string AllReviews { get; init; }
    public required string LatestReviews { get; init; }
    public required string About { get; init; }
    public required string Newest { get; init; }
    public required string AllDigests { get; init; }
    public required string BeginsWith { get; init; }
    public required Func<int, int, string> FirstOf { get; init; }
    public required string BeyondLast { get; init; }
    public required string LastPage { get; init; }
    public required Func<string, string> NotHere { get; init; }
    public required string WholePaper { get; init; }
    public required string Inside { get; init; }
    public required string Examples { get; init; }
    public required string ExampleTitle { get; init; }
    public required string ExampleAuthor { get; init; }
    public required string ExampleLab { get; init; }
    public required string ExampleTopic { get; init; }
    public required string EmptyArchive { get; init; }
    public required string EmptyArchiveHint { get; init; }

    public required string NothingFound { get; init; }
    public required string WithoutFilters { get; init; }
    public required string DropWord { get; init; }
    public required string DropFilter { get; init; }
    public required string Nearest { get; init; }
    public required string CheckWords { get; init; }

    public required string Paper { get; init; }
    public required string Authors { get; init; }
    public required string Labs { get; init; }
    public required string Institutions { get; init; }
    public required string Countries { get; init; }
    public required string Venue { get; init; }
    public required string Topics { get; init; }
    public required string Reviewer { get; init; }
    public required string Digest { get; init; }
    public required string Links { get; init; }
    public required string NoAddress { get; init; }
    public required string NoText { get; init; }
    public required Func<int, string> OtherReviews { get; init; }
    public required string SimilarReviews { get; init; }
    public required string Table { get; init; }
    public required string InDigest { get; init; }
    public required string PreviousReview { get; init; }
    public required string NextReview { get; init; }
    public required string Contents { get; init; }
    public required string OriginalPost { get; init; }
    public required string SearchInside { get; init; }
    public required string Line { get; init; }

    public required string Indexing { get; init; }
    public required string IndexingHint { get; init; }
    public required Func<string, string, string> IndexingProgress { get; init; }
    public required string StillWorks { get; init; }
    public required Func<int, string> ErrorTitle { get; init; }
    public required Func<int, string> ErrorHint { get; init; }
    public required string BadRequest { get; init; }
    public required string Busy { get; init; }
    public required string TooLong { get; init; }
    public required string NoReview { get; init; }
    public required string NoDigest { get; init; }
    public required string NoPaper { get; init; }

    public required string HardQueries { get; init; }
    public required string HardQueriesHint { get; init; }
    public required string Query { get; init; }
    public required string Times { get; init; }
    public required string LastAsked { get; init; }
    public required string Found { get; init; }
    public required string ReadAs { get; init; }
    public required string ForGlossary { get; init; }

    public required Func<int, string> ReviewsWord { get; init; }
    public required Func<int, string> DigestsWord { get; init; }
    public required Func<int, string> ProblemsWord { get; init; }
    public required Func<int, string> PapersOfYear { get; init; }
    public required string Thousands { get; init; }
    public required IReadOnlyList<string> Months { get; init; }
    public required Func<DateOnly, string> Day { get; init; }

    /// <summary>A number with its thousands apart: 131 000.</summary>
    public string Number(int number) => number.ToString("N0", new System.Globalization.NumberFormatInfo { NumberGroupSeparator = Thousands, NumberGroupSizes = [3] });

    /// <summary>How many reviews.</summary>
    public string Reviews(int number) => $"{Number(number)}\u00a0{ReviewsWord(number)}";

    /// <summary>How many digests.</summary>
    public string Digests(int number) => $"{Number(number)}\u00a0{DigestsWord(number)}";

    /// <summary>How many problems.</summary>
    public string Problems(int number) => $"{Number(number)}\u00a0{ProblemsWord(number)}";

    /// <summary>Months as people write them: январь–февраль 2020.</summary>
    public string MonthsOf(Period period) => period switch
    {
        var (from, to) when from == to => $"{Months[from.Number - 1]} {from.Year}",
        var (from, to) when from.Year == to.Year => $"{Months[from.Number - 1]}–{Months[to.Number - 1]} {to.Year}",
        var (from, to) => $"{Months[from.Number - 1]} {from.Year} – {Months[to.Number - 1]} {to.Year}",
    };

    /// <summary>The time of a digest: its months, else its day; null for one without.</summary>
    public string? When(Digest digest) => digest.Period is { } period ? MonthsOf(period) : digest.Published is { } day ? Day(day) : null;
}
