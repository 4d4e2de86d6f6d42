using DigestSearch.Search;
using DigestSearch.Search.Suggest;
using static DigestSearch.Api.Pages.Plural;

namespace DigestSearch.Api.Pages;

/// <summary>The pages in English.</summary>
internal static class TextsEn
{
    private static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static Texts All { get; } = new()
    {
        Code = "en",
        Site = "Reading Room",
        Tagline = "Papers that someone has read",
        TaglineEnd = "closely",
        ToContent = "Skip to content",
        SearchBox = "Search the reviews",
        SearchHint = "A title, an author, a method, an idea",
        Find = "Search",
        Suggestion = type => type switch
        {
            SuggestionType.Author => "author",
            SuggestionType.Lab => "lab",
            SuggestionType.Topic => "topic",
            _ => "paper",
        },
        Suggested = count => count == 0 ? "No suggestions" : $"{count} {English(count, "suggestion", "suggestions")}, arrows down and up to choose",
        Language = "Language of the pages",
        Footer = "An archive of reviews of scientific papers",
        ForPrograms = "For programs",
        Embed = "For your site",
        TakeAlong = "Take along:",

        Reading = "Looking for",
        WithoutPart = "search without this part",
        Exactly = text => $"search for exactly “{text}”",
        ReadExactly = "words taken exactly as they are",
        Loosely = "search more loosely",
        StepKind = kind => kind switch
        {
            "layout" => "keyboard layout mended",
            "translit" => "transliterated",
            "typo" => "typo mended",
            "glossary" => "glossary",
            "phrase" => "words apart",
            "relax" => "not all words",
            _ => null,
        },
        PartKind = kind => kind switch
        {
            "phrase" => "exact phrase",
            "prefix" => "beginning of a word",
            "name" => "name",
            "not" => "left out",
            "or" => "any of",
            "range" => "range",
            _ => null,
        },

        Filters = "Filters",
        Chosen = count => $"{count} chosen",
        Dimension = dimension => dimension switch
        {
            DigestSearch.Search.Dimension.Year => "Year of the paper",
            DigestSearch.Search.Dimension.Lab => "Lab",
            DigestSearch.Search.Dimension.Topic => "Topic",
            DigestSearch.Search.Dimension.Author => "Author",
            DigestSearch.Search.Dimension.Reviewer => "Reviewed by",
            DigestSearch.Search.Dimension.Venue => "Venue",
            DigestSearch.Search.Dimension.Language => "Language of the review",
            DigestSearch.Search.Dimension.Digest => "Digest",
            _ => "Has",
        },
        ByYears = "By year",
        Earlier = year => $"before {year}",
        Year = "Year",
        YearTable = "Years as a list",
        ShowMore = "show more",
        ShowLess = "show less",
        AddLabel = label => $"add to the chosen: {label}",
        DropLabel = label => $"remove: {label}",
        Selected = "chosen",
        Reset = "clear all",

        Sort = order => order switch
        {
            SortOrder.Relevance => "best match",
            SortOrder.Newest => "newest",
            SortOrder.Oldest => "oldest",
            SortOrder.Published => "latest digests",
            _ => "title",
        },
        SortBy = "sorted by",
        MoreNames = count => $"and\u00a0{count}\u00a0more",
        LinkKind = kind => kind switch
        {
            "paper" => "paper",
            "code" => "code",
            "project" => "project",
            "blog" => "blog post",
            "video" => "video",
            "tweet" => "thread",
            "other" => "other links",
            _ => null,
        },
        LanguageName = code => code switch
        {
            "ru" => "Russian",
            "en" => "English",
            "de" => "German",
            "fr" => "French",
            "es" => "Spanish",
            "zh" => "Chinese",
            "hi" => "Hindi",
            _ => code,
        },
        Ordinal = number => $"no.\u00a0{number}",
        Pages = "Pages",
        Next = "next",
        Previous = "previous",
        DepthEnds = "Paging ends here: make the search narrower or choose a filter.",

        AllReviews = "All reviews",
        LatestReviews = "Latest reviews",
        About = "About",
        Newest = "Newest digests",
        Inside = "What is inside",
        Examples = "For example",
        ExampleTitle = "words of a title, as you remember them",
        ExampleAuthor = "an author's last name, with initials or without",
        ExampleLab = "a lab and years right in the query",
        ExampleTopic = "an exact phrase",
        EmptyArchive = "The shelves are still empty",
        EmptyArchiveHint = "Put a digest into the folder that the program follows, or post it to the API: a second later it is here.",

        NothingFound = "Nothing was found",
        WithoutFilters = "Without filters",
        DropWord = "Without one of the words",
        DropFilter = "Without one of the filters",
        Nearest = "The nearest there is",
        CheckWords = "Try other words: Russian and English both work, and names may be written any way.",

        Paper = "The paper",
        Authors = "Authors",
        Labs = "Labs",
        Institutions = "Institutions",
        Countries = "Countries",
        Venue = "Published at",
        Topics = "Topics",
        Reviewer = "Reviewed by",
        Digest = "Digest",
        Links = "Links",
        NoAddress = "its address is lost",
        Table = "Table",
        NoText = "Of this review only the facts about the paper survive, not its text.",
        OtherReviews = count => English(count, "Another review of this paper", "Other reviews of this paper"),
        SimilarReviews = "Similar reviews",
        InDigest = "In this digest",
        PreviousReview = "Previous review",
        NextReview = "Next review",
        Contents = "Contents",
        OriginalPost = "original post",
        SearchInside = "search inside this digest",
        Line = "line",

        Indexing = "The books are being shelved",
        IndexingHint = "The index is still being built. This page refreshes itself when it is ready.",
        IndexingProgress = (archive, index) => $"The archive holds {archive}, the index {index} so far.",
        StillWorks = "Meanwhile the pages of reviews and digests are open.",
        ErrorTitle = status => status switch
        {
            404 => "There is no such page",
            401 => "An admin key is needed",
            405 => "This page cannot do that",
            429 => "Too many requests at once",
            400 => "The request is not understood",
            503 => "Search is not available right now",
            _ => "Something broke on our side",
        },
        ErrorHint = status => status switch
        {
            404 => "The address may be mistyped, or the page was removed together with its digest. Try to find it by its title.",
            401 => "Enter the key as the password, with any name.",
            405 => "This page can only be read.",
            429 => "Wait a moment and reload the page.",
            400 => "The address is not formed as expected. Start the search again.",
            503 => "Wait a moment and reload the page.",
            _ => "What happened is on record. Search and the other pages most likely work.",
        },
        BadRequest = "This is what the server says of the address:",
        Busy = "Too many people search at this moment. Reload the page in a second.",
        TooLong = "The search took longer than one search may. Less general words will help.",
        NoReview = "There is no such review",
        NoDigest = "There is no such digest",
        NoPaper = "There is no such paper",

        HardQueries = "Hard queries",
        HardQueriesHint = "Queries that found nothing, or had to be read otherwise. Who asked is not kept.",
        Query = "Query",
        Times = "Times",
        LastAsked = "Last asked",
        Found = "Found",
        ReadAs = "Read as",
        ForGlossary = "Proposals for the glossary",

        ReviewsWord = count => English(count, "review", "reviews"),
        DigestsWord = count => English(count, "digest", "digests"),
        ProblemsWord = count => English(count, "place could not be read", "places could not be read"),
        PapersOfYear = year => $"papers of {year}",
        Thousands = ",",
        Months = MonthNames,
        Day = day => $"{day.Day} {MonthNames[day.Month - 1]} {day.Year}",
    };
}
