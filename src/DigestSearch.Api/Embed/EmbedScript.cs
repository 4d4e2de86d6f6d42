using System.Security.Cryptography;
using DigestSearch.Api.Pages;

namespace DigestSearch.Api.Embed;

/// <summary>The element for other sites' pages: <c>/embed.js</c> and what it declares, <c>/embed.d.ts</c>.</summary>
internal static class EmbedScript
{
    /// <summary>Address of the script, which stays.</summary>
    public const string Address = "/embed.js";

    /// <summary>Address of its declaration for TypeScript.</summary>
    public const string Declaration = "/embed.d.ts";

    // A day, so that a page on which many readers are is not asked about each; then the tag.
    private const string Kept = "public, max-age=86400";

    private static readonly byte[] Script = PageAsset.Load("embed.js");
    private static readonly byte[] Declared = PageAsset.Load("embed.d.ts");

    /// <summary>What a page may demand of the script (Subresource Integrity).</summary>
    public static string Integrity { get; } = "sha384-" + Convert.ToBase64String(SHA384.HashData(Script));

    public static void MapEmbed(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext context) => Of(context, Script, "text/javascript")).ExcludeFromDescription();
        app.MapGet(Declaration, (HttpContext context) => Of(context, Declared, "application/typescript")).ExcludeFromDescription();
        app.MapGet(EmbedPage.Address, (HttpContext context) => new PageAnswer(EmbedPage.Of(PageSetting.Of(context)))).ExcludeFromDescription();
    }

    // A script with an integrity is asked for across origins without credentials, and tells nothing of anybody.
    private static IResult Of(HttpContext context, byte[] bytes, string type)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = Kept;
        return TypedResults.Bytes(bytes, type + "; charset=utf-8", entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"", isWeak: true)); // Compressed or not.
    }
}
