using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>One review a file that says so only by its text: a heading, and prose that speaks of a paper or links to it.</summary>
internal static partial class PlainReview
{
    private const int Shortest = 300;
    private const int ShortestOfOne = 100;
    private const int Lead = 5;

    [GeneratedRegex(@"\b(papers?|authors? (propose|present|introduce|show)|we propose|tl;?dr|arxiv|стать[яиеюй]\w*|авторы (предлагают|показывают|представляют)|исследовани\w+|разб(ор|ир)\w*|обзор\w*|работ[аеы] \w+)\b", Pattern.AnyCase)]
    private static partial Regex SpeaksOfPapers { get; }

    [GeneratedRegex(@"\b((this|the) (paper|work|article) (proposes?|presents?|introduces?|describes?|shows?|studies|investigates|aims|argues|tackles|addresses|explores)|contributions? of (this|the) paper|(the )?authors,?( \w+,)? (propose|present|introduce|show|describe|argue|study|investigate|develop)|we propose|авторы (предлагают|показывают|представляют|описывают|изучают))\b", Pattern.AnyCase)]
    private static partial Regex OnePaper { get; }

    [GeneratedRegex(@"\b(review of|reviewing|summary of|notes on|разбор\w*|разбира\w+|обзор\w*|конспект\w*)\b", Pattern.AnyCase)]
    private static partial Regex CallsItselfReview { get; }

    [GeneratedRegex(@"\b(review|summary|notes|обзор|разбор|конспект)\b", Pattern.AnyCase)]
    private static partial Regex NameOfReview { get; }

    [GeneratedRegex(@"\b(collection of|list of|this repo(sitory)?|notes (on|of|about) (the )?papers|коллекци\w+|подборк\w+)\b", Pattern.AnyCase)]
    private static partial Regex TellsOfCollection { get; }

    [GeneratedRegex(@"et al\.?,?\s*\(?((?:19|20)\d\d)[a-z]?\)?", Pattern.Exact)]
    private static partial Regex Citation { get; }

    public static ShapeReading? Read(ShapeContext context)
    {
        var blocks = context.Blocks;
        var at = 0;
        while (at < blocks.Count && at < 12 && !(blocks[at] is { Kind: BlockKind.Heading, Level: <= 2 })) at++;
        var heading = at < blocks.Count && at < 12 ? blocks[at] : null;
        var links = Links.All(blocks).ToList();
        var paper = links.Exists(link => link.Kind is LinkKind.Paper);
        var prose = blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Item or BlockKind.Quote).Sum(block => block.Text.Text.Length);
        var named = NamesPaper(blocks, links);
        if (prose < (SpeaksOfOne(blocks, at + 1) ? ShortestOfOne : Shortest) || IsFrontPage(blocks) || !paper && !named && !Speaks(context)) return null;
        var (title, rule) = heading is not null && !SectionNames.IsGeneric(heading.Text.Plain) ? (EntryText.Clean(heading.Text.Plain), "the first heading")
            : context.Document.Title is { } given ? (given, "the title of the document") : (DigestFacts.NameOf(context.Name).Replace('-', ' ').Replace('_', ' '), "the name of the file");
        if (title.Length == 0 || heading is null && !named || Template.IsPlaceholder(title) || Template.IsUnfilled(blocks)) return null;
        // A page that is mostly links leads to reviews; it is none.
        if (links.Sum(link => link.Label.Length) * 2 > prose) return null;
        var line = heading?.Line ?? 1;
        var following = blocks.Where((_, i) => heading is null || i != at).ToList();
        var header = ReviewHeader.Read(following, context);
        var draft = DraftFields.Apply(new ReviewDraft(title, line).WithBody(header.Body).By(rule), header, context.Vocabulary);
        draft = (draft with { TextLinks = links, Year = draft.Year ?? (Links.YearOf(Links.IdsOfText(links, title)) is null ? CitedYear(header.Body) : null) }).By("a citation in the first paragraphs", draft);
        if (BibTex.Find(blocks) is { } cited) draft = cited.Fill(draft);
        return new ShapeReading([draft], []) { Title = title, Introduction = title, Period = ReadingMonth.First(blocks) };
    }

    // A collection tells how to take part in it; a review does not.
    private static bool IsFrontPage(IReadOnlyList<Block> blocks) =>
        blocks.Take(Lead).Any(block => TellsOfCollection.IsMatch(Beginning(block))) || blocks.Any(block => block.Kind is BlockKind.Heading && Folding.Fold(block.Text.Plain) is "how to contribute" or "contributing" or "contribute" or "license" or "installation" or "requirements" or "table of contents" or "как помочь" or "лицензия" or "установка" or "установка и запуск" or "структура репозитория");

    // «Clark et al. (2020) propose …» in the first paragraphs: the paper of the review.
    private static int? CitedYear(IReadOnlyList<Block> body)
    {
        foreach (var block in body.Where(block => block.Kind is BlockKind.Paragraph).Take(2))
            if (Citation.Match(block.Text.Text.Length > 2_000 ? block.Text.Text[..2_000] : block.Text.Text) is { Success: true } cited)
                return int.Parse(cited.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return null;
    }

    private static bool Speaks(ShapeContext context)
    {
        var blocks = context.Blocks;
        // What its opening or its name calls a review needs no more words.
        if (blocks is [{ Kind: BlockKind.Heading, Level: 1 }, ..] && (SpeaksOfOne(blocks, 1) || blocks.Count(block => block.Kind is BlockKind.Heading && SectionNames.IsOfPaper(block.Text.Plain)) > 1)) return true;
        if (blocks.Take(Lead).Any(block => CallsItselfReview.IsMatch(Beginning(block)))) return true;
        var spoken = NameOfReview.IsMatch(DigestFacts.NameOf(context.Name).Replace('_', ' ')) ? 2 : 0;
        foreach (var block in blocks) spoken += SpeaksOfPapers.Count(Beginning(block));
        return spoken >= 3 || CitedYear(blocks) is not null;
    }

    // «The authors propose …» in the first paragraphs.
    private static bool SpeaksOfOne(IReadOnlyList<Block> blocks, int from) =>
        blocks.Skip(from).Take(Lead).Any(block => block.Kind is BlockKind.Paragraph or BlockKind.Item or BlockKind.Quote && OnePaper.IsMatch(Beginning(block)));

    private static ReadOnlySpan<char> Beginning(Block block) => block.Text.Text.AsSpan(0, Math.Min(block.Text.Text.Length, 4_000));

    // «Link to the paper»: what is left of the head of a page that lost its title.
    private static bool NamesPaper(IReadOnlyList<Block> blocks, IReadOnlyList<ReviewLink> links) =>
        blocks.Take(40).Any(block => block.Text.Text.Length <= 60 && LinkKinds.OfLabel(block.Text.Plain) is LinkKind.Paper)
        || links.Any(link => LinkKinds.OfLabel(link.Label) is LinkKind.Paper);
}
