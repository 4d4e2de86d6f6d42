using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>One label with its count: a click chooses it instead of its neighbours, or drops it; the plus beside it adds it to them.</summary>
internal static class FacetRow
{
    public static Html Of(PageSetting setting, ReviewQuery query, Choice choice, Html text, FacetLabel label)
    {
        var texts = setting.Texts;
        var count = texts.Number(label.Count);
        if (Choices.In(query).Contains(choice))
            return $"""
                <span class="row is"><a href="{SearchAddress.Page(Choices.Without(query, choice))}" title="{texts.DropLabel(label.Label)}"><span class="l">{text}<span class="hid"> ({texts.Selected})</span></span><span class="n">{count}</span><span class="x" aria-hidden="true">×</span></a></span>
                """;
        var plus = !Choices.Any(query, choice.Dimension) ? Html.None : label.Selected || Choices.Covers(query, choice) ? Html.None : Plus(setting, query, choice, label);
        return $"""
            <span class="{(label.Selected ? "row in" : "row")}"><a href="{SearchAddress.Page(Choices.Only(query, choice))}"><span class="l">{text}</span><span class="n">{count}</span></a>{plus}</span>
            """;
    }

    private static Html Plus(PageSetting setting, ReviewQuery query, Choice choice, FacetLabel label)
    {
        var meaning = setting.Texts.AddLabel(label.Label);
        return $"<a class=\"x\" href=\"{SearchAddress.Page(Choices.Also(query, choice))}\" title=\"{meaning}\" aria-label=\"{meaning}\">+</a>";
    }
}
