namespace DigestSearch.Search;

/// <summary>The axes along which reviews are counted and selected.</summary>
public enum Dimension
{
    /// <summary>Year of the paper.</summary>
    Year,

    /// <summary>Lab, a tree.</summary>
    Lab,

    /// <summary>Topic, a tree.</summary>
    Topic,

    /// <summary>Author of the paper.</summary>
    Author,

    /// <summary>Who reviewed it.</summary>
    Reviewer,

    /// <summary>Conference or journal.</summary>
    Venue,

    /// <summary>Language code of the review.</summary>
    Language,

    /// <summary>Digest; values are ids, labels titles.</summary>
    Digest,

    /// <summary>Kinds of links present: code, video and so on.</summary>
    Has,
}
