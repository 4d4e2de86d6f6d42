using DigestSearch.Api.Papers;
using DigestSearch.Archive;

namespace DigestSearch.Api.Pages;

/// <summary><c>/papers/{id}</c>: a paper with all its reviews.</summary>
internal static class PaperPage
{
    /// <summary>Address of a paper's page.</summary>
    public static string Address(string id) => "/papers/" + Uri.EscapeDataString(id);

    public static Html Of(PageSetting setting, ArchivedPaper paper)
    {
        var whole = WholePaper.Of(paper);
        var links = LinkList.All(setting, whole).ToList();
        return PageFrame.Of(setting, whole.Title, new(), $"""
            <div class="page one">
            <article class="review">
            <p class="crumb">{setting.Texts.Paper}</p>
            <h1{setting.Lang(whole.Title)} dir="auto">{whole.Title}</h1>
            {ReviewPage.Authors(whole)}
            {(links.Count == 0 ? Html.None : (Html)$"<p class=\"links\">{Html.Join(links, " ")}</p>")}
            <section class="others"><h2 class="dim">{setting.Texts.Reviews(paper.Reviews.Count)}</h2><ul>{paper.Reviews.Select(review => OtherReviews.Entry(setting, null, review))}</ul></section>
            </article>
            {PaperFacts.Of(setting, whole)}
            </div>
            """);
    }
}
