using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using DigestSearch.Archive;

namespace DigestSearch.Worker.Sources;

/// <summary>Asks for feeds: only public addresses, only for what is new, and never for longer or more than the limits.</summary>
/// <param name="settings">The limits.</param>
/// <param name="time">Measures them.</param>
/// <param name="allows">Which machines may be asked, instead of those of the settings.</param>
internal sealed class FeedClient(FeedSettings settings, TimeProvider time, Func<IPEndPoint, bool>? allows = null) : IDisposable
{
    private const int MostRedirects = 3;
    private const int LongestState = 1_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly string Agent = $"DigestSearch/{typeof(FeedClient).Assembly.GetName().Version!.ToString(3)}";

    // The limit of time is ours, for it holds over redirects.
    private readonly HttpClient http = new(FeedConnection.Handler(allows ?? (point => settings.AllowPrivate || point.Port is 80 or 443 && PublicAddress.Is(point.Address)))) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>The feed, unless it is in the state that is known.</summary>
    public async Task<FeedAnswer> FetchAsync(Uri address, FeedState known, CancellationToken cancellation)
    {
        var name = FeedAddress.Shown(address);
        using var late = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await FollowAsync(address, known, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new FeedFailure(FeedFailure.Unreachable, string.Create(CultureInfo.InvariantCulture, $"The feed {name} did not answer in full within {settings.Timeout.TotalSeconds:0.#} seconds."),
                "It is asked again by itself, later each time; what was read of it before stays.");
        }
        catch (HttpRequestException exception) when (exception.InnerException is PrivateAddressException refused)
        {
            return Refused($"The feed {name} was not fetched: {refused.Message}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            return new FeedFailure(FeedFailure.Unreachable, $"The feed {name} cannot be fetched: {exception.GetBaseException().Message}",
                "Check its address; it is asked again by itself, later each time, and what was read of it before stays.");
        }
    }

    private async Task<FeedAnswer> FollowAsync(Uri address, FeedState known, CancellationToken cancellation)
    {
        var name = FeedAddress.Shown(address);
        for (var (at, redirects) = (address, 0); ; redirects++)
        {
            if (at.Scheme is not ("http" or "https")) return Refused($"The feed {name} was not fetched: it leads on to an address of “{at.Scheme}”.");
            using var answer = await http.SendAsync(Request(at, known), HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (answer.StatusCode is HttpStatusCode.NotModified && known != FeedState.Unknown) return new FeedUnchanged();
            if (answer.StatusCode is HttpStatusCode.OK) return await ContentAsync(name, answer, cancellation).ConfigureAwait(false);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location) return Status(name, answer);
            if (redirects == MostRedirects)
                return new FeedFailure(FeedFailure.Unreachable, $"The feed {name} leads on to another address more than {MostRedirects} times.", "Give the address at which it ends.");
            at = new Uri(at, location);
        }
    }

    private async Task<FeedAnswer> ContentAsync(string name, HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (await FeedBody.ReadAsync(answer.Content, settings.SizeLimit, cancellation).ConfigureAwait(false) is { } bytes)
            return new FeedContent(bytes, new FeedState(Value(answer.Headers, "ETag"), Value(answer.Content.Headers, "Last-Modified")));
        return new FeedFailure(FeedFailure.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The feed {name} is larger than {settings.SizeLimit / (1 << 20)} MB, or packed as no feed is, and was not read."),
            "Let it show fewer entries; what was read of it before stays.");
    }

    private FeedFailure Status(string name, HttpResponseMessage answer)
    {
        var wait = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null;
        return new FeedFailure(FeedFailure.Unreachable, string.Create(CultureInfo.InvariantCulture, $"The feed {name} cannot be fetched: its server answers {(int)answer.StatusCode}."),
            answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? "Correct its address or take it out of the settings; what was read of it before stays."
                : "It is asked again by itself, later each time; what was read of it before stays.",
            wait > LongestWait ? LongestWait : wait);
    }

    private static FeedFailure Refused(string message) => new(FeedFailure.Refused, message, "If it is one of your own network, set Feeds:AllowPrivate to true; else correct its address.");

    private static HttpRequestMessage Request(Uri address, FeedState known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (known.ETag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.Modified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", known.Modified);
        return request;
    }

    // As it came: what a server says of its state is given back to it letter by letter.
    private static string? Value(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and <= LongestState } value ? value : null;
}
