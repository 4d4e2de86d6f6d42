namespace DigestSearch.Reviews;

/// <summary>One thing by which a paper is known: an identifier, or its title and first author.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Folded, so that equal values are the same paper's.</param>
public readonly record struct PaperKey(PaperKeyKind Kind, string Value)
{
    /// <summary>Strong keys before weak ones, then by value.</summary>
    public static IComparer<PaperKey> StrongestFirst { get; } = Comparer<PaperKey>.Create((one, other) =>
        one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind) : string.CompareOrdinal(one.Value, other.Value));

    /// <summary>Kind and value: <c>arxiv:1912.13503</c>.</summary>
    public override string ToString() => Kind switch
    {
        PaperKeyKind.Arxiv => "arxiv:",
        PaperKeyKind.Doi => "doi:",
        PaperKeyKind.OpenReview => "openreview:",
        PaperKeyKind.Acl => "acl:",
        PaperKeyKind.Title => "title:",
        _ => "review:",
    } + Value;
}

/// <summary>The kinds of <see cref="PaperKey"/>, the strongest first.</summary>
public enum PaperKeyKind
{
    /// <summary>An arXiv identifier.</summary>
    Arxiv,

    /// <summary>A DOI, unless it is that of an arXiv or ACL identifier.</summary>
    Doi,

    /// <summary>A forum of OpenReview.</summary>
    OpenReview,

    /// <summary>A paper of the ACL Anthology.</summary>
    Acl,

    /// <summary>Title and first author.</summary>
    Title,

    /// <summary>The review itself, where nothing tells its paper: it is merged with no other.</summary>
    Review,
}
