using DigestSearch.Archive;

namespace DigestSearch.Worker.Sources;

/// <summary>What came of asking for a feed.</summary>
internal abstract record FeedAnswer;

/// <summary>The feed is as it was.</summary>
internal sealed record FeedUnchanged : FeedAnswer;

/// <summary>The feed as it is now.</summary>
internal sealed record FeedContent(ReadOnlyMemory<byte> Bytes, FeedState State) : FeedAnswer;

/// <summary>There was no feed to be had, told as a problem will tell it.</summary>
internal sealed record FeedFailure(string Code, string Message, string Hint, TimeSpan? RetryAfter = null) : FeedAnswer
{
    public const string Unreachable = "feed-unreachable";
    public const string Refused = "feed-refused";
    public const string TooLarge = "feed-too-large";
}
