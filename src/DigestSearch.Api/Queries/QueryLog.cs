using System.Text.Json;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Queries;

/// <summary>
/// Counts queries that found nothing and queries that needed the ladder: what readers miss, and what the glossary lacks. Nothing is kept of who asked, and no more than
/// <see cref="Most"/> queries, in memory and in a file of the data folder.
/// </summary>
internal sealed partial class QueryLog(ApiSettings settings, TimeProvider time, ILogger<QueryLog> log) : BackgroundService
{
    /// <summary>Queries kept; the least asked go first, of those the oldest.</summary>
    public const int Most = 1_000;

    /// <summary>Characters kept of a query.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "queries.json";

    private const string Widening = "glossary";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    // Hard queries that may still be typed on; more at once are of many readers.
    private const int MostTyped = 32;
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Queue<(string Key, long At)> typed = new();
    private readonly string path = Path.Combine(settings.DataFolder, FileName);
    private Dictionary<string, HardQuery>? queries;
    private readonly HashSet<string> hardNow = new(StringComparer.Ordinal); // Under the newest commit that answered.
    private long generation;
    private bool changed;

    /// <summary>
    /// Counts a query where it was a hard one: the first page of words that nobody narrowed. What it continues within ten seconds was typed on the way to it, by
    /// whoever searches while they type, and is not counted.
    /// </summary>
    public void Note(ReviewQuery query, ReviewResults results)
    {
        if (query.Text.Length == 0 || query.Page > 1 || query.Selections.Count > 0 || query.Years.Count > 0) return;
        var steps = results.Query.Steps;
        var hard = results.Total == 0 || steps.Any(step => step.Kind != Widening);
        if (!hard && typed.Count == 0) return; // Read without the lock: nearly every search ends here.
        var text = Cut(query.Text);
        var key = Folding.Fold(text);
        lock (gate)
        {
            var kept = Kept();
            TakeBack(kept, key);
            if (!hard) return;
            if (generation != results.Generation) hardNow.Clear();
            generation = results.Generation;
            if (hardNow.Count < Most) hardNow.Add(key);
            MayBeTypedOn(key);
            if (kept.Count >= Most && !kept.ContainsKey(key)) kept.Remove(kept.MinBy(entry => (entry.Value.Times, entry.Value.Last)).Key);
            kept[key] = new(text, kept.TryGetValue(key, out var before) ? before.Times + 1 : 1, Today, results.Total,
                [.. steps.Where(step => step.Kind != Widening).Select(step => new HardStep(step.Kind, step.From, step.To))]);
            changed = true;
        }
    }

    /// <summary>Counts the first page of words that nobody narrowed once more, where its answer was kept.</summary>
    public void NoteAgain(string text)
    {
        if (text.Length == 0 || (hardNow.Count == 0 && typed.Count == 0)) return;
        var key = Folding.Fold(Cut(text));
        lock (gate)
        {
            var kept = Kept();
            TakeBack(kept, key);
            if (!hardNow.Contains(key) || !kept.TryGetValue(key, out var before)) return;
            MayBeTypedOn(key);
            kept[key] = before with { Times = before.Times + 1, Last = Today };
            changed = true;
        }
    }

    private void MayBeTypedOn(string key)
    {
        typed.Enqueue((key, time.GetTimestamp()));
        if (typed.Count > MostTyped) typed.Dequeue();
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static string Cut(string text) => text.Length <= MaxTextLength ? text : text[..(MaxTextLength - (char.IsHighSurrogate(text[MaxTextLength - 1]) ? 1 : 0))];

    private void TakeBack(Dictionary<string, HardQuery> kept, string key)
    {
        for (var left = typed.Count; left > 0; left--)
        {
            var earlier = typed.Dequeue();
            if (time.GetElapsedTime(earlier.At) > Typing) continue;
            if (key.Length == earlier.Key.Length || !key.StartsWith(earlier.Key, StringComparison.Ordinal)) typed.Enqueue(earlier);
            else if (kept.TryGetValue(earlier.Key, out var before))
            {
                changed = true;
                if (before.Times > 1) kept[earlier.Key] = before with { Times = before.Times - 1 };
                else kept.Remove(earlier.Key);
            }
        }
    }

    /// <summary>All of them, the most asked first.</summary>
    public IReadOnlyList<HardQuery> All()
    {
        lock (gate) return [.. Kept().Values.OrderByDescending(query => query.Times).ThenByDescending(query => query.Last).ThenBy(query => query.Text, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Save();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lock (gate) Kept(); // Here, so that no search waits for the file.
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Save();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is saved when the host stops.
        }
    }

    private Dictionary<string, HardQuery> Kept() => queries ??= Load();

    private Dictionary<string, HardQuery> Load()
    {
        try
        {
            if (!File.Exists(path)) return new(StringComparer.Ordinal);
            using var file = File.OpenRead(path);
            return (JsonSerializer.Deserialize(file, WireJson.Default.IReadOnlyListHardQuery) ?? []).Take(Most).DistinctBy(query => Folding.Fold(query.Text)).ToDictionary(query => Folding.Fold(query.Text), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            LogUnread(log, path, exception.Message);
            return new(StringComparer.Ordinal);
        }
    }

    // Written beside and moved: whoever reads finds the former or the new one whole.
    private void Save()
    {
        IReadOnlyList<HardQuery> all;
        lock (gate)
        {
            if (!changed) return;
            changed = false;
            all = All();
        }
        try
        {
            var beside = path + ".new";
            File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(all, WireJson.Default.IReadOnlyListHardQuery));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnsaved(log, path, exception.Message);
            lock (gate) changed = true;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Path} cannot be read and is begun anew: {Reason}")]
    private static partial void LogUnread(ILogger log, string path, string reason);

    [LoggerMessage(2, LogLevel.Warning, "{Path} cannot be written; the queries are kept in memory: {Reason}")]
    private static partial void LogUnsaved(ILogger log, string path, string reason);
}
