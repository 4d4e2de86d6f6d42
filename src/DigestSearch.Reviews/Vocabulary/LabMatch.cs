namespace DigestSearch.Reviews;

/// <summary>How an institution as written was recognised.</summary>
public enum LabMatchKind
{
    /// <summary>Neither an alias nor a pattern fits.</summary>
    Unknown,

    /// <summary>No alias knows it, but it is named as universities are.</summary>
    Pattern,

    /// <summary>An alias knows it.</summary>
    Known,
}

/// <summary>What an institution as written stands for: the path of a lab, or the one way to write a university that no alias knows.</summary>
/// <param name="Kind">How it was recognised.</param>
/// <param name="Path">The path; null when unknown.</param>
public readonly record struct LabMatch(LabMatchKind Kind, string? Path);
