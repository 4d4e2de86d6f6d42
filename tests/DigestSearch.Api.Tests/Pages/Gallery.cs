using DigestSearch.Api.Pages;
using DigestSearch.Api.Tests.Support;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Tests.Pages;

/// <summary>Every page and every state, made of hand-made records.</summary>
internal static class Gallery
{
    public static PageSetting Setting(string language, string address = "/search?q=x") =>
        new(PageLanguage.All.Single(t => t.Code == language), Topic, address);

    private static IReadOnlyList<Review> Contents =>
        [Some.EnglishHit.Review with { Ordinal = 1 }, Some.Review, Some.LongHit.Review with { Ordinal = 3 }];

    private static ReviewQuery Chosen { get; } = new()
    {
        Text = "rjynhfcnbdyjt обучение", Years = [new(2020, 2020)],
        Selections = new Dictionary<Dimension, IReadOnlyList<string>> { [Dimension.Lab] = ["Lantern"] },
    };

    private static ReviewResults Found { get; } = Some.Results(9, Some.FirstHit, Some.LongHit, Some.RightToLeftHit, Some.EnglishHit) with
    {
        Query = new("rjynhfcnbdyjt обучение", "контрастивное обучение",
            [new("word", "контрастивное", "обучение"), new("word", "обучение", "rjynhfcnbdyjt")],
            [new("layout", "rjynhfcnbdyjt", "контрастивное"), new("glossary", "контрастивное обучение", "contrastive learning")], []),
    };

    private static ReviewResults Nothing { get; } = Found with
    {
        Total = 0, Hits = [], Query = Found.Query with { Steps = [], Warnings = ["Past 64 distinct words the 64 rarest count; 3 words were left out."] },
    };

    private static Facet ManyYears { get; } = new(Dimension.Year, [.. Enumerable.Range(1950, 74).Reverse().Where(y => y % 7 != 0)
        .Select(y => new FacetLabel($"{y}", $"{y}", (y - 1949) * (y - 1949) / 60 + 1, false, []))]);

    public static IReadOnlyDictionary<string, Func<PageSetting, Html>> Pages { get; } = new Dictionary<string, Func<PageSetting, Html>>
    {
        ["search"] = s => SearchPage.Of(s, Chosen, Found, null),
        ["long"] = s => SearchPage.Of(s, new() { Text = "reading", Exact = true, Page = 3 }, Found with { Total = 131_000, Query = Some.Reading("reading", new QueryPart("word", "reading", "")) }, null),
        ["years"] = s => SearchPage.Of(s, new(), Some.Results(1890, Some.FirstHit) with { Facets = [ManyYears] }, null),
        ["nohits"] = s => SearchPage.Of(s, Chosen, Nothing, new(4, [Some.FirstHit], ["zebrafish"])),
        ["home"] = s => HomePage.Of(s, [Some.ArchivedDigest, Some.ArchivedDigest with { Id = "d2", Digest = Some.English, Reviews = 5 }, Some.ArchivedDigest with { Id = "d3", Digest = new() { Title = "Избранное: языковые модели" }, Reviews = 2 }], 3, Some.Results(41, Some.FirstHit)),
        ["empty"] = s => HomePage.Of(s, [], 0, Some.Results(0) with { Facets = [] }),
        ["review"] = s => ReviewPage.Of(s, new(Some.Review, Some.ArchivedDigest), Contents, Some.Paper),
        ["forty"] = s => ReviewPage.Of(s, new(Some.LongHit.Review with { Text = "" }, Some.ArchivedDigest), [Some.LongHit.Review]),
        ["digest"] = s => DigestPage.Of(s, new(Some.ArchivedDigest, Contents, [new("byline-missing", "2020-02.md", 214, "The review has no line of authors under its title.", "Add a line such as: Authors (Institution, 2020).")])),
        ["error"] = s => StatePage.Error(s, s.Texts.ErrorTitle(404), s.Texts.ErrorHint(404)),
        ["indexing"] = s => StatePage.Indexing(s, new() { Text = "обучение" }, 131_000, 42_000),
    };

    private static string Topic(string path, string language) => (LabelPath.Leaf(path), language) switch
    {
        ("Computer Vision", "ru") => "компьютерное зрение",
        ("Segmentation", "ru") => "сегментация",
        ("Self-supervised Learning", "ru") => "самообучение",
        ("Natural Language Processing", "ru") => "обработка языка",
        ("Dialogue", "ru") => "диалоговые системы",
        ("Reinforcement Learning", "ru") => "обучение с подкреплением",
        var (leaf, _) => leaf,
    };
}
