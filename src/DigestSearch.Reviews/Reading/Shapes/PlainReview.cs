using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>One review a file that says so only by its text: a heading, and prose that speaks of a paper or links to it.</summary>
internal static class PlainReview
{
    private const int Shortest = 300;

    private static readonly Regex SpeaksOfPapers = new(
        @"\b(papers?|authors? (propose|present|introduce|show)|we propose|tl;?dr|arxiv|стать[яиеюй]\w*|авторы (предлагают|показывают|представляют)|исследовани\w+|разбор\w*|обзор\w*|работ[аеы] \w+)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex Citation = new(@"et al\.?,?\s*\(?((?:19|20)\d\d)[a-z]?\)?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static ShapeReading? Read(ShapeContext context)
    {
        var blocks = context.Blocks;
        var at = 0;
        while (at < blocks.Count && at < 12 && !(blocks[at] is { Kind: BlockKind.Heading, Level: <= 2 })) at++;
        var heading = at < blocks.Count && at < 12 ? blocks[at] : null;
        var links = Links.All(blocks).ToList();
        var paper = links.Exists(link => link.Kind is LinkKind.Paper);
        var prose = blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Item or BlockKind.Quote).Sum(block => block.Text.Text.Length);
        if (prose < Shortest || IsFrontPage(blocks) || !paper && !NamesPaper(blocks) && !Speaks(blocks, prose)) return null;
        var title = heading is not null && !SectionNames.IsGeneric(heading.Text.Plain) ? EntryText.Clean(heading.Text.Plain) : context.Document.Title ?? DigestFacts.NameOf(context.Name).Replace('-', ' ').Replace('_', ' ');
        if (title.Length == 0 || heading is null && !NamesPaper(blocks)) return null;
        // A page that is mostly links leads to reviews; it is none.
        if (links.Sum(link => link.Label.Length) * 2 > prose) return null;
        var line = heading?.Line ?? 1;
        var following = blocks.Where((_, i) => heading is null || i != at).ToList();
        var header = ReviewHeader.Read(following, context.Vocabulary);
        var draft = DraftFields.Apply(new ReviewDraft(title, line).WithBody(header.Body), header, context.Vocabulary);
        draft = draft with { TextLinks = [.. Links.All(blocks)], Year = draft.Year ?? CitedYear(header.Body) };
        if (BibTex.Find(blocks) is { } cited) draft = cited.Fill(draft);
        return new ShapeReading([draft], []) { Title = title, Introduction = title, Period = ReadingMonth.First(blocks) };
    }

    // A collection tells how to take part in it; a review does not.
    private static bool IsFrontPage(IReadOnlyList<Block> blocks) =>
        blocks.Any(block => block.Kind is BlockKind.Heading && Folding.Fold(block.Text.Plain) is "how to contribute" or "contributing" or "contribute" or "license" or "installation" or "table of contents" or "как помочь" or "лицензия" or "установка" or "структура репозитория");

    // «Clark et al. (2020) propose …» in the first paragraphs: the paper of the review.
    private static int? CitedYear(IReadOnlyList<Block> body)
    {
        foreach (var block in body.Where(block => block.Kind is BlockKind.Paragraph).Take(2))
            if (Citation.Match(block.Text.Text.Length > 2_000 ? block.Text.Text[..2_000] : block.Text.Text) is { Success: true } cited)
                return int.Parse(cited.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return null;
    }

    // A long text needs to say it less often than a short one does.
    private static bool Speaks(IReadOnlyList<Block> blocks, int prose)
    {
        var spoken = 0;
        foreach (var block in blocks.Take(200))
            spoken += SpeaksOfPapers.Count(block.Text.Text.AsSpan(0, Math.Min(block.Text.Text.Length, 4_000)));
        return spoken >= (prose > 2_000 ? 1 : 3) || CitedYear(blocks) is not null;
    }

    // «Link to the paper»: what is left of the head of a page that lost its title.
    private static bool NamesPaper(IReadOnlyList<Block> blocks) =>
        blocks.Take(40).Any(block => block.Text.Text.Length <= 60 && LinkKinds.OfLabel(block.Text.Plain) is LinkKind.Paper)
        || Links.All(blocks.Take(40)).Any(link => link.Kind is LinkKind.Paper && LinkKinds.OfLabel(link.Label) is LinkKind.Paper);
}
