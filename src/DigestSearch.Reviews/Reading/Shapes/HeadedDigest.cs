using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Several reviews under headings of their own, without numbers and without bylines.</summary>
internal static class HeadedDigest
{
    private const int Fewest = 3;
    private const int BoldLine = 8;
    private const int LineAboveLinks = 9;
    private const int TitleLimit = 200;
    private const int BesideLimit = 40;
    private const int HeaderBlocks = 6;
    private const int LongSection = 4_000;
    private const int ShortestTitle = 8;

    // Longer headings are titles themselves, whatever the line below links to.
    private const int ShortTitle = 3;

    private sealed record Candidate(int Index, int Level, RichText Title, RichText? Rest)
    {
        public int End { get; init; }

        /// <summary>The title where it is a link to the paper, of the heading or of the line below.</summary>
        public EntryText? Entry { get; init; }

        public bool IsBelow { get; init; }
    }

    public static ShapeReading? Read(ShapeContext context)
    {
        var all = Candidates(context);
        if (all.Count < 2) return null;
        var reading = new Reading(context, new Sections(context.Blocks));
        if (Titled(reading, all) is { Count: > 1 } titled)
            return new ShapeReading(titled, []) { Title = Opening.Title(context, all[0].Index + 1), Period = ReadingMonth.First(context.Blocks) };
        foreach (var group in all.GroupBy(candidate => candidate.Level).OrderByDescending(group => group.Key))
        {
            // A heading with nothing below it is a stub or the name of a part.
            var candidates = group.Where(candidate => candidate.End > candidate.Index + 1 || candidate.Rest is not null || candidate.Title.Links.Count > 0).ToList();
            if (candidates.Count < 2 || !AreReviews(context, candidates)) continue;
            var reviews = candidates.Select(candidate => ReadReview(reading, candidate)).OfType<ReviewDraft>().ToList();
            if (reviews.Count < 2) continue;
            return new ShapeReading(reviews, []) { Title = Opening.Title(context, candidates[0].Index), Introduction = Opening.Introduction(context, candidates[0].Index) };
        }
        return null;
    }

    /// <summary>Reviews whose heading, or the first line below it, is a title that links to its paper.</summary>
    private static List<ReviewDraft> Titled(Reading reading, List<Candidate> all)
    {
        foreach (var group in all.GroupBy(candidate => candidate.Level).OrderBy(group => group.Key))
        {
            var candidates = group.Select(candidate => WithEntry(reading.Context, candidate)).ToList();
            var titled = candidates.FindAll(candidate => candidate.Entry is not null);
            if (titled.Count >= 2 && titled.Count * 2 >= candidates.Count) return [.. titled.Select(candidate => ReadReview(reading, candidate)).OfType<ReviewDraft>()];
        }
        return [];
    }

    private static Candidate WithEntry(ShapeContext context, Candidate candidate)
    {
        var blocks = context.Blocks;
        var heading = EntryText.Read(candidate.Title, context);
        if (AsPaper(heading) is { } own) return candidate with { Entry = own };
        // A heading that leads to another page of the collection, with the paper in the lines below.
        if (heading is { TitleLink: { } link, Rest.IsBlank: true } && !heading.Before.Text.Any(char.IsLetter) && !link.Url.Contains("//", StringComparison.Ordinal)
            && Following(blocks, candidate).Take(HeaderBlocks).SelectMany(block => Links.All(block.Text)).Any(below => below.Kind is LinkKind.Paper)) return candidate with { Entry = heading };
        var first = candidate.Index + 1;
        return candidate.Rest is null && candidate.Title.Plain.Split(' ').Length <= ShortTitle && !SectionNames.IsGeneric(candidate.Title.Plain) && first < candidate.End && blocks[first].Text.Text.Length <= 400
            && AsPaper(EntryText.Read(blocks[first].Text, context)) is { } below ? candidate with { Entry = below, IsBelow = true } : candidate;
    }

    private static EntryText? AsPaper(EntryText? entry) =>
        entry is { TitleLink: { } link } && !entry.Before.Text.Any(char.IsLetter) && entry.Rest.Plain.Length <= 40 && LinkKinds.Of("", link.Url) is LinkKind.Paper ? entry : null;

    private static List<Candidate> Candidates(ShapeContext context)
    {
        var blocks = context.Blocks;
        var (found, levels) = (new List<Candidate>(), new int[7]);
        foreach (var block in blocks)
            if (block is { Kind: BlockKind.Heading, Level: <= 6 }) levels[block.Level]++;
        for (var i = 0; i < blocks.Count; i++)
            if (Read(context, i, levels) is { } candidate) found.Add(candidate);
        // A review ends where the next heading of its level or above begins.
        for (var i = 0; i < found.Count; i++)
        {
            var next = i + 1;
            while (next < found.Count && found[next].Level > found[i].Level) next++;
            found[i] = found[i] with { End = next < found.Count ? found[next].Index : blocks.Count };
        }
        return found;
    }

    private static Candidate? Read(ShapeContext context, int index, int[] levels)
    {
        var block = context.Blocks[index];
        if (block is { Kind: BlockKind.Heading, Level: <= 6 }) return new Candidate(index, block.Level, block.Text, null);
        if (block is not { Kind: BlockKind.Paragraph, Level: 0 } || block.Text.IsBlank) return null;
        var lines = block.Text.Lines(2);
        var rest = lines.Count > 1 ? lines[1].Text : null;
        if (lines[0].Text is { Bold.Count: > 0, Text.Length: <= 300 } bold && (bold.IsAllBold() || IsTitled(bold))) return new Candidate(index, BoldLine, bold, rest);
        if (rest is null || !IsAboveLinks(lines[0].Text, rest) || NamesLine.Read(lines[0].Text, context) is not null) return null;
        // Below each of several headings it is a line of authors.
        return index > 0 && context.Blocks[index - 1] is { Kind: BlockKind.Heading, Level: <= 6 } above && levels[above.Level] > 1 ? null : new Candidate(index, LineAboveLinks, lines[0].Text, rest);
    }

    // «**A Title** ([paper](…), 2020)».
    private static bool IsTitled(RichText line) =>
        line.Bold[0].Start.Value == 0 && line.Bold[0].End.Value >= ShortestTitle && line.Links.Any(link => link.Start >= line.Bold[0].End.Value)
        && line.Text.Length - line.Bold[0].End.Value - line.Links.Where(link => link.Start >= line.Bold[0].End.Value).Sum(link => link.Length) <= BesideLimit;

    // A title, and the address of its paper in the next line.
    private static bool IsAboveLinks(RichText line, RichText rest) =>
        line.Links.Count == 0 && line.Text.Length is >= ShortestTitle and <= TitleLimit && line.Text[^1] is not ('.' or ':' or ';' or ',') && line.Text.Any(char.IsLetter)
        && Links.OfLine(Decoration.Trim(rest.Lines(2)[0].Text)) is { } found && found.Any(link => link is { Kind: LinkKind.Paper, Url: not null });

    // Sections of one text have names that any text has; reviews link to what they speak of.
    private static bool AreReviews(ShapeContext context, List<Candidate> candidates)
    {
        var blocks = context.Blocks;
        var (linked, papers, generic, length) = (0, 0, 0, 0L);
        foreach (var candidate in candidates)
        {
            if (SectionNames.IsGeneric(candidate.Title.Plain)) generic++;
            var links = LinksOf(blocks, candidate).Where(link => link.Url!.Contains("://", StringComparison.Ordinal)).ToList();
            // Authors below a heading say as much as a link does.
            var isNamed = ReviewHeader.Read([.. Following(blocks, candidate).Take(HeaderBlocks)], context).Byline is { Authors.Count: > 0 };
            if (links.Count > 0 || isNamed) linked++;
            if (links.Exists(link => link.Kind is LinkKind.Paper) || isNamed) papers++;
            for (var i = candidate.Index; i < candidate.End; i++) length += blocks[i].Text.Text.Length;
        }
        // A page of courses or tools has headings with links too; two headings must both lead to papers.
        if (papers == 0 || candidates.Count < Fewest && papers < candidates.Count) return false;
        return generic * 5 < candidates.Count && linked * 10 >= candidates.Count * 7 && length < (long)candidates.Count * LongSection;
    }

    private static IEnumerable<ReviewLink> LinksOf(IReadOnlyList<Block> blocks, Candidate candidate) =>
        Links.All(candidate.Title).Concat(Links.All(Following(blocks, candidate)));

    private static IEnumerable<Block> Following(IReadOnlyList<Block> blocks, Candidate candidate)
    {
        if (candidate.Rest is { IsBlank: false } rest) yield return blocks[candidate.Index] with { Text = rest };
        for (var i = candidate.Index + 1; i < candidate.End; i++) yield return blocks[i];
    }

    private static ReviewDraft? ReadReview(Reading reading, Candidate candidate)
    {
        var (context, sections) = reading;
        var following = Following(context.Blocks, candidate).ToList();
        var header = ReviewHeader.Read(candidate.IsBelow ? following[1..] : following, context, cited: true);
        var entry = candidate.Entry;
        var (title, beside) = entry is not null ? new TitleLine(entry.Title, Byline.None) : TitleOf(candidate.Title, context);
        if (title.Length == 0 || entry is null && header.Body.Count == 0 && header.Links.Count == 0) return null;
        var links = Links.All(candidate.IsBelow ? following[0].Text : candidate.Title).Select(link => link.Url == entry?.TitleLink?.Url || link.Kind is LinkKind.Other ? EntryText.AsTitle(link) : link);
        var draft = DraftFields.Apply(new ReviewDraft(title, context.Blocks[candidate.Index].Line) { Links = [.. links] }.WithBody(header.Body).By(candidate.IsBelow ? "the line below the heading" : "the heading"), header, context.Vocabulary);
        draft = DraftFields.Fill(draft, beside).By("what stands beside the title", draft);
        if (entry is not null) draft = EntryTail.Read(entry, context).Fill(draft);
        return sections.Of(candidate.Index).Fill(draft) with { TextLinks = [.. Links.All(header.Body)] };
    }

    // «A Title (ICML 2021) [paper] [code]»: the title, and what stands beside it.
    private static TitleLine TitleOf(RichText heading, ShapeContext context)
    {
        heading = EntryText.WithoutNumber(heading);
        var first = heading.Links.Where(link => link.Length > 0).Select(link => link.Start).DefaultIfEmpty(heading.Text.Length).First();
        var line = TitleLine.Read(first > ShortestTitle ? heading.Text[..first].TrimEnd(' ', '[', '(', '|', '-', '–', '—') : heading.Plain, context);
        return line with { Title = EntryText.Clean(line.Title) };
    }

    private sealed record Reading(ShapeContext Context, Sections Sections);
}

/// <summary>Names of sections that any text may have.</summary>
internal static class SectionNames
{
    private static readonly HashSet<string> Generic = [.. ("introduction|intro|abstract|overview|background|motivation|related work|method|methods|methodology|approach|model|models|architecture|experiments|experiment|results|"
        + "evaluation|discussion|analysis|limitations|conclusion|conclusions|summary|tl dr|tldr|references|links|resources|notes|key ideas|key idea|technical details|overall impression|contributions|ablation|dataset|datasets|"
        + "implementation|training|setup|observations|strengths|weaknesses|comments|future work|appendix|table of contents|contents|installation|usage|license|acknowledgements|faq|examples|"
        + "введение|аннотация|обзор|мотивация|метод|методы|подход|модель|архитектура|эксперименты|результаты|обсуждение|анализ|ограничения|заключение|выводы|вывод|итоги|ссылки|источники|литература|список литературы|"
        + "содержание|оглавление|данные|обучение|реализация|преимущества|недостатки|ключевые результаты|ключевые идеи|основные идеи|перспективы|применение|установка").Split('|')];

    // What stands above labelled lines and says no more.
    private static readonly HashSet<string> Information = [.. "metadata|info|information|paper|paper info|paper information|paper details|details|bibliographic info|bibliographic information|bibliography|meta|about the paper|о статье|информация|информация о статье|метаданные|基本信息|论文信息|書誌情報|論文情報|論文情報 リンク|논문 정보".Split('|')];

    // Sections of a paper, or of what is said of one.
    private static readonly HashSet<string> OfPapers = [.. ("abstract|introduction|related work|method|methods|approach|experiments|results|evaluation|discussion|conclusion|conclusions|limitations|strengths|weaknesses|pros|cons|pros and cons|key ideas|key idea|contributions|"
        + "аннотация|введение|метод|методы|подход|эксперименты|результаты|обсуждение|ограничения|заключение|выводы|摘要|引言|介绍|方法|实验|结果|结论|相关工作|概要|手法|実験|結果|結論|まとめ|요약|서론|방법|실험|결과|결론").Split('|')];

    private static readonly HashSet<string> Referring = [.. "references|reference|bibliography|further reading|see also|citation|citations|cite|related papers|литература|список литературы|источники|см также|参考文献|引用|参考|참고문헌".Split('|')];

    /// <summary>Whether a heading only says that facts of the paper follow.</summary>
    public static bool IsInformation(string title) => Information.Contains(Folding.Fold(title));

    /// <summary>Whether a heading is that of a part of a paper.</summary>
    public static bool IsOfPaper(string title) => OfPapers.Contains(Folding.Fold(title).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '.'));

    /// <summary>Whether what follows a heading is only referred to.</summary>
    public static bool IsReferences(string title) => Referring.Contains(Folding.Fold(title));

    public static bool IsGeneric(string title)
    {
        var folded = Folding.Fold(title).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '.');
        return Generic.Contains(folded);
    }
}
