using DigestSearch.Api.Reviews;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Hits: the title first, then who, where, when, the excerpt, and what one can do next.</summary>
internal static class HitList
{
    /// <summary>The hits as articles.</summary>
    public static Html Of(PageSetting setting, IReadOnlyList<ReviewHit> hits) => $"{hits.Select(h => Article(setting, h))}";

    private static Html Article(PageSetting setting, ReviewHit hit)
    {
        var review = hit.Review;
        return $"""
            <article class="hit">
            <h3{setting.Lang(review.Title)} dir="auto"><a href="{ReviewAddress.Page(review.Id ?? "")}">{Highlighted.Of(hit.TitleHighlight)}</a></h3>
            {Byline.Of(setting, review)}
            {(hit.Snippet.Length == 0 ? Html.None : (Html)$"<p class=\"snip\"{setting.Lang(review.Text, review.Language)} dir=\"auto\">{Highlighted.Of(hit.Snippet)}</p>")}
            {Foot(setting, hit)}
            {(hit.Explanation is { } explanation ? (Html)$"<details class=\"why\"><summary>{hit.Score.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)}</summary><pre>{ScoreLines(explanation)}</pre></details>" : Html.None)}
            </article>

            """;
    }

    private static string ScoreLines(IReadOnlyList<ScorePart> parts) =>
        string.Join('\n', parts.Select(part => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.Score,10:0.000}  {part.Matched} · {part.Field} ×{part.Weight:0.##}")));

    private static Html Foot(PageSetting setting, ReviewHit hit)
    {
        var parts = LinkList.All(setting, hit.Review).Concat(TopicTags(setting, hit.Review)).Append(Place(setting, hit));
        return $"<p class=\"foot\">{Html.Join(parts, " ")}</p>";
    }

    /// <summary>Topics as links that search.</summary>
    public static IEnumerable<Html> TopicTags(PageSetting setting, Review review) => review.Topics.Select(topic =>
        (Html)$"<a class=\"t\" href=\"{Choices.Address(Dimension.Topic, topic)}\"{setting.Lang(setting.Topic(topic))}>{setting.Topic(topic)}</a>");

    private static Html Place(PageSetting setting, ReviewHit hit)
    {
        var digest = DigestName.Short(setting, hit.Digest.Digest);
        var ordinal = hit.Review.Ordinal > 0 ? $", {setting.Texts.Ordinal(hit.Review.Ordinal)}" : "";
        var reviewer = hit.Review.Reviewer is { } name
            ? (Html)$" · <a class=\"plain\" href=\"{Choices.Address(Dimension.Reviewer, name)}\"><bdi>{name}</bdi></a>" : Html.None;
        return $"<span><a class=\"plain\" href=\"{ReviewAddress.DigestPage(hit.Digest.Id)}\"><bdi{setting.Lang(digest)}>{digest}</bdi>{ordinal}</a>{reviewer}</span>";
    }
}
