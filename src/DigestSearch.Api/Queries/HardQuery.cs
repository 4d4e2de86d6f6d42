namespace DigestSearch.Api.Queries;

/// <summary>A query that found nothing, or something only after it was read otherwise.</summary>
/// <param name="Text">As it was asked last, cut to <see cref="QueryLog.MaxTextLength"/> characters.</param>
/// <param name="Times">How often it was asked.</param>
/// <param name="Last">The day on which it was asked last.</param>
/// <param name="Total">What it found then.</param>
/// <param name="Steps">How it was read otherwise.</param>
internal sealed record HardQuery(string Text, int Times, DateOnly Last, int Total, IReadOnlyList<HardStep> Steps);

/// <summary>One step of the reading.</summary>
internal sealed record HardStep(string Kind, string From, string To);
