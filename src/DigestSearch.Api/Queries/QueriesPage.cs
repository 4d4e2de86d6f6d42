using DigestSearch.Api.Pages;
using DigestSearch.Api.Search;

namespace DigestSearch.Api.Queries;

/// <summary><c>/admin/queries</c>: what readers asked in vain or in other words, for whoever tends the archive.</summary>
internal static class QueriesPage
{
    public static Html Of(PageSetting setting, IReadOnlyList<HardQuery> queries)
    {
        var texts = setting.Texts;
        var proposals = GlossaryProposals.Of(queries);
        return PageFrame.Of(setting with { Site = "" }, texts.HardQueries, new(), $"""
            <div class="page one">
            <article class="review embed">
            <h1>{texts.HardQueries}</h1>
            <p>{texts.HardQueriesHint}</p>
            {(queries.Count == 0 ? Html.None : (Html)$"<div class=\"text\"><div class=\"wide\" tabindex=\"0\"><table><thead><tr><th>{texts.Query}</th><th>{texts.Times}</th><th>{texts.LastAsked}</th><th>{texts.Found}</th><th>{texts.ReadAs}</th></tr></thead><tbody>{queries.Select(query => Row(setting, query))}</tbody></table></div></div>")}
            {(proposals.Count == 0 ? Html.None : (Html)$"<h2 class=\"dim\">{texts.ForGlossary}</h2><pre tabindex=\"0\"><code>{string.Join('\n', proposals)}</code></pre>")}
            </article>
            </div>
            """);
    }

    private static Html Row(PageSetting setting, HardQuery query) => $"""
        <tr><td><a href="{SearchAddress.Page(new() { Text = query.Text })}"><bdi{setting.Lang(query.Text)}>{query.Text}</bdi></a></td><td>{setting.Texts.Number(query.Times)}</td><td>{setting.Texts.Day(query.Last)}</td><td>{setting.Texts.Number(query.Total)}</td><td>{Html.Join(query.Steps.Select(step => (Html)$"{setting.Texts.StepKind(step.Kind) ?? step.Kind}: <bdi>{step.From}</bdi> → <bdi>{step.To}</bdi>"), "; ")}</td></tr>

        """;
}
