using System.Collections.Concurrent;
using System.Text;
using DigestSearch.Tests.Archive;
using DigestSearch.Tests.Support;
using DigestSearch.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestSearch.Tests.Worker;

public sealed class IngestQueueTests : IAsyncDisposable
{
    private const int Capacity = 64;

    private readonly TempArchive archive = new();
    private readonly WorkerMetrics metrics = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, Exception?> finished = new();
    private readonly IngestQueue queue;
    private Task reading = Task.CompletedTask;
    private int changes;

    public IngestQueueTests() => queue = new IngestQueue(archive.Intake, () => Interlocked.Increment(ref changes), metrics, NullLogger.Instance);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await reading;
        metrics.Dispose();
        archive.Dispose();
        stopping.Dispose();
    }

    [Fact]
    public async Task ADocumentThatFailsIsToldAndTheOthersAreTaken()
    {
        Start();
        for (var number = 0; number < 10; number++)
        {
            await AddAsync($"bad{number}.md", () => throw new IOException("It is shut."));
            await AddAsync($"odd{number}.md", () => throw new OperationCanceledException("Nobody asked for it."));
            await AddAsync($"good{number}.md", Open("good" + number));
        }
        await Eventually.IsAsync(() => finished.Count == 30);
        Assert.All(finished, one => Assert.Equal(one.Key.StartsWith("good", StringComparison.Ordinal), one.Value is null));
        Assert.Equal((10, 10), (archive.Archive.DigestCount, changes));
    }

    [Fact]
    public async Task AVeryLongDocumentDoesNotHoldUpTheOthers()
    {
        Start();
        using var gate = new ManualResetEventSlim();
        await AddAsync("long.md", () =>
        {
            gate.Wait();
            return Content("long");
        });
        for (var number = 0; number < 20; number++) await AddAsync($"short{number}.md", Open("short" + number));
        await Eventually.IsAsync(() => finished.Count == 20);
        Assert.True(queue.Holds(archive.Source, "long.md"));
        gate.Set();
        await Eventually.IsAsync(() => finished.Count == 21 && !queue.Holds(archive.Source, "long.md"));
    }

    [Fact]
    public async Task AFullQueueLetsItsSourceWait()
    {
        for (var number = 0; number < Capacity; number++) await AddAsync($"a{number}.md", Open("word"));
        var one = AddAsync("more.md", Open("word")).AsTask();
        Assert.False(one.IsCompleted);
        Start();
        await one;
        await Eventually.IsAsync(() => finished.Count == Capacity + 1);
    }

    [Fact]
    public async Task ADocumentThatWaitsIsNotAddedTwice()
    {
        await AddAsync("a.md", Open("kedro"));
        await AddAsync("a.md", () => throw new IOException("The second one must not be read."));
        Start();
        await AddAsync("b.md", Open("brova"));
        await Eventually.IsAsync(() => finished.Count == 2);
        Assert.All(finished.Values, Assert.Null);
    }

    [Fact]
    public async Task WhatIsNoLongerAsItWasFoundIsLeftForAnotherLook()
    {
        Start();
        await queue.AddAsync(new IngestItem(archive.Source, "a.md", () => throw new IOException("It must not be opened."), () => false), stopping.Token);
        await Eventually.IsAsync(() => finished.Count == 1);
        Assert.Null(finished["a.md"]);
    }

    [Fact]
    public async Task WhatDidNotChangeWakesNobody()
    {
        Start();
        await AddAsync("a.md", Open("kedro"));
        await Eventually.IsAsync(() => finished.Count == 1 && !queue.Holds(archive.Source, "a.md"));
        finished.Clear();
        await AddAsync("a.md", Open("kedro"));
        await Eventually.IsAsync(() => finished.Count == 1);
        Assert.Equal(1, changes);
    }

    private static MemoryStream Content(string word) => new(Encoding.UTF8.GetBytes(Papers.Markdown(word, word)));

    private static Func<Stream> Open(string word) => () => Content(word);

    private ValueTask AddAsync(string name, Func<Stream> open) => queue.AddAsync(new IngestItem(archive.Source, name, open, () => true), stopping.Token);

    private void Start() => reading = queue.ReadAsync((item, failure) => finished[item.Name] = failure, stopping.Token);
}
