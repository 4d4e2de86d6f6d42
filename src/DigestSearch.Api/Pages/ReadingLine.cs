using DigestSearch.Api.Search;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>The query answered in words: how each part was read, what was repaired, and the ways back.</summary>
internal static class ReadingLine
{
    private const int MostChips = 16;
    private const int LongestEcho = 80;

    public static Html Of(PageSetting setting, ReviewQuery query, QueryReading reading)
    {
        if (reading.Parts.Count == 0 && reading.Steps.Count == 0 && reading.Warnings.Count == 0) return Html.None;
        var told = reading.Steps.Where(s => reading.Parts.All(p => p.Read != s.To));
        var chips = told.Select(s => Step(setting, s)).Concat(reading.Parts.Select(p => Part(setting, query, reading, p))).ToList();
        var rest = chips.Count > MostChips ? (Html)$"<span>{setting.Texts.MoreNames(chips.Count - MostChips)}</span>" : Html.None;
        return $"""
            <div class="read">
            {(chips.Count == 0 ? Html.None : (Html)$"<span>{setting.Texts.Reading}</span> {Html.Join(chips.Take(MostChips), " ")} {rest} {Exactness(setting, query, reading)}")}
            {reading.Warnings.Select(w => (Html)$"<p class=\"warn\"{setting.Lang(w)}>{w}</p>")}
            </div>
            """;
    }

    private static Html Part(PageSetting setting, ReviewQuery query, QueryReading reading, QueryPart part)
    {
        var step = reading.Steps.FirstOrDefault(s => s.To == part.Read);
        var note = (step is null ? null : setting.Texts.StepKind(step.Kind)) ?? setting.Texts.PartKind(part.Kind);
        var drop = reading.Parts.Count < 2 ? Html.None : (Html)$"""
             <a class="out" href="{SearchAddress.Page(query with { Text = part.Without, Page = 1 })}" title="{setting.Texts.WithoutPart}"><span class="hid">{setting.Texts.WithoutPart}: {part.Read}</span><span aria-hidden="true">×</span></a>
            """;
        return $"<span class=\"chip{(step is null ? "" : " is")}\"><b>{part.Read}</b>{Note(note)}{drop}</span>";
    }

    private static Html Step(PageSetting setting, QueryStep step) => step.Kind switch
    {
        "glossary" => $"<span class=\"chip is\">= {step.To}{Note(setting.Texts.StepKind(step.Kind))}</span>",
        // The words are chips themselves.
        "relax" => $"<span class=\"chip is\"><b>{setting.Texts.StepKind(step.Kind)}</b></span>",
        _ => $"<span class=\"chip is\"><span>{step.From} →</span> <b>{step.To}</b>{Note(setting.Texts.StepKind(step.Kind))}</span>",
    };

    private static Html Note(string? note) => note is null ? Html.None : (Html)$" <span>{note}</span>";

    private static Html Exactness(PageSetting setting, ReviewQuery query, QueryReading reading)
    {
        if (query.Exact)
            return $"<span>· {setting.Texts.ReadExactly} ·</span> <a href=\"{SearchAddress.Page(query with { Exact = false, Page = 1 })}\">{setting.Texts.Loosely}</a>";
        if (reading.Steps.Count == 0) return Html.None;
        var text = query.Text.Length <= LongestEcho ? query.Text : string.Concat(query.Text.AsSpan(0, LongestEcho), "…");
        return $"<a href=\"{SearchAddress.Page(query with { Exact = true, Page = 1 })}\">{setting.Texts.Exactly(text)}</a>";
    }
}
