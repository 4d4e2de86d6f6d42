using System.Text.Encodings.Web;
using System.Text.Json;
using DigestSearch.Api.Pages;
using Microsoft.AspNetCore.Mvc;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace DigestSearch.Api.Mcp;

/// <summary>The archive for programs that read for people: the Model Context Protocol over streamable HTTP, without sessions.</summary>
internal static class McpServer
{
    /// <summary>Its address.</summary>
    public const string Address = "/mcp";

    // A question, not a document.
    private const int MaxRequestBytes = 64 * 1024;

    // The answers are read by programs, most of them by the letter: Cyrillic stays Cyrillic.
    private static readonly JsonSerializerOptions Written = new(McpJsonUtilities.DefaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Instructions = $"""
        An archive of reviews of scientific papers, in Russian and English. Use search to find reviews and fetch to read one; facets tells which labs, topics, authors and years there are; similar
        finds reviews like one; cite gives BibTeX, to be used word for word. {ArchiveTools.Data}
        """;

    public static void AddMcp(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddMcpServer(options =>
        {
            options.ServerInfo = new Implementation { Name = "digestsearch", Title = "DigestSearch", Version = typeof(McpServer).Assembly.GetName().Version?.ToString(3) ?? "0" };
            options.ServerInstructions = Instructions;
        }).WithHttpTransport(options => options.Stateless = true).WithTools<ArchiveTools>(Written).WithRequestFilters(filters => filters.AddCallToolFilter(ToolCalls.Checked));
    }

    public static void MapMcpServer(this IEndpointRouteBuilder app) => app.MapMcp(Address).WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes)).Add(endpoint =>
    {
        var next = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (!Invited(context)) context.Response.StatusCode = StatusCodes.Status403Forbidden;
            else if (HttpMethods.IsPost(context.Request.Method) && !SaysJson(context.Request)) context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            else return AnswerAsync(context, next);
            return Task.CompletedTask;
        };
    });

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method) && await RpcRequest.RefusalAsync(context, MaxRequestBytes) is { } refusal) await refusal.ExecuteAsync(context);
        else await next(context);
    }

    // A post that does not say what it holds, or in letters that nobody knows, is an exception further on.
    private static bool SaysJson(HttpRequest request) => request.HasJsonContentType() && request.GetTypedHeaders().ContentType is { } type && (type.Charset.Length == 0 || type.Encoding is not null);

    // The protocol has servers look at it: a page must not reach a server of its reader's own machine or net.
    private static bool Invited(HttpContext context) => context.Request.Headers.Origin is not [{ Length: > 0 } origin]
        || origin == PageAddress.Site(context.Request) || context.RequestServices.GetRequiredService<ApiSettings>().CorsOrigins.Contains(origin);
}
