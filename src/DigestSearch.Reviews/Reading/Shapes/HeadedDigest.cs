using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>Several reviews under headings of their own, without numbers and without bylines.</summary>
internal static class HeadedDigest
{
    private const int Fewest = 3;
    private const int BoldLine = 8;
    private const int LongSection = 4_000;
    private const int ShortestTitle = 8;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private static readonly Regex VenueBehind = new(@"^(?<title>.{8,400})(?:\s*[\[(](?<venue>[^\[\]()]{3,30})[\])]|\s[—–|-]\s(?<venue>[^—–|]{3,30}))\s*$", Linear);
    private static readonly Regex VenueBefore = new(@"^\s*(?:[\[(](?<venue>[^\[\]()]{3,30})[\])]\s+|(?<venue>[^—–|]{3,30})\s[—–|-]\s)(?<title>.{8,400})$", Linear);

    private sealed record Candidate(int Index, int Level, RichText Title, RichText? Rest)
    {
        public int End { get; init; }

        /// <summary>The title where it is a link to the paper, of the heading or of the line below.</summary>
        public EntryText? Entry { get; init; }

        public bool IsBelow { get; init; }
    }

    public static ShapeReading? Read(ShapeContext context)
    {
        var all = Candidates(context.Blocks);
        if (all.Count < 2) return null;
        var reading = new Reading(context, new Sections(context.Blocks), new CommonWords(context.Blocks));
        if (Titled(reading, all) is { Count: > 1 } titled)
            return new ShapeReading(titled, []) { Title = Opening.Title(context, all[0].Index + 1), Period = ReadingMonth.First(context.Blocks) };
        foreach (var group in all.GroupBy(candidate => candidate.Level).OrderByDescending(group => group.Key))
        {
            var candidates = group.ToList();
            if (candidates.Count < 2 || !AreReviews(context.Blocks, candidates)) continue;
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
            var candidates = group.Select(candidate => WithEntry(reading.Context.Blocks, candidate)).ToList();
            var titled = candidates.FindAll(candidate => candidate.Entry is not null);
            if (titled.Count >= 2 && titled.Count * 2 >= candidates.Count) return [.. titled.Select(candidate => ReadReview(reading, candidate)).OfType<ReviewDraft>()];
        }
        return [];
    }

    private static Candidate WithEntry(IReadOnlyList<Block> blocks, Candidate candidate)
    {
        if (AsPaper(EntryText.Read(candidate.Title)) is { } own) return candidate with { Entry = own };
        var first = candidate.Index + 1;
        return candidate.Rest is null && !SectionNames.IsGeneric(candidate.Title.Plain) && first < candidate.End && blocks[first].Text.Text.Length <= 400
            && AsPaper(EntryText.Read(blocks[first].Text)) is { } below ? candidate with { Entry = below, IsBelow = true } : candidate;
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
        var (linked, papers, generic, length) = (0, 0, 0, 0L);
        foreach (var candidate in candidates)
        {
            if (SectionNames.IsGeneric(candidate.Title.Plain)) generic++;
            var links = LinksOf(blocks, candidate).Where(link => link.Url!.Contains("://", StringComparison.Ordinal)).ToList();
            if (links.Count > 0) linked++;
            if (links.Exists(link => link.Kind is LinkKind.Paper)) papers++;
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
        var (context, sections, common) = reading;
        var following = Following(context.Blocks, candidate).ToList();
        var header = ReviewHeader.Read(candidate.IsBelow ? following[1..] : following, context.Vocabulary);
        var entry = candidate.Entry;
        var (title, venue) = entry is not null ? (entry.Title, null) : TitleOf(candidate.Title);
        if (title.Length == 0 || entry is null && header.Body.Count == 0 && header.Links.Count == 0) return null;
        var links = Links.All(candidate.IsBelow ? following[0].Text : candidate.Title).Select(link => link.Url == entry?.TitleLink?.Url || link.Kind is LinkKind.Other ? EntryText.AsTitle(link) : link);
        var draft = DraftFields.Apply(new ReviewDraft(title, context.Blocks[candidate.Index].Line) { Links = [.. links] }.WithBody(header.Body).By(candidate.IsBelow ? "the line below the heading" : "the heading"), header, context.Vocabulary);
        if (venue is not null) draft = DraftFields.WithVenue(draft, venue).By("the heading", draft);
        if (entry is not null) draft = EntryTail.Read(entry.Rest, context.Vocabulary, common).Fill(draft);
        return sections.Of(candidate.Index).Fill(draft) with { TextLinks = [.. Links.All(header.Body)] };
    }

    // «A Title (ICML 2021) [paper] [code]»: the title, and the venue beside it.
    private static (string Title, string? Venue) TitleOf(RichText heading)
    {
        var first = heading.Links.Where(link => link.Length > 0).Select(link => link.Start).DefaultIfEmpty(heading.Text.Length).First();
        var text = first > ShortestTitle ? heading.Text[..first].TrimEnd(' ', '[', '(', '|', '-', '–', '—') : heading.Plain;
        if (VenueBehind.Match(text) is { Success: true } behind && VenueYear.ReadKnown(behind.Groups["venue"].Value) is not null) return (EntryText.Clean(behind.Groups["title"].Value), behind.Groups["venue"].Value);
        if (VenueBefore.Match(text) is { Success: true } before && VenueYear.ReadKnown(before.Groups["venue"].Value) is not null) return (EntryText.Clean(before.Groups["title"].Value), before.Groups["venue"].Value);
        return (EntryText.Clean(text), null);
    }

    private sealed record Reading(ShapeContext Context, Sections Sections, CommonWords Common);
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
