using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Several reviews under headings of their own, without numbers and without bylines.</summary>
internal static class HeadedDigest
{
    private const int Fewest = 3;
    private const int BoldLine = 8;
    private const int LongSection = 4_000;

    private sealed record Candidate(int Index, int Level, RichText Title, RichText? Rest)
    {
        public int End { get; init; }
    }

    public static ShapeReading? Read(ShapeContext context)
    {
        var all = Candidates(context.Blocks);
        if (Titled(context, all) is { Count: > 1 } titled)
            return new ShapeReading(titled, []) { Title = ListDigest.TitleOf(context, all[0].Index + 1), Period = ReadingMonth.First(context.Blocks) };
        foreach (var group in all.GroupBy(candidate => candidate.Level).OrderByDescending(group => group.Key))
        {
            var candidates = group.ToList();
            if (candidates.Count < Fewest || !AreReviews(context.Blocks, candidates)) continue;
            var sections = new Sections(context.Blocks);
            var reviews = candidates.Select(candidate => ReadReview(context, candidate, sections)).OfType<ReviewDraft>().ToList();
            if (reviews.Count < Fewest) continue;
            return new ShapeReading(reviews, []) { Title = ListDigest.TitleOf(context, candidates[0].Index), Introduction = ListDigest.IntroductionOf(context, candidates[0].Index) };
        }
        return null;
    }

    /// <summary>Reviews whose heading, or the first line below it, is a title that links to its paper.</summary>
    private static List<ReviewDraft> Titled(ShapeContext context, List<Candidate> all)
    {
        var sections = new Sections(context.Blocks);
        foreach (var group in all.GroupBy(candidate => candidate.Level).OrderBy(group => group.Key))
        {
            var read = group.Select(candidate => (Candidate: candidate, Entry: EntryOf(context.Blocks, candidate))).ToList();
            if (read.Count(pair => pair.Entry is not null) is var titled && (titled < 2 || titled * 2 < read.Count)) continue;
            return [.. read.Where(pair => pair.Entry is not null).Select(pair => ReadReview(context, pair.Candidate, sections, pair.Entry)).OfType<ReviewDraft>()];
        }
        return [];
    }

    private static EntryText? EntryOf(IReadOnlyList<Block> blocks, Candidate candidate)
    {
        if (AsPaper(EntryText.Read(candidate.Title)) is { } own) return own;
        var first = candidate.Index + 1;
        return candidate.Rest is null && !SectionNames.IsGeneric(candidate.Title.Plain) && first < candidate.End && blocks[first].Text.Text.Length <= 400 ? AsPaper(EntryText.Read(blocks[first].Text)) : null;
    }

    private static EntryText? AsPaper(EntryText? entry) =>
        entry is { TitleLink: { } link } && entry.Before.IsBlank && entry.Rest.Plain.Length <= 40 && LinkKinds.Of("", link.Url) is LinkKind.Paper ? entry : null;

    private static List<Candidate> Candidates(IReadOnlyList<Block> blocks)
    {
        var found = new List<Candidate>();
        for (var i = 0; i < blocks.Count; i++)
            if (Read(blocks[i], i) is { } candidate) found.Add(candidate);
        // A review ends where the next heading of its level or above begins.
        for (var i = 0; i < found.Count; i++)
        {
            var next = i + 1;
            while (next < found.Count && found[next].Level > found[i].Level) next++;
            found[i] = found[i] with { End = next < found.Count ? found[next].Index : blocks.Count };
        }
        return found;
    }

    private static Candidate? Read(Block block, int index)
    {
        if (block is { Kind: BlockKind.Heading, Level: <= 6 }) return new Candidate(index, block.Level, block.Text, null);
        if (block is not { Kind: BlockKind.Paragraph, Level: 0, Text.Bold.Count: > 0 }) return null;
        var lines = block.Text.Lines(2);
        return lines[0].Text.IsAllBold() && lines[0].Text.Text.Length <= 300 ? new Candidate(index, BoldLine, lines[0].Text, lines.Count > 1 ? lines[1].Text : null) : null;
    }

    // Sections of one text have names that any text has; reviews link to what they speak of.
    private static bool AreReviews(IReadOnlyList<Block> blocks, List<Candidate> candidates)
    {
        var (linked, generic, length) = (0, 0, 0L);
        foreach (var candidate in candidates)
        {
            if (SectionNames.IsGeneric(candidate.Title.Plain)) generic++;
            if (LinksOf(blocks, candidate).Any(link => link.Url!.Contains("://", StringComparison.Ordinal))) linked++;
            for (var i = candidate.Index; i < candidate.End; i++) length += blocks[i].Text.Text.Length;
        }
        return generic * 5 < candidates.Count && linked * 10 >= candidates.Count * 7 && length < (long)candidates.Count * LongSection;
    }

    private static IEnumerable<ReviewLink> LinksOf(IReadOnlyList<Block> blocks, Candidate candidate) =>
        Links.All(candidate.Title).Concat(Links.All(Following(blocks, candidate)));

    private static IEnumerable<Block> Following(IReadOnlyList<Block> blocks, Candidate candidate)
    {
        if (candidate.Rest is { IsBlank: false } rest) yield return blocks[candidate.Index] with { Text = rest };
        for (var i = candidate.Index + 1; i < candidate.End; i++) yield return blocks[i];
    }

    private static ReviewDraft? ReadReview(ShapeContext context, Candidate candidate, Sections sections, EntryText? entry = null)
    {
        var following = Following(context.Blocks, candidate).ToList();
        var below = entry is not null && AsPaper(EntryText.Read(candidate.Title)) is null;
        var header = ReviewHeader.Read(below ? following[1..] : following, context.Vocabulary);
        var title = entry?.Title ?? EntryText.Clean(candidate.Title.Plain);
        if (title.Length == 0 || entry is null && header.Body.Count == 0 && header.Links.Count == 0) return null;
        var links = Links.All(below ? following[0].Text : candidate.Title).Select(link => link.Url == entry?.TitleLink?.Url || link.Kind is LinkKind.Other ? EntryText.AsTitle(link) : link);
        var draft = DraftFields.Apply(new ReviewDraft(title, context.Blocks[candidate.Index].Line) { Links = [.. links] }.WithBody(header.Body), header, context.Vocabulary);
        if (entry is not null) draft = EntryTail.Read(entry.Rest, context.Vocabulary, new CommonWords([])).Fill(draft);
        return sections.Of(candidate.Index).Fill(draft) with { TextLinks = [.. Links.All(header.Body)] };
    }
}

/// <summary>Names of sections that any text may have.</summary>
internal static class SectionNames
{
    private static readonly HashSet<string> Generic = [.. ("introduction|intro|abstract|overview|background|motivation|related work|method|methods|methodology|approach|model|models|architecture|experiments|experiment|results|"
        + "evaluation|discussion|analysis|limitations|conclusion|conclusions|summary|tl dr|tldr|references|links|resources|notes|key ideas|key idea|technical details|overall impression|contributions|ablation|dataset|datasets|"
        + "implementation|training|setup|observations|strengths|weaknesses|comments|future work|appendix|table of contents|contents|installation|usage|license|acknowledgements|faq|examples|"
        + "введение|аннотация|обзор|мотивация|метод|методы|подход|модель|архитектура|эксперименты|результаты|обсуждение|анализ|ограничения|заключение|выводы|вывод|итоги|ссылки|источники|литература|список литературы|"
        + "содержание|оглавление|данные|обучение|реализация|преимущества|недостатки|ключевые результаты|ключевые идеи|основные идеи|перспективы|применение|установка").Split('|')];

    public static bool IsGeneric(string title)
    {
        var folded = Folding.Fold(title).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '.');
        return Generic.Contains(folded);
    }
}
