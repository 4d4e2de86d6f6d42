using Microsoft.AspNetCore.Mvc;
using ModelContextProtocol.Protocol;

namespace DigestSearch.Api.Mcp;

/// <summary>The archive for programs that read for people: the Model Context Protocol over streamable HTTP, without sessions.</summary>
internal static class McpServer
{
    /// <summary>Its address.</summary>
    public const string Address = "/mcp";

    // A question, not a document.
    private const int MaxRequestBytes = 64 * 1024;

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
        }).WithHttpTransport(options => options.Stateless = true).WithTools<ArchiveTools>();
    }

    public static void MapMcpServer(this IEndpointRouteBuilder app) => app.MapMcp(Address).WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes));
}
