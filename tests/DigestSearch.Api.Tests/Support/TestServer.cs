using System.Runtime.CompilerServices;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Search;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Api.Tests.Support;

/// <summary>The API on a real Kestrel and a free port; the index answers what the test says, the archive is out of order.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app)
    {
        _app = app;
        Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<TestServer> StartAsync(ApiSettings settings, AskIndex? index = null, AskStatus? status = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (time is not null) builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(Broken<ReviewArchive>()).AddSingleton(Broken<Intake>()).AddSingleton(Broken<ReviewIndexReader>());
        builder.Services.AddDigestSearchApi(settings);
        builder.Services.AddSingleton(index ?? ((_, _) => Some.Results(9, Some.FirstHit, Some.EnglishHit)));
        builder.Services.AddSingleton(status ?? (() => Some.Ready));
        builder.Services.AddSingleton<TopicLabel>((path, _) => LabelPath.Leaf(path));
        // What a test counts are its own searches.
        builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(WarmUp)));
        var app = builder.Build();
        app.UseDigestSearchApi();
        app.MapDigestSearchApi();
        await app.StartAsync();
        return new(app);
    }

    // Whatever is asked of it fails, as on a broken disk.
    private static T Broken<T>() => (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
