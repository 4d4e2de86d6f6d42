using System.Collections.Frozen;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>What a labelled line tells.</summary>
internal enum Field
{
    Title,
    Authors,
    Institutions,
    Link,
    Code,
    Project,
    Video,
    Blog,
    Tags,
    Year,
    Venue,
    Date,
    Reviewer,
    Summary,
}

/// <summary>A line of the form <c>Label: value</c> whose label is known.</summary>
internal readonly record struct FieldLine(Field Field, RichText Value)
{
    private const int LabelLimit = 40;

    private static readonly FrozenDictionary<string, Field> Labels = new (Field Field, string Names)[]
    {
        (Field.Title, "title|paper title|название|название статьи|заголовок"),
        (Field.Authors, "author|authors|author s|paper authors|автор|авторы|автор ы|автор статьи|авторы статьи|авторы работы"),
        (Field.Institutions, "institution|institutions|institution s|institute|affiliation|affiliations|affiliation s|organization|organizations|org|orgs|организация|организации|институт|аффилиация"),
        (Field.Link, "link|links|url|paper|paper link|paper url|arxiv|pdf|ссылка|ссылки|статья|оригинал|оригинал статьи|ссылка на статью"),
        (Field.Code, "code|github|source code|implementation|код|исходный код|реализация"),
        (Field.Project, "project|project page|website|проект|страница проекта"),
        (Field.Video, "video|видео"),
        (Field.Blog, "blog|blog post|блог"),
        (Field.Tags, "tags|tag|topics|keywords|теги|темы|ключевые слова"),
        (Field.Year, "year|год"),
        (Field.Venue, "venue|conference|conf|journal|published in|published at|accepted at|accepted|конференция|журнал"),
        (Field.Date, "date|дата"),
        (Field.Reviewer, "reviewer|reviewed by|review by|review author|summary by|summarized by|notes by|presenter|presented by|speaker|posted by|рецензент|докладчик|разобрал|разобрала|рассказывает|автор обзора|обзор|обзор подготовил|обзор подготовила"),
        (Field.Summary, "tl dr|tldr|summary"),
    }.SelectMany(entry => entry.Names.Split('|').Select(name => (name, entry.Field))).ToFrozenDictionary(pair => pair.name, pair => pair.Field);

    public static FieldLine? Read(RichText line)
    {
        var colon = line.Text.AsSpan(0, Math.Min(line.Text.Length, LabelLimit)).IndexOf(':');
        if (colon <= 0 || colon + 1 < line.Text.Length && line.Text[colon + 1] is ':') return null;
        return FieldOf(Folding.Fold(line.Text[..colon])) is { } field ? new FieldLine(field, line.From(colon + 1).Trim()) : null;
    }

    /// <summary>The field that a folded label names.</summary>
    public static Field? FieldOf(string folded) => Labels.TryGetValue(folded, out var field) ? field : null;
}
