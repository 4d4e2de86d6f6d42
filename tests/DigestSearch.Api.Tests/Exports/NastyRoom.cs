using System.Text.Json;
using DigestSearch.Api.Tests.Room;
using DigestSearch.Api.Tests.Support;

namespace DigestSearch.Api.Tests.Exports;

/// <summary>Three hundred reviews of papers with titles that every format has a word of its own for.</summary>
public sealed class NastyRoom : IAsyncLifetime
{
    private static readonly string[] Pieces =
    [
        "{Curly}", "}", "{", "\\LaTeX{}", "$x^2_i$", "100%", "C#", "C++", "a_b", "~", "^", "«кавычки»", "Ёлка", "🤖", "𝔘", "\\textbf{bold}", "<i>not</i>", "$\\alpha$-mixing", "\"quoted\"", "'single'", "--", "---", "``", "''",
        "and", "AND", "@article{evil,", "% comment", "TI  - tag", "ER  -", "<script>alert(1)</script>", "\\&", "#hash", "a\\\\b", "ﬁ", "é", "$E=mc^2$", "l'Hôpital", "Ünïcödé", "日本語", "عنوان", "O’Reilly", "x<y", "a&b", "=SUM(A1)", "BERT:", "of", "title",
    ];

    private readonly TempFolder _folder = new();

    public static IReadOnlyList<string> Authors { get; } = ["Ada Kedro", "van der Lumo, Ivo", "Plato", "José Ángel Núñez-O'Brien", "Пётр Клён", "Bo Moss, Jr."];

    /// <summary>Titles by ids.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; } = Enumerable.Range(0, 300).ToDictionary(at => "n" + at, TitleAt);

    public ReadingRoom Room { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_folder.Path, "nasty.jsonl");
        await File.WriteAllLinesAsync(file, Titles.Select((paper, at) => JsonSerializer.Serialize(new
        {
            id = paper.Key, title = paper.Value, authors = Authors, year = 1990 + (at % 30), venue = at % 3 == 0 ? "Kelp & Co. {Journal}" : at % 3 == 1 ? "NeurIPS" : null, reviewer = at % 2 == 0 ? "moss_desk" : null,
            @abstract = "A lantern, " + paper.Value, topics = new[] { "Lanterns & $wicks$" }, url = $"https://example.org/{at}?a=1&b=%7B{{x}}_~",
        })));
        Room = await ReadingRoom.OpenAsync([file]);
    }

    public async ValueTask DisposeAsync()
    {
        await Room.DisposeAsync();
        _folder.Dispose();
    }

    // Each piece beside many others, in the middle and at both ends.
    private static string TitleAt(int at) => string.Join(' ', [Pieces[at % Pieces.Length], $"Lantern {at}", Pieces[(at * 7 + 3) % Pieces.Length] + Pieces[(at * 11 + 5) % Pieces.Length], Pieces[(at * 5 + 1) % Pieces.Length]]);
}
