using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Tests.Support;

/// <summary>A server on loopback that answers as it is told, and remembers how it was asked.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, string Agent, int Status)> asked = new();
    private readonly WebApplication app;
    private int open;

    private FeedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Most requests that were open at one time.</summary>
    public int MostAtOnce { get; private set; }

    public string Agent => asked.Last().Agent;

    public Uri this[string path] => new(app.Urls.Single() + path);

    public static async Task<FeedServer> StartAsync()
    {
        var server = new FeedServer();
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>How often a path was asked, or answered with a status.</summary>
    public int Asked(string path, int? status = null) => asked.Count(one => one.Path == path && (status is null || one.Status == status));

    public void Answer(string path, RequestDelegate answer) => answers[path] = answer;

    public void Answer(string path, int status, params (string Name, string Value)[] headers) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return Task.CompletedTask;
    });

    /// <summary>Gives a feed, and to whoever knows its state only that nothing has changed.</summary>
    public void Feed(string path, string text) => Answer(path, context =>
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.LastModified = "Sun, 01 Jun 2031 10:00:00 GMT";
        if (context.Request.Headers.IfNoneMatch == tag && context.Request.Headers.IfModifiedSince == "Sun, 01 Jun 2031 10:00:00 GMT")
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "application/rss+xml";
        return context.Response.WriteAsync(text);
    });

    /// <summary>A feed of one review an entry, each found by a word of its own.</summary>
    public static string Rss(params (string Id, string Word)[] entries) => "<rss version=\"2.0\"><channel><title>Reviews of nobody</title>" + string.Concat(entries.Select(entry => $"""
        <item><guid isPermaLink="false">{entry.Id}</guid><title>On {entry.Id} and other matters</title><link>https://nobody.example/{entry.Id}</link><pubDate>Sun, 01 Jun 2031 10:00:00 GMT</pubDate>
        <description>&lt;p&gt;Authors: Ada Nobody (Nowhere University, 2031)&lt;/p&gt;&lt;p&gt;The word is {entry.Word}.&lt;/p&gt;</description></item>
        """)) + "</channel></rss>";

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref open));
        try
        {
            if (answers.TryGetValue(context.Request.Path, out var answer)) await answer(context);
            else context.Response.StatusCode = 404;
        }
        finally
        {
            Interlocked.Decrement(ref open);
            asked.Enqueue((context.Request.Path, context.Request.Headers.UserAgent.ToString(), context.Response.StatusCode));
        }
    }
}
