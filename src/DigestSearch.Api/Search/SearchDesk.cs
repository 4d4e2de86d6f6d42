using DigestSearch.Api.Metrics;
using DigestSearch.Search;
using DigestSearch.Search.Similar;

namespace DigestSearch.Api.Search;

/// <summary>Where the API and the pages ask: one gate, one measure, every refusal a value.</summary>
internal sealed class SearchDesk(AskIndex ask, AskSimilar askSimilar, SearchGate gate, ApiMetrics metrics, TimeProvider time)
{
    /// <summary>Answers a query, or tells why not; cancelled only when the client goes away.</summary>
    public Task<SearchOutcome> AskAsync(ReviewQuery query, CancellationToken clientGone) => EnterAsync(() =>
    {
        var began = time.GetTimestamp();
        var results = ask(query, clientGone);
        var took = time.GetElapsedTime(began);
        metrics.Searched(took, results.Total);
        return new Answered(results, took);
    }, clientGone);

    /// <summary>The same for reviews like one.</summary>
    public Task<SearchOutcome> AskAsync(SimilarQuery query, CancellationToken clientGone) => AskAsync(gone => askSimilar(query, gone), clientGone);

    /// <summary>The same for what is no search of the reviews: suggestions, labels.</summary>
    public Task<SearchOutcome> AskAsync<T>(Func<CancellationToken, T> asked, CancellationToken clientGone) =>
        EnterAsync(() => new Told<T>(asked(clientGone)), clientGone);

    private async Task<SearchOutcome> EnterAsync(Func<SearchOutcome> answer, CancellationToken clientGone)
    {
        if (!await gate.EnterAsync(clientGone))
            return new Refused(Refusal.Busy, "Too many searches run at the moment; ask again in a second.", 1);
        try
        {
            return answer();
        }
        catch (IndexNotReadyException notReady)
        {
            return new Refused(Refusal.NotReady, notReady.Message, 2);
        }
        catch (OperationCanceledException) when (!clientGone.IsCancellationRequested)
        {
            return new Refused(Refusal.TooLong, "The search took longer than one search may; use fewer or more particular words.", 5);
        }
        finally
        {
            gate.Leave();
        }
    }
}
