using System.Security.Cryptography;

namespace DigestSearch.Api.Pages;

/// <summary>A file of the pages: part of the program, under an address that changes with it.</summary>
internal sealed class PageAsset
{
    private readonly string _type;

    private PageAsset(string name, string type)
    {
        _type = type;
        Bytes = Load(name);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        Address = $"/assets/{stem}.{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 6))}{extension}";
    }

    /// <summary>The stylesheet.</summary>
    public static PageAsset Style { get; } = new("style.css", "text/css; charset=utf-8");

    /// <summary>The script that suggests while a reader types.</summary>
    public static PageAsset Suggest { get; } = new("suggest.js", "text/javascript; charset=utf-8");

    /// <summary>All files.</summary>
    public static IReadOnlyList<PageAsset> All { get; } = [Style, Suggest];

    public byte[] Bytes { get; }

    public string Address { get; }

    public static void MapAssets(IEndpointRouteBuilder app)
    {
        foreach (var asset in All) app.MapGet(asset.Address, asset.WriteAsync);
    }

    private Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = _type;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(Bytes).AsTask();
    }

    /// <summary>A file that is part of the program.</summary>
    public static byte[] Load(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream("DigestSearch.Api.wwwroot." + name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
