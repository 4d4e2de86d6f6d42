using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>How many, what is chosen with the ways out, and the order.</summary>
internal static class SummaryLine
{
    public static Html Of(PageSetting setting, ReviewQuery query, ReviewResults results) => $"""
        <div class="sum"><h1 class="total"><strong>{(results.Total == 0 ? setting.Texts.NothingFound : setting.Texts.Reviews(results.Total))}</strong></h1>{Chosen(setting, query, results)}{(results.Total > 1 ? Orders(setting, query) : Html.None)}</div>
        """;

    private static Html Chosen(PageSetting setting, ReviewQuery query, ReviewResults results)
    {
        var chosen = Choices.In(query).Select(c => Out(setting, query, c, LabelText.Of(setting, c, results))).ToList();
        return chosen.Count == 0 ? Html.None : $"""
             <span class="picked">{Html.Join(chosen, " ")} <a href="{SearchAddress.Page(Choices.None(query))}">{setting.Texts.Reset}</a></span>
            """;
    }

    /// <summary>A choice with its way out.</summary>
    public static Html Out(PageSetting setting, ReviewQuery query, Choice choice, Html label) => $"""
        <a class="chip is" href="{SearchAddress.Page(Choices.Without(query, choice))}" title="{setting.Texts.DropLabel(LabelText.Plain(setting, choice.Dimension, choice.Value))}"><span class="hid">{setting.Texts.DropLabel(setting.Texts.Dimension(choice.Dimension))} </span><b>{label}</b> <span aria-hidden="true">×</span></a>
        """;

    private static Html Orders(PageSetting setting, ReviewQuery query)
    {
        var now = query.Sort ?? (query.Text.Length > 0 ? SortOrder.Relevance : SortOrder.Newest);
        var orders = SearchRequest.Sorts.Values.Where(s => s is not SortOrder.Relevance || query.Text.Length > 0);
        return $"""
             <nav class="orders" aria-label="{setting.Texts.SortBy}"><span>{setting.Texts.SortBy}</span> {orders.Select((o, at) => (Html)$"{(at == 0 ? Html.None : (Html)$"<span class=\"dot\"> · </span>")}{Order(setting, query, o, now)}")}</nav>
            """;
    }

    private static Html Order(PageSetting setting, ReviewQuery query, SortOrder order, SortOrder now) => order == now
        ? (Html)$"<strong aria-current=\"true\">{setting.Texts.Sort(order)}</strong>"
        : $"<a href=\"{SearchAddress.Page(query with { Sort = order, Page = 1 })}\">{setting.Texts.Sort(order)}</a>";
}
