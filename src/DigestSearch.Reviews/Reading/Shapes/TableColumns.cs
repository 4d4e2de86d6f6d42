using System.Collections.Frozen;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>What the columns of a table hold, by their names and by what stands in them.</summary>
internal sealed class TableColumns
{
    private enum Role
    {
        Ignored,
        Title,
        Authors,
        Institutions,
        Year,
        Date,
        Venue,
        Topic,
        Reviewer,
        Links,
        Text,
    }

    private const int ColumnLimit = 24;

    // What only columns are called; their other names are those of labelled lines.
    private static readonly FrozenDictionary<string, Role> Names = new (Role Role, string Names)[]
    {
        (Role.Title, "paper|papers|name|article|publication|статья|статьи|работа|публикация|title of paper|paper name"),
        (Role.Authors, "by"),
        (Role.Institutions, "company|lab|labs"),
        (Role.Venue, "published|publication venue|venue year|pub|journal conference|conference journal"),
        (Role.Topic, "area|category|task|field|тема|задача|область"),
        (Role.Reviewer, "summary by"),
        (Role.Links, "paper source|source|code paper|resources"),
        (Role.Text, "abstract|description|notes|comment|comments|review|key points|описание|аннотация|резюме|обзор|комментарий|суть"),
    }.SelectMany(entry => entry.Names.Split('|').Select(name => (name, entry.Role))).ToFrozenDictionary(pair => pair.name, pair => pair.Role);

    private readonly Role[] roles;
    private readonly string?[] kinds;
    private readonly string[] names;

    private TableColumns(Role[] roles, string?[] kinds, string[] names) => (this.roles, this.kinds, this.names) = (roles, kinds, names);

    /// <summary>The columns of a table whose rows are reviews; null for any other table.</summary>
    public static TableColumns? Of(IReadOnlyList<Block> rows, ShapeContext context)
    {
        var head = rows.FirstOrDefault(row => row.IsHead);
        var body = rows.Where(row => !row.IsHead).Take(200).ToList();
        if (head is null || body.Count == 0 || head.Cells.Count > ColumnLimit) return null;
        var names = head.Cells.Select(cell => Folding.Fold(cell.Plain)).ToList();
        var roles = names.Select((name, column) => RoleOf(name, [.. body.Select(row => CellOf(row, column))], context)).ToArray();
        if (!roles.Contains(Role.Title)) return null;
        var title = Array.IndexOf(roles, Role.Title);
        // A second column of such a name holds something else.
        for (var column = title + 1; column < roles.Length; column++)
            if (roles[column] is Role.Title) roles[column] = Role.Text;
        var told = body.Count(row => row.Cells.SelectMany(Links.All).Any(link => Uri.TryCreate(link.Url, UriKind.Absolute, out _)));
        if (!roles.Contains(Role.Authors) && told * 2 < body.Count) return null;
        return new TableColumns(roles, [.. head.Cells.Select(cell => LinkKinds.OfLabel(cell.Plain))], [.. head.Cells.Select(cell => cell.Plain)]);
    }

    /// <summary>The review of a row; null where the row has none: no title, or only calls to write one.</summary>
    public ReviewDraft? Read(Block row, ShapeContext context)
    {
        var vocabulary = context.Vocabulary;
        var cells = Cells(row).ConvertAll(Links.Mark);
        var title = Array.IndexOf(roles, Role.Title);
        if (title >= cells.Count || EntryText.Read(cells[title], context, isWhole: roles.Contains(Role.Text)) is not { } entry || Template.IsPlaceholder(entry.Title)) return null;
        var draft = DraftFields.Fill(new ReviewDraft(entry.Title, row.Line), entry.Beside).By(RuleOf(title));
        var text = new List<Block>();
        var (links, textLinks) = (new List<ReviewLink>(), new List<ReviewLink>());
        links.AddRange(Links.All(cells[title]).Select(link => entry.TitleLink is { } own && own.Url == link.Url ? EntryText.AsTitle(link) : link));
        if (entry.Prose is { IsBlank: false } rest && !IsOnlyLinks(rest)) text.Add(Paragraph(row.Line, rest));
        var (asked, answered) = (0, text.Count);
        for (var column = 0; column < cells.Count; column++)
        {
            var cell = cells[column];
            if (column == title || cell.IsEmpty) continue;
            var role = column < roles.Length ? roles[column] : Role.Text;
            if (role is Role.Text) asked++;
            if (CallToContribute.Is(cell) || cell.Plain is "-" or "–" or "—") continue;
            if (role is Role.Text) answered++;
            // The name of a person that links to a summary: who wrote it.
            if (role is Role.Text && draft.Reviewer is null && IsOnlyLinks(cell) && Links.All(cell).FirstOrDefault(link => PersonWords.IsPerson(link.Label, context.Common) && LinkKinds.OfLabel(link.Label) is null && vocabulary.LabOf(link.Label) is null) is { } writer)
                draft = (draft with { Reviewer = new ReviewerLine(writer.Label, null) }).By(RuleOf(column), draft);
            draft = Take(draft, role, cell, vocabulary).By(RuleOf(column), draft);
            if (role is Role.Text && !IsOnlyLinks(cell)) text.Add(Paragraph(row.Line, cell));
            (role is Role.Text && !IsOnlyLinks(cell) ? textLinks : links).AddRange(Links.All(cell).Where(link => !CallToContribute.Is(link)).Select(link => WithKind(link, column)));
        }
        if (asked > 0 && answered == 0) return null;
        return (draft.WithBody(text) with { Links = links, TextLinks = textLinks }).By("the cells of the row", draft);
    }

    private string RuleOf(int column) => column < names.Length ? $"the column “{names[column]}”" : "a cell past the last column";

    private static Block Paragraph(int line, RichText text) => new(BlockKind.Paragraph, line, text);

    private static ReviewDraft Take(ReviewDraft draft, Role role, RichText cell, Vocabulary vocabulary) => role switch
    {
        Role.Authors => draft with { Authors = AuthorList.Split(cell.Plain) },
        Role.Institutions => draft with { Affiliation = Affiliation.Read(NamesLine.WithoutOthers(cell.Plain), vocabulary) },
        Role.Year when VenueYear.Year(cell.Plain) is { } year => draft with { Year = year },
        Role.Date when PeriodText.YearOfDate(cell.Plain) is { } year => draft with { SectionYear = year },
        Role.Venue => DraftFields.WithVenue(draft, cell.Plain),
        Role.Topic => DraftFields.WithTags(draft, cell.Plain.Split([',', ';', '\n'])),
        Role.Reviewer => draft with { Reviewer = ReviewerLine.ReadValue(cell.Plain) },
        _ => draft,
    };

    // The name of the column counts where neither label nor address tells.
    private ReviewLink WithKind(ReviewLink link, int column) =>
        link.Kind is LinkKind.Other && column < kinds.Length && kinds[column] is { } kind ? link with { Kind = kind } : link;

    /// <summary>The cells of a row; what a bar within the text cut off is put back.</summary>
    private List<RichText> Cells(Block row)
    {
        if (row.Cells.Count <= roles.Length) return [.. row.Cells];
        var text = Array.LastIndexOf(roles, Role.Text) is >= 0 and var last ? last : roles.Length - 1;
        var surplus = row.Cells.Count - roles.Length;
        return [.. row.Cells.Take(text), RichText.Join(row.Cells.Skip(text).Take(surplus + 1)), .. row.Cells.Skip(text + surplus + 1)];
    }

    private static Role RoleOf(string name, List<RichText> cells, ShapeContext context)
    {
        var filled = cells.Where(cell => !cell.IsEmpty).ToList();
        var role = Names.TryGetValue(name, out var own) ? own : FieldLine.FieldOf(name) is { } field ? RoleOf(field) : name.Length == 0 ? Role.Ignored : LinkKinds.OfLabel(name) is not null ? Role.Links : Role.Text;
        // «Paper» may head the titles, or links that all say «Paper».
        if (role is Role.Title && filled.Count > 0 && filled.Count(cell => IsOnlyLinks(cell) && EntryText.Read(cell, context)?.TitleLink is null) * 2 > filled.Count) return Role.Links;
        return role;
    }

    private static Role RoleOf(Field field) => field switch
    {
        Field.Title => Role.Title,
        Field.Authors => Role.Authors,
        Field.Institutions => Role.Institutions,
        Field.Year => Role.Year,
        Field.Venue => Role.Venue,
        Field.Tags => Role.Topic,
        Field.Reviewer => Role.Reviewer,
        Field.Summary => Role.Text,
        Field.Date => Role.Date,
        _ => Role.Links,
    };

    private static RichText CellOf(Block row, int column) => column < row.Cells.Count ? row.Cells[column] : RichText.Empty;

    // Links with nothing between them but what joins them.
    private static bool IsOnlyLinks(RichText text)
    {
        if (text.Links.Count == 0) return false;
        var at = 0;
        foreach (var link in text.Links)
        {
            if (HasWords(text.Text.AsSpan(at, Math.Max(0, link.Start - at)))) return false;
            at = Math.Max(at, link.End);
        }
        return !HasWords(text.Text.AsSpan(at));
    }

    private static bool HasWords(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var character in text) if (char.IsLetter(character)) letters++;
        return letters > 14;
    }
}
