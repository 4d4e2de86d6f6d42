namespace DigestSearch.Reviews.Reading;

/// <summary>How a review was read.</summary>
/// <param name="Shape">What the document was recognised as.</param>
/// <param name="Line">Line of the document where the review begins, from 1.</param>
/// <param name="Fields">What gave each field that has a value, in the order of the members of a review.</param>
public sealed record ReviewOrigin(string Shape, int Line, IReadOnlyList<FieldRule> Fields);

/// <summary>The rule that gave a field.</summary>
/// <param name="Field">Member of a review, as JSON names it.</param>
/// <param name="Rule">Where the value stands, or what it was derived from.</param>
public sealed record FieldRule(string Field, string Rule);
