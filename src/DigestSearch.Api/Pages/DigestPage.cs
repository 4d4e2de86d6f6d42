using DigestSearch.Api.Reviews;
using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary><c>/digests/{id}</c>: what a digest holds.</summary>
internal static class DigestPage
{
    public static Html Of(PageSetting setting, DigestReviews found)
    {
        var digest = found.Digest.Digest;
        return PageFrame.Of(setting, digest.Title, new(), $"""
            <div class="page one">
            <article class="digest">
            <p class="crumb">{Facts(setting, found)}</p>
            <h1{setting.Lang(digest.Title, digest.Language)} dir="auto">{digest.Title}</h1>
            <p class="links">{Html.Join(Ways(setting, found), " ")}</p>
            <h2 class="dim">{setting.Texts.Contents}</h2>
            <ol class="contents">{found.Reviews.Select(r => Entry(setting, r))}</ol>
            {Problems(setting, found.Problems)}
            </article>
            </div>
            """);
    }

    private static Html Facts(PageSetting setting, DigestReviews found)
    {
        var texts = setting.Texts;
        var digest = found.Digest.Digest;
        var period = digest.Period is { } months ? DigestName.Capital(texts.MonthsOf(months)) : null;
        var day = digest.Published is { } published ? texts.Day(published) : null;
        return Html.Join(new[] { period, day, texts.Reviews(found.Reviews.Count) }.OfType<string>().Select(t => (Html)$"{t}"), " · ");
    }

    private static IEnumerable<Html> Ways(PageSetting setting, DigestReviews found)
    {
        if (PageAddress.Outside(found.Digest.Digest.Url) is { } original) yield return $"<a href=\"{original}\" rel=\"noopener\">{setting.Texts.OriginalPost}</a>";
        yield return $"<a href=\"{Choices.Address(Dimension.Digest, found.Digest.Id)}\">{setting.Texts.SearchInside}</a>";
    }

    private static Html Entry(PageSetting setting, Review review) => $"""
        <li value="{review.Ordinal}"><h3{setting.Lang(review.Title)} dir="auto"><a href="{ReviewAddress.Page(review.Id ?? "")}">{review.Title}</a></h3>{Byline.Of(setting, review)}</li>

        """;

    private static Html Problems(PageSetting setting, IReadOnlyList<Problem> problems) => problems.Count == 0 ? Html.None : $"""
        <details class="problems"><summary>{setting.Texts.Problems(problems.Count)}</summary>
        <ul>{problems.Select(p => Problem(setting, p))}</ul></details>
        """;

    private static Html Problem(PageSetting setting, Problem problem) => $"""
        <li><code>{problem.File}{(problem.Line is { } line ? (Html)$", {setting.Texts.Line} {line}" : Html.None)}</code><p{setting.Lang(problem.Message)}>{problem.Message} {problem.Hint}</p></li>
        """;
}
