using DigestSearch.Search;
using DigestSearch.Search.Similar;

namespace DigestSearch.Api.Search;

/// <summary>What became of a search.</summary>
internal abstract record SearchOutcome;

/// <summary>It was answered.</summary>
internal sealed record Answered(ReviewResults Results, TimeSpan Took) : SearchOutcome;

/// <summary>Something else was asked of the index, and answered: suggestions, labels, reviews like one.</summary>
internal sealed record Told<T>(T Answer) : SearchOutcome;

/// <summary>It could not be answered now; asking again later may do.</summary>
internal sealed record Refused(Refusal Why, string Detail, int RetryAfterSeconds) : SearchOutcome;

/// <summary>Why a search was not answered.</summary>
internal enum Refusal
{
    NotReady,
    Busy,
    TooLong,
}

/// <summary>Asks the index; throws <see cref="IndexNotReadyException"/> while there is none.</summary>
internal delegate ReviewResults AskIndex(ReviewQuery query, CancellationToken cancellation);

/// <summary>Asks the index for reviews like one; throws <see cref="IndexNotReadyException"/> while there is none.</summary>
internal delegate SimilarResults? AskSimilar(SimilarQuery query, CancellationToken cancellation);

/// <summary>What the index serves now.</summary>
internal delegate IndexStatus AskStatus();
