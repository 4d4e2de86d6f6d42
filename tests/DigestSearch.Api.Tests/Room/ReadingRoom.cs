using System.Net.Http.Headers;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;
using DigestSearch.Tests.Support;
using DigestSearch.Worker;
using DigestSearch.Worker.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Api.Tests.Room;

/// <summary>The whole program, as <c>serve</c> composes it: archive, intake, worker, index, API and pages on a real Kestrel, over a folder of its own.</summary>
public sealed class ReadingRoom : IAsyncDisposable
{
    /// <summary>The admin key.</summary>
    public const string Key = "a key for these tests";

    /// <summary>How long anything is waited for that should come at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder;
    private readonly OwnerLock _owner;
    private readonly WebApplication _app;

    private ReadingRoom(TempFolder folder, OwnerLock owner, ReviewArchive archive, ReviewIndexReader index, Intake intake, WebApplication app)
    {
        (_folder, _owner, Archive, Index, Intake, _app) = (folder, owner, archive, index, intake, app);
        Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    }

    public ReviewArchive Archive { get; }

    public ReviewIndexReader Index { get; }

    public Intake Intake { get; }

    public HttpClient Client { get; }

    /// <summary>Scheme, host and port.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Opens a room over sources; with them already archived and searchable.</summary>
    public static async Task<ReadingRoom> OpenAsync(IReadOnlyList<string> sources, Func<ApiSettings, ApiSettings>? set = null)
    {
        var room = Furnish(sources, set);
        foreach (var source in sources) room.Take(source);
        await room.StartAsync();
        Assert.True(await room.Index.WaitForVersionAsync(room.Archive.Version, Patience, CancellationToken.None), "The index did not come up.");
        return room;
    }

    /// <summary>A room whose doors are still closed.</summary>
    public static ReadingRoom Furnish(IReadOnlyList<string> sources, Func<ApiSettings, ApiSettings>? set = null, bool worker = true)
    {
        var folder = new TempFolder();
        var vocabulary = Vocabulary.Load(Path.Combine(Repo.Root, "index", "vocabulary"));
        var owner = OwnerLock.TryTake(folder.Path)!;
        var archive = ReviewArchive.Open(folder.Path);
        var index = new ReviewIndexReader(Path.Combine(folder.Path, IndexDirectory.FolderName));
        var intake = new Intake(archive, new DigestReader(vocabulary));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new ApiSettings { DataFolder = folder.Path, AdminKeys = [Key], RequestsPerSecond = 0, SearchableWait = Patience, ConcurrentSearches = 64, Loopback = true };
        builder.Services.AddSingleton(archive).AddSingleton(vocabulary).AddSingleton(TimeProvider.System).AddSingleton(intake)
            .AddSingleton(index).AddSingleton<ReviewSearcher>().AddSingleton<Suggester>().AddDigestSearchApi(set?.Invoke(settings) ?? settings);
        if (worker)
            builder.Services.AddSingleton(owner).AddSingleton<WorkerMetrics>().AddSingleton<IndexFollower>()
                .AddSingleton(new WorkerSettings { Sources = sources, SettleTime = TimeSpan.FromMilliseconds(10), FollowInterval = TimeSpan.FromMilliseconds(50) })
                .AddHostedService<IngestWorker>();
        var app = builder.Build();
        app.UseDigestSearchApi();
        app.MapDigestSearchApi();
        return new(folder, owner, archive, index, intake, app);
    }

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new(Address);
    }

    /// <summary>All that a query finds, as exports ask for it.</summary>
    public FoundReviews All(ReviewQuery query, int most) => _app.Services.GetRequiredService<ReviewSearcher>().All(query, most, CancellationToken.None);

    /// <summary>Posts a document with the admin key.</summary>
    public Task<HttpResponseMessage> PostAsync(string query, byte[] body, string? type = null)
    {
        var content = new ByteArrayContent(body);
        if (type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return SendAsync(HttpMethod.Post, "/api/v1/digests" + query, content);
    }

    /// <summary>Sends a request with the admin key.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new("Bearer", Key);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(); // Disposal alone does not wait for the worker, which would write on.
        await _app.DisposeAsync();
        Index.Dispose();
        Archive.Dispose();
        _owner.Dispose();
        _folder.Dispose();
    }

    // As the worker would a moment later, which then finds nothing changed: a test need not wait for its eyes.
    private void Take(string source)
    {
        foreach (var file in DocumentFiles.Of(source))
        {
            using var content = file.Open();
            Intake.Receive(new(SourceKind.Folder, DocumentFiles.FolderOf(source)), file.Name, null, content);
        }
    }
}
