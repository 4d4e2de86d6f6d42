using System.CommandLine;
using DigestSearch.Api;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews.Reading;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;
using DigestSearch.Worker;
using Serilog;

namespace DigestSearch.Verbs;

/// <summary><c>serve</c>, and its halves <c>work</c> and <c>api</c>.</summary>
internal static class ServeVerb
{
    [Flags]
    private enum Role
    {
        Work = 1,
        Api = 2,
    }

    public static Command Create() => Verb("serve", "Follows sources, indexes and serves, in one process.", Role.Work | Role.Api);

    public static Command CreateWork() => Verb("work", "Follows sources and indexes; the api serves from another process.", Role.Work);

    public static Command CreateApi() => Verb("api", "Serves what a worker indexes; never writes the index.", Role.Api);

    public static Task<int> RunStarterAsync(CancellationToken cancellation) => RunAsync(Role.Work | Role.Api, Settings.Read(starts: true), null, cancellation);

    private static Command Verb(string name, string description, Role role)
    {
        var (data, sources, urls, vocabulary) = (Options.Data(), Options.Sources(), Options.Urls(), Options.Vocabulary());
        var command = new Command(name, description) { data, vocabulary };
        if (role.HasFlag(Role.Work)) command.Add(sources);
        if (role.HasFlag(Role.Api)) command.Add(urls);
        command.SetAction((result, cancellation) => RunAsync(role, Settings.Read(
            result.GetValue(data), role.HasFlag(Role.Work) ? result.GetValue(sources) : null, role.HasFlag(Role.Api) ? result.GetValue(urls) : null, starts: role.HasFlag(Role.Work)), result.GetValue(vocabulary), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Role role, Settings settings, string? vocabularyFolder, CancellationToken cancellation)
    {
        using var owner = role.HasFlag(Role.Work) ? Owner(settings.Data) : null;
        // Read and opened while the host is built, which takes as long; the host closes the archive when it ends.
        var vocabulary = Task.Run(() => Vocabularies.Load(vocabularyFolder), CancellationToken.None);
        var archive = Task.Run(() => ReviewArchive.Open(settings.Data), CancellationToken.None);
        using var index = role.HasFlag(Role.Api) ? new ReviewIndexReader(Path.Combine(settings.Data, IndexDirectory.FolderName)) : null;
        void Register(IServiceCollection services)
        {
            services.AddSerilog(log => Logging.Configure(log, settings));
            services.AddSingleton(_ => archive.GetAwaiter().GetResult()).AddSingleton(_ => vocabulary.GetAwaiter().GetResult()).AddSingleton(TimeProvider.System);
            services.AddSingleton<DigestReader>().AddSingleton<Intake>();
            services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
            if (index is not null) services.AddSingleton(index).AddSingleton<ReviewSearcher>().AddSingleton<Suggester>().AddDigestSearchApi(settings.Api);
            if (owner is null) return;
            services.AddSingleton(owner).AddSingleton<WorkerMetrics>().AddSingleton<IndexFollower>();
            services.AddSingleton(new WorkerSettings { Sources = settings.Sources, Feeds = settings.Feeds }).AddHostedService<IngestWorker>();
        }
        using var host = index is null ? WorkHost(Register) : WebHost(Register, settings);
        await Task.WhenAll(vocabulary, archive).ConfigureAwait(false); // A mistake in them is told before anything starts.
        await RunAsync(host, settings.Urls, cancellation).ConfigureAwait(false);
        return Run.Done;
    }

    private static IHost WorkHost(Action<IServiceCollection> register)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        register(builder.Services);
        return builder.Build();
    }

    private static WebApplication WebHost(Action<IServiceCollection> register, Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear(); // Settings has read everything there is to read.
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls([.. settings.Urls]);
        register(builder.Services);
        var app = builder.Build();
        app.UseSerilogRequestLogging(Logging.Requests);
        app.UseDigestSearchApi();
        app.MapDigestSearchApi();
        return app;
    }

    private static async Task RunAsync(IHost host, IReadOnlyList<string> urls, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // What has started before it (the worker, the warm-up) must end before archive and index are closed.
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            if (!Logging.IsAddressRefused(exception)) throw;
            throw new CannotRunException($"{string.Join(", ", urls)} cannot be listened on: {exception.GetBaseException().Message}. Stop the program that listens there, or give another address with --urls.");
        }
        if (host is WebApplication app)
            foreach (var url in app.Urls) app.Logger.LogInformation("The reading room is open at {Url}", url);
        using var stop = cancellation.Register(host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication);
        await host.WaitForShutdownAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static OwnerLock Owner(string data) => OwnerLock.TryTake(data)
        ?? throw new CannotRunException($"{OwnerLock.OwnerOf(data)} already works on {data}. Stop it first, or give another folder with --data.");
}
