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
        if (Find(context.Request.Query[Name]) is not { } chosen)
            return Find(context.Request.Cookies[Name]) ?? Accepted(context.Request) ?? TextsRu.All;
        context.Response.Cookies.Append(Name, chosen.Code, new()
        {
            MaxAge = Remembered, HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
        });
        return chosen;
    }

    private static Texts? Accepted(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages)
            ? languages.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1)
                .Select(l => Find(l.Value.Value?.Split('-')[0].ToLowerInvariant())).FirstOrDefault(t => t is not null)
            : null;

    /// <summary>The texts in a language that there is.</summary>
    public static Texts Of(string code) => Find(code) ?? throw new ArgumentOutOfRangeException(nameof(code), code, "There are no texts in this language.");

    private static Texts? Find(string? code) => All.FirstOrDefault(t => t.Code == code);
}
