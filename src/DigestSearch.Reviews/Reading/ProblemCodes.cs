namespace DigestSearch.Reviews.Reading;

/// <summary>The stable codes of the problems that reading tells.</summary>
public static class ProblemCodes
{
    /// <summary>The document is larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The document nests or repeats its markup beyond what is read.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>The document is not text.</summary>
    public const string NotText = "not-text";

    /// <summary>The document has no content.</summary>
    public const string Empty = "empty";

    /// <summary>Some bytes are not valid in the encoding.</summary>
    public const string InvalidEncoding = "invalid-encoding";

    /// <summary>The document does not tell its encoding, and its letters leave a doubt.</summary>
    public const string EncodingGuessed = "encoding-guessed";

    /// <summary>The front matter cannot be read as YAML.</summary>
    public const string FrontMatterInvalid = "front-matter-invalid";

    /// <summary>The XML of a feed is broken, or is no feed.</summary>
    public const string FeedInvalid = "feed-invalid";

    /// <summary>The feed has more entries than are read.</summary>
    public const string FeedTooLong = "feed-too-long";

    /// <summary>No known shape of a digest or review was found.</summary>
    public const string NoReviews = "no-reviews";

    /// <summary>A review is a template without content.</summary>
    public const string Unfilled = "unfilled";

    /// <summary>A review has no line of authors.</summary>
    public const string BylineMissing = "byline-missing";

    /// <summary>A review has no title.</summary>
    public const string TitleMissing = "title-missing";

    /// <summary>An entry of the contents has no review.</summary>
    public const string ContentsUnmatched = "contents-unmatched";

    /// <summary>A review is absent from the contents.</summary>
    public const string ContentsIncomplete = "contents-incomplete";

    /// <summary>Contents and review disagree about the title or the year.</summary>
    public const string ContentsMismatch = "contents-mismatch";

    /// <summary>The numbers of the reviews do not rise one by one.</summary>
    public const string NumberUnexpected = "number-unexpected";

    /// <summary>The file is no JSON Lines.</summary>
    public const string NotJsonLines = "not-json-lines";

    /// <summary>A line is no JSON object.</summary>
    public const string LineInvalid = "line-invalid";

    /// <summary>A line is longer than the limit.</summary>
    public const string LineTooLong = "line-too-long";

    /// <summary>A field of a line has another type than expected.</summary>
    public const string FieldInvalid = "field-invalid";

    /// <summary>A compressed source expands beyond the limit.</summary>
    public const string CompressionBomb = "compression-bomb";

    /// <summary>A compressed source is cut off or damaged.</summary>
    public const string CompressionInvalid = "compression-invalid";

    /// <summary>More problems of one file were left out.</summary>
    public const string MoreProblems = "more-problems";
}
