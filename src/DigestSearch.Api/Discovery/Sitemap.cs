using System.Globalization;
using DigestSearch.Api.Pages;
using DigestSearch.Api.Reviews;
using DigestSearch.Archive;

namespace DigestSearch.Api.Discovery;

/// <summary>All pages for crawlers (sitemaps.org): <c>/sitemap.xml</c> lists parts, the first of which has the digests, the others the reviews.</summary>
internal static class Sitemap
{
    /// <summary>Address of the list of parts.</summary>
    public const string Address = "/sitemap.xml";

    /// <summary>Reviews of one part; the protocol allows 50,000 addresses.</summary>
    public const int PartSize = 10_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext context, ReviewArchive archive) => Answer(context, archive, Parts)).ExcludeFromDescription();
        app.MapGet("/sitemap-{part:int:min(0)}.xml", (int part, HttpContext context, ReviewArchive archive) =>
            part > PartsOfReviews(archive) ? TypedResults.NotFound() : Answer(context, archive, (site, archive) => Part(site, archive, part))).ExcludeFromDescription();
    }

    private static IResult Answer(HttpContext context, ReviewArchive archive, Func<string, ReviewArchive, Html> write) =>
        ArchiveTag.Matches(context, archive) ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
        : TypedResults.Text(write(PageAddress.Site(context.Request), archive).ToString(), "application/xml; charset=utf-8");

    private static int PartsOfReviews(ReviewArchive archive) => (archive.ReviewCount + PartSize - 1) / PartSize;

    private static Html Parts(string site, ReviewArchive archive) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="{Namespace}">
        {Enumerable.Range(0, PartsOfReviews(archive) + 1).Select(part => (Html)$"<sitemap><loc>{site}/sitemap-{part}.xml</loc></sitemap>\n")}</sitemapindex>

        """;

    private static Html Part(string site, ReviewArchive archive, int part)
    {
        var pages = part == 0
            ? new[] { "/", AboutPage.Address, Embed.EmbedPage.Address, ListPage.Digests }.Concat(LabelPage.Roots.Keys.Select(ListPage.Address)).Select(address => Entry(site + address, null)).Concat(archive.DigestAges().Select(page => Entry(site + ReviewAddress.DigestPage(page.Id), page.Received)))
            : archive.ReviewAges((part - 1) * PartSize, PartSize).Select(page => Entry(site + ReviewAddress.Page(page.Id), page.Received));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="{Namespace}">
            {pages}</urlset>

            """;
    }

    private static Html Entry(string address, DateTimeOffset? changed) =>
        $"<url><loc>{address}</loc>{(changed is { } day ? (Html)$"<lastmod>{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>" : Html.None)}</url>\n";
}
