using System.Security.Cryptography;

namespace DigestSearch.Api.Pages;

/// <summary>The stylesheet: part of the program, under an address that changes with it.</summary>
internal static class Stylesheet
{
    private const string Resource = "DigestSearch.Api.wwwroot.style.css";

    public static byte[] Bytes { get; } = Load();

    public static string Address { get; } = $"/assets/style.{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 6))}.css";

    public static void MapStylesheet(this IEndpointRouteBuilder app) => app.MapGet(Address, context =>
    {
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(Bytes).AsTask();
    });

    private static byte[] Load()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
