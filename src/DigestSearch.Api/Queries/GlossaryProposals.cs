using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DigestSearch.Api.Queries;

/// <summary>Lines for glossary.yaml that hard queries suggest; an editor decides.</summary>
internal static class GlossaryProposals
{
    private const int Fewest = 2;
    private const int MostWords = 4;

    // A name that is spelled in the other alphabet is found as it sounds; a term belongs into the glossary.
    private const string Spelled = "translit";

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Terms that were found only by their spelling; and, to be completed, short queries in Russian that nothing was found for.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<HardQuery> queries) =>
    [
        .. queries.Where(query => query.Times >= Fewest && query.Total > 0).SelectMany(query => query.Steps).Where(step => step.Kind == Spelled && IsCyrillic(step.From) && !IsCyrillic(step.To) && !char.IsUpper(step.From[0]))
            .Select(step => $"- {{ru: [{Quoted(step.From)}], en: [{Quoted(step.To)}]}}").Distinct(),
        .. queries.Where(query => query.Times >= Fewest && query.Total == 0 && IsCyrillic(query.Text) && query.Text.Count(char.IsWhiteSpace) < MostWords)
            .Select(query => $"# - {{ru: [{Quoted(query.Text)}], en: []}}"),
    ];

    private static bool IsCyrillic(string text) => text.Any(letter => letter is >= '\u0400' and <= '\u04FF') && !text.Any(char.IsAsciiLetter);

    // A string of JSON is one of YAML; words alone need no quotes.
    private static string Quoted(string text) => text.All(letter => char.IsLetterOrDigit(letter) || letter == ' ') ? text : JsonSerializer.Serialize(text, Quoting);
}
