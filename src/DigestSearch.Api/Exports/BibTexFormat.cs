using System.Globalization;
using System.Text;
using DigestSearch.Reviews.People;

namespace DigestSearch.Api.Exports;

/// <summary>BibTeX in UTF-8, as biber and today's reference managers read it: the paper and the review of it.</summary>
internal sealed class BibTexFormat : ExportFormat
{
    public override string Name => "BibTeX";

    public override string Extension => ".bib";

    public override string MediaType => "application/x-bibtex";

    public override IEnumerable<string> Write(Export export)
    {
        yield return $"% {Comment(export.Title)}\n% {export.Site}{export.Page}\n{(export.Cut is { } cut ? $"% {cut}\n" : "")}\n";
        foreach (var citations in export.Citations()) yield return string.Concat(citations.Select(Entry));
    }

    private static string Entry(Citation citation)
    {
        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture, $"@{TypeOf(citation.Kind)}{{{citation.Key},\n");
        Field(entry, "title", Capitals(citation.Title));
        if (citation.Authors.Count > 0) Field(entry, "author", string.Join(" and ", citation.Authors.Select(Person)));
        if (citation.Container is { } container) Field(entry, citation.Kind switch { CitedKind.Journal => "journal", CitedKind.Conference => "booktitle", _ => "howpublished" }, Escaped(container));
        if (citation.Year is { } year) Field(entry, "year", year.ToString(CultureInfo.InvariantCulture));
        if (citation is { Year: { } of, Month: { } month }) Field(entry, "date", string.Create(CultureInfo.InvariantCulture, $"{of:D4}-{month:D2}{(citation.Day is { } day ? $"-{day:D2}" : "")}"));
        if (citation.Ids.Doi is { } doi) Field(entry, "doi", Verbatim(doi));
        if (citation.Ids.Arxiv is { } arxiv)
        {
            Field(entry, "eprint", Verbatim(arxiv));
            Field(entry, "eprinttype", "arxiv");
        }
        if (citation.Url is { } url) Field(entry, "url", Verbatim(url));
        if (citation.Reviewed is { } paper) Field(entry, "related", paper.Key);
        if (citation.Keywords.Count > 0) Field(entry, "keywords", string.Join(", ", citation.Keywords.Select(Escaped)));
        if (citation.Language is { } language) Field(entry, "langid", language switch { "ru" => "russian", "en" => "english", _ => Escaped(language) });
        return entry.Append("}\n\n").ToString();
    }

    private static string TypeOf(CitedKind kind) => kind switch { CitedKind.Journal => "article", CitedKind.Conference => "inproceedings", _ => "misc" };

    private static void Field(StringBuilder entry, string name, string value) => entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");

    // "Surname, Suffix, Given": whatever stands in the surname stays together. A name of one part is one in braces.
    private static string Person(PersonName name)
    {
        var surname = Unbraced(name.Surname);
        if (name.Given.Count == 0) return $"{{{surname}}}";
        var given = Unbraced(string.Join(' ', name.Given));
        return name.Suffix is { } suffix ? $"{Whole(surname)}, {Unbraced(suffix)}, {Whole(given)}" : $"{Whole(surname)}, {Whole(given)}";
    }

    // Programs that part names count braces, escaped or not.
    private static string Unbraced(string name) => Escaped(name.Replace('{', '(').Replace('}', ')'));

    // What would part names or a list of them.
    private static string Whole(string name) => name.Contains(',', StringComparison.Ordinal) || name.Split(' ').Contains("and", StringComparer.OrdinalIgnoreCase) ? $"{{{name}}}" : name;

    // Styles make small what is not in braces.
    private static string Capitals(string title) =>
        string.Join(' ', title.Split(' ').Select(word => word.Any(char.IsUpper) ? $"{{{Escaped(word)}}}" : Escaped(word)));

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var before = '\0';
        foreach (var c in text)
        {
            // Two of them are one other character: a dash, a quotation mark.
            if (c == before && c is ('-' or '`' or '\'')) escaped.Append("{}");
            before = c;
            _ = c switch
            {
                '\\' => escaped.Append("{\\textbackslash}"),
                '{' => escaped.Append("{\\textbraceleft}"),
                '}' => escaped.Append("{\\textbraceright}"), // Escaped ones count as braces.
                '~' => escaped.Append("{\\textasciitilde}"),
                '^' => escaped.Append("{\\textasciicircum}"),
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    // Addresses and numbers are read as they are; braces alone would end them.
    private static string Verbatim(string text) => text.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);

    private static string Comment(string text) => text.ReplaceLineEndings(" ").Replace('@', ' ');
}
