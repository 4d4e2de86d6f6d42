using DigestSearch.Archive;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Suggest;

namespace DigestSearch.Api.Tests.Support;

/// <summary>Records whose details a test does not care about. All people are made up.</summary>
internal static class Some
{
    public static Digest Digest { get; } = new()
    {
        Title = "Читаем статьи за вас: январь — февраль 2020", Url = "https://example.org/posts/1",
        Period = new(new(2020, 1), new(2020, 2)), Published = new DateOnly(2020, 3, 1), Language = "ru",
    };

    public static Digest English { get; } = new() { Title = "Papers we read in the winter", Period = new(new(2021, 12), new(2022, 1)), Language = "en" };

    public static IndexStatus Ready { get; } = new(true, null, 42, 17, 41, "abcdef01-42");

    public static IndexStatus NotReady { get; } = new(false, "There is no index yet.", 0, 0, 0, "");

    public static ArchivedDigest ArchivedDigest { get; } = new("d1", "2020-02.md", Digest, 11, 1);

    public static Review Review { get; } = new()
    {
        Id = "r1", Ordinal = 2, Title = "Lantern Nets: Learning to See in the Half-Dark", Authors = ["Vasilisa Neskazova", "O. Primer", "Zoe Madeup-Jones"],
        Institutions = ["Lantern Research", "Университет Примеров"], Labs = ["Lantern > Lantern Research"], Countries = ["USA"], Year = 2020, Venue = "ICLR",
        Topics = ["Computer Vision > Segmentation", "Machine Learning > Self-supervised Learning"],
        Links = [new(LinkKind.Paper, "статья", "https://example.org/paper"), new(LinkKind.Code, "code", "https://example.org/code"), new(LinkKind.Video, "видео", null)],
        Ids = new("2001.00001"), Reviewer = "vision-desk", Language = "ru",
        Text = "Авторы учат сеть видеть в полумраке: вместо того чтобы осветлять снимок, модель учится рассуждать о том, чего на нём не видно.\n" +
            "Идея проста и потому хороша. Снимок делят на области, для каждой оценивают, сколько света до неё дошло, и дальше работают не с яркостью, а с уверенностью.\n" +
            "- обучение без разметки, на парах «день — ночь»;\n- голова сегментации остаётся прежней;\n- код открыт, и он работает.\n" +
            "На трёх наборах ночных съёмок прирост от двух до пяти пунктов mIoU. Сами авторы честно пишут, что под дождём метод теряется: отражения он принимает за лампы.",
    };

    public static ArchivedPaper Paper { get; } = new("p1",
    [
        new(Review, ArchivedDigest),
        new(Review with { Id = "r9", Ordinal = 3, Language = "en", Reviewer = "night-desk" }, ArchivedDigest with { Id = "d9", Digest = English }),
        new(Review with { Id = "r10", Ordinal = 0, Reviewer = null }, ArchivedDigest with { Id = "d10", Digest = new() { Title = "Избранное: зрение в темноте" } }),
    ]);

    public static SuggestResults Suggestions(params Suggestion[] items) => new("x", items, 42);

    public static ReviewHit Hit(Review review, string snippet = "", string? title = null, Digest? digest = null) => new()
    {
        Review = review, Digest = new("d1", digest ?? Digest), Score = 3.25f, Snippet = snippet,
        TitleHighlight = title ?? System.Net.WebUtility.HtmlEncode(review.Title),
    };

    public static ReviewHit FirstHit { get; } = Hit(Review,
        "Снимок делят на области, для каждой оценивают, сколько света до неё дошло, и дальше работают не с яркостью, а с уверенностью. <mark>Обучение</mark> идёт <mark>без разметки</mark>, на парах «день — ночь»…",
        "Lantern Nets: <mark>Learning</mark> to See in the Half-Dark");

    public static ReviewHit LongHit { get; } = Hit(Review with
    {
        Id = "r2", Ordinal = 6, Year = 2019, Venue = null, Reviewer = "language-desk",
        Title = "On the Surprising and, as We Shall Argue at Some Length, Not Entirely Unreasonable Effectiveness of Reading the Whole Paper Before Writing a Review of It: A Large-Scale Longitudinal Study Across Forty Communities",
        Authors = [.. Enumerable.Range(1, 40).Select(n => $"Author{n} Forty")], Institutions = ["Institute of Examples", "Lantern Research", "Third Place", "Fourth Place", "Fifth Place"],
        Topics = ["Natural Language Processing > Dialogue"], Links = [new(LinkKind.Blog, "blog", "https://example.org/b"), new(LinkKind.Other, "Slides & notes", "https://example.org/s")],
    }, "Сорок сообществ год за годом спорили о том, нужно ли дочитывать статью. О <mark>обучении</mark> здесь говорится как о возможном следующем шаге…");

    public static ReviewHit RightToLeftHit { get; } = Hit(new()
    {
        Id = "r3", Ordinal = 9, Title = "X", Authors = ["דוגמה כהן"], Year = 2018, Reviewer = "vision-desk",
    });

    public static ReviewHit EnglishHit { get; } = Hit(Review with
    {
        Id = "acl/P 3", Ordinal = 4, Title = "Small Words, Large Models", Authors = ["Ada Mockup"], Language = "en", Text = "The paper asks what little words are for.",
    }, "The paper asks what little words are for, and <mark>learning</mark> answers.", digest: English);

    public static QueryReading Reading(string text, params QueryPart[] parts) => new(text, text, parts, [], []);

    public static Facet Labels(Dimension dimension, params (string Value, int Count)[] labels) =>
        new(dimension, [.. labels.Select(l => new FacetLabel(l.Value, l.Value, l.Count, false, []))]);

    public static IReadOnlyList<Facet> Facets { get; } =
    [
        new(Dimension.Year, [.. new[] { (2023, 5), (2022, 6), (2021, 9), (2020, 12), (2019, 7), (2018, 4), (2017, 3), (2015, 1), (2014, 1) }
            .Select(y => new FacetLabel($"{y.Item1}", $"{y.Item1}", y.Item2, y.Item1 == 2020, []))]),
        new(Dimension.Lab,
        [
            new("Lantern", "Lantern", 9, true, [new("Lantern > Lantern Research", "Lantern Research", 6, true, []), new("Lantern > Lantern Brain", "Lantern Brain", 3, true, [])]),
            new("Institute of Examples", "Institute of Examples", 5, false, []), new("Университет Примеров", "Университет Примеров", 4, false, []),
            new("Wuhan University of Very Long Names and Even Longer Departments", "Wuhan University of Very Long Names and Even Longer Departments", 1, false, []),
        ]),
        Labels(Dimension.Topic, ("Computer Vision", 11), ("Natural Language Processing", 4), ("Reinforcement Learning", 2)),
        Labels(Dimension.Author, ("Vasilisa Neskazova", 3), ("Ada Mockup", 2), ("דוגמה כהן", 1)),
        Labels(Dimension.Reviewer, ("vision-desk", 7), ("language-desk", 4)),
        Labels(Dimension.Has, ("code", 8), ("video", 2)),
        Labels(Dimension.Language, ("ru", 8), ("en", 1)),
        new(Dimension.Digest, [new("d1", Digest.Title, 9, false, [])]),
    ];

    public static ReviewResults Results(int total = 9, params ReviewHit[] hits) => new()
    {
        Query = Reading(""), Total = total, Hits = hits, Facets = Facets, Generation = 42,
    };
}
