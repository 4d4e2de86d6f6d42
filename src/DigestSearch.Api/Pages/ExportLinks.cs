using DigestSearch.Api.Exports;
using DigestSearch.Api.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>The forms in which a page can be taken along: for readers as a line, for programs in the head.</summary>
internal static class ExportLinks
{
    /// <summary>For the head of the search page: feeds of the query, and its papers for reference managers.</summary>
    public static Html Head(ReviewQuery query) => Head(format => ExportRoutes.Address(format, query));

    /// <summary>For the head of a review's page.</summary>
    public static Html Head(string id) => Head(format => format.IsFeed ? null : ReviewAddress.Page(id) + format.Extension);

    /// <summary>The line below the hits.</summary>
    public static Html Line(PageSetting setting, ReviewQuery query) => Line(setting, format => ExportRoutes.Address(format, query));

    /// <summary>The line below a review.</summary>
    public static Html Line(PageSetting setting, string id) => Line(setting, format => format.IsFeed ? null : ReviewAddress.Page(id) + format.Extension);

    private static Html Head(Func<ExportFormat, string?> address) => Html.Join(ExportFormat.All.Select(format => address(format) is { } href
        ? (Html)$"<link rel=\"alternate\" type=\"{format.MediaType}\" title=\"{format.Name}\" href=\"{href}\">" : Html.None), "\n");

    private static Html Line(PageSetting setting, Func<ExportFormat, string?> address) =>
        $"<p class=\"take\"><span>{setting.Texts.TakeAlong}</span> {Html.Join(ExportFormat.All.Select(format => address(format) is { } href ? (Html)$"<a href=\"{href}\" type=\"{format.MediaType}\">{format.Name}</a>" : Html.None), " ")}</p>";
}
