using System.Text.Json;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Suggest;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Search;

/// <summary>Asks and writes one search, and asks for suggestions, as soon as the server listens and has an index, so that no reader pays for the first one.</summary>
internal sealed partial class WarmUp(AskIndex ask, AskSuggestions suggest, AskStatus status, TopicLabel topics, IHostApplicationLifetime host, ILogger<WarmUp> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => WarmAsync(stoppingToken), CancellationToken.None);

    private async Task WarmAsync(CancellationToken stopping)
    {
        try
        {
            using var timer = new PeriodicTimer(Look);
            while (!host.ApplicationStarted.IsCancellationRequested || !status().Ready) await timer.WaitForNextTickAsync(stopping);
            Warm(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody is left to be served.
        }
        catch (Exception exception) // What it is, the first reader is told; the start must not fail of it.
        {
            LogCold(log, exception);
        }
    }

    private void Warm(CancellationToken stopping)
    {
        var query = SearchAddress.ForPage(new ReviewQuery { Text = "a review of the paper" });
        foreach (var asked in new[] { query, query with { Text = "" } })
        {
            var results = ask(asked, stopping);
            JsonSerializer.SerializeToUtf8Bytes(SearchAnswer.Of(asked, results, TimeSpan.Zero), WireJson.Default.SearchAnswer);
            SearchPage.Of(new(TextsRu.All, topics, "/search"), asked, results, null).ToString();
        }
        suggest(new SuggestQuery { Text = "review" }, stopping); // Reads the words of all titles and labels.
    }

    [LoggerMessage(1, LogLevel.Warning, "The first search failed; searches are asked of the index as they come.")]
    private static partial void LogCold(ILogger log, Exception exception);
}
