using Microsoft.Net.Http.Headers;

namespace DigestSearch.Api.Pages;

/// <summary>In which language a reader sees the pages: what they chose, else what their browser asks for, else Russian.</summary>
internal static class PageLanguage
{
    /// <summary>Parameter and cookie alike.</summary>
    public const string Name = "lang";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static IReadOnlyList<Texts> All { get; } = [TextsRu.All, TextsEn.All];

    /// <summary>The texts for a request; a choice in the address is remembered.</summary>
    public static Texts Of(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, "Cookie, Accept-Language");
        if (Chosen(context.Request) is not { } chosen) return Read(context.Request);
        context.Response.Cookies.Append(Name, chosen.Code, new()
        {
            MaxAge = Remembered, HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
        });
        return chosen;
    }

    /// <summary>The texts for a request; nothing is remembered.</summary>
    public static Texts Read(HttpRequest request) => Chosen(request) ?? Find(request.Cookies[Name]) ?? Accepted(request) ?? TextsRu.All;

    private static Texts? Chosen(HttpRequest request) => Find(request.Query[Name]);

    private static Texts? Accepted(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages)
            ? languages.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1)
                .Select(l => Find(l.Value.Value?.Split('-')[0].ToLowerInvariant())).FirstOrDefault(t => t is not null)
            : null;

    /// <summary>The texts in a language that there is.</summary>
    public static Texts Of(string code) => Find(code) ?? throw new ArgumentOutOfRangeException(nameof(code), code, "There are no texts in this language.");

    private static Texts? Find(string? code) => All.FirstOrDefault(t => t.Code == code);
}
