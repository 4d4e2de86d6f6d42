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
        (Field.Title, "title|paper title|название|название статьи|заголовок|标题|题目|论文标题|论文题目|英文标题|タイトル|論文|제목|논문 제목|titre|titel|título|titulo"),
        (Field.Authors, "author|authors|author s|paper authors|автор|авторы|автор ы|автор статьи|авторы статьи|авторы работы|作者|论文作者|著者|저자|auteur|auteurs|autor|autoren|autores"),
        (Field.Institutions, "institution|institutions|institution s|institute|affiliation|affiliations|affiliation s|organization|organizations|org|orgs|организация|организации|институт|аффилиация|机构|单位|作者单位|所属|소속|institución|instituciones"),
        (Field.Link, "link|links|url|paper|paper link|paper url|arxiv|pdf|ссылка|ссылки|статья|оригинал|оригинал статьи|оригинальная статья|ссылка на статью|original paper|pdf link|arxiv link|openreview|doi|链接|论文|论文链接|原文|原文链接|リンク|링크|논문|lien|enlace"),
        (Field.Code, "code|github|source code|implementation|код|исходный код|реализация|代码|代码链接|コード|코드|quellcode|código"),
        (Field.Project, "project|project page|website|проект|страница проекта|项目|项目主页|プロジェクト|프로젝트|projet|projekt"),
        (Field.Video, "video|видео"),
        (Field.Blog, "blog|blog post|блог"),
        (Field.Tags, "tags|tag|topics|keywords|теги|темы|ключевые слова|标签|关键词|キーワード|키워드|mots clés|schlagwörter"),
        (Field.Year, "year|publication year|published year|год|год публикации|年份|发表年份|年|연도|année|jahr|año"),
        (Field.Venue, "venue|conference|conf|journal|published in|published at|accepted at|accepted|publication|conference journal|конференция|журнал|会议|期刊|发表|发表于|会议 期刊|学会|会議|학회|conférence|revue|konferenz|zeitschrift|conferencia|revista"),
        (Field.Date, "date|published|publication date|published on|дата|日期|发表时间|日付|날짜|datum|fecha"),
        (Field.Reviewer, "reviewer|reviewed by|review by|review author|summary by|summarized by|notes by|presenter|presented by|speaker|posted by|written by|書いた人|担当|筆者|작성자|рецензент|докладчик|разобрал|разобрала|рассказывает|автор обзора|обзор|обзор подготовил|обзор подготовила"),
        (Field.Summary, "tl dr|tldr|summary"),
    }.SelectMany(entry => entry.Names.Split('|').Select(name => (name, entry.Field))).ToFrozenDictionary(pair => pair.name, pair => pair.Field);

    public static FieldLine? Read(RichText line)
    {
        var colon = line.Text.AsSpan(0, Math.Min(line.Text.Length, LabelLimit)).IndexOfAny(':', '：');
        if (colon <= 0 || colon + 1 < line.Text.Length && line.Text[colon + 1] is ':') return null;
        return FieldOf(Folding.Fold(line.Text[..colon])) is { } field ? new FieldLine(field, line.From(colon + 1).Trim()) : null;
    }

    /// <summary>The field that a folded label names.</summary>
    public static Field? FieldOf(string folded) => Labels.TryGetValue(folded, out var field) ? field : null;
}
