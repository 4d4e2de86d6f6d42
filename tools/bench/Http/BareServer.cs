using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Bench.Http;

/// <summary>Kestrel and nothing else: at <c>/0</c>, <c>/1</c>… the files of a folder, from memory.</summary>
internal static class BareServer
{
    public static void Run(string folder, string url)
    {
        var answers = Directory.EnumerateFiles(folder).ToDictionary(file => "/" + Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context =>
        {
            if (!answers.TryGetValue(context.Request.Path.Value ?? "", out var answer)) return Task.CompletedTask;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = answer.Length;
            return context.Response.Body.WriteAsync(answer).AsTask();
        });
        app.Run(url);
    }
}
