using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using DigestSearch.Api;
using DigestSearch.Api.Search;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using Spectre.Console;

namespace DigestSearch.Verbs;

/// <summary><c>search</c>: asks the built index from the command line, also while a worker runs.</summary>
internal static class SearchVerb
{
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Words, \"a phrase\", -word, OR, author:, lab:, topic:, year:2018..2020, has:code, word*.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "" };
        var year = Several("--year", "A year or a range: 2019, 2018..2020, 2018.., ..2020.");
        var (lab, topic) = (Several("--lab", "A lab: \"Google > Google Brain\"."), Several("--topic", "A topic: \"Computer Vision\"."));
        var json = new Option<bool>("--json") { Description = "Prints the answer as the API gives it." };
        var exact = new Option<bool>("--exact") { Description = "Takes the words as they are: no repair, no widening." };
        var explain = new Option<bool>("--explain") { Description = "Prints what each word gave to the score of a hit." };
        var (data, vocabulary) = (Options.Data(), Options.Vocabulary());
        var command = new Command("search", "Searches the built index, also while a worker runs.") { query, year, lab, topic, exact, explain, json, data, vocabulary };
        command.SetAction((result, cancellation) => SearchAsync(
            new ReviewQuery
            {
                Text = result.GetValue(query) ?? "", Exact = result.GetValue(exact), Explain = result.GetValue(explain), Years = [.. result.GetValue(year)!.Select(Years)],
                Selections = new Dictionary<Dimension, IReadOnlyList<string>> { [Dimension.Lab] = result.GetValue(lab)!, [Dimension.Topic] = result.GetValue(topic)! },
            },
            result.GetValue(json), Settings.Read(result.GetValue(data)), Vocabularies.Load(result.GetValue(vocabulary)), cancellation));
        return command;
    }

    private static Option<string[]> Several(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => [] };

    private static YearRange Years(string text) => YearRange.Parse(text)
        ?? throw new CannotRunException($"--year {text} is no year; write 2019, 2018..2020, 2018.. or ..2020.");

    private static async Task<int> SearchAsync(ReviewQuery query, bool json, Settings settings, Vocabulary vocabulary, CancellationToken cancellation)
    {
        if (query.Text.Length > ReviewQuery.MaxTextLength) throw new CannotRunException($"A query may have {ReviewQuery.MaxTextLength} characters; this one has {query.Text.Length}.");
        var path = Path.Combine(settings.Data, IndexDirectory.FolderName);
        if (!Directory.Exists(path)) throw new CannotRunException($"There is no index in {settings.Data}. Run 'digestsearch ingest' first, or name another folder with --data.");
        using var index = new ReviewIndexReader(path);
        if (!await index.WaitForVersionAsync(0, LongestOpening, cancellation).ConfigureAwait(false)) throw new CannotRunException(index.Status.Reason!);
        var clock = Stopwatch.GetTimestamp();
        var results = new ReviewSearcher(index, vocabulary).Search(query, cancellation);
        var answer = SearchAnswer.Of(query, results, Stopwatch.GetElapsedTime(clock));
        if (json) Console.WriteLine(JsonSerializer.Serialize(answer, JsonLine.SearchAnswer));
        else Print(results);
        return Run.Done;
    }

    private static WireJson JsonLine { get; } = Line();

    private static WireJson Line()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        WireJson.Set(options);
        return new WireJson(options);
    }

    private static void Print(ReviewResults results)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = int.MaxValue; // Whoever reads a pipe breaks lines as it likes.
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{results.Total}[/] {(results.Total == 1 ? "review" : "reviews")}");
        foreach (var step in results.Query.Steps) console.MarkupLineInterpolated($"[yellow]{Told(step)}[/]");
        foreach (var warning in results.Query.Warnings) console.MarkupLineInterpolated($"[yellow]{warning}[/]");
        foreach (var hit in results.Hits)
        {
            var review = hit.Review;
            console.WriteLine();
            console.MarkupLine(Marked(hit.TitleHighlight, "bold"));
            console.MarkupLineInterpolated($"[grey]{string.Join(" · ", new[] { string.Join(", ", review.Authors), string.Join(", ", review.Institutions), review.Year?.ToString(CultureInfo.InvariantCulture), review.Id }.Where(part => !string.IsNullOrEmpty(part)))}[/]");
            console.MarkupLine(Marked(hit.Snippet, "default"));
            foreach (var part in hit.Explanation ?? []) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {part.Score,9:0.000}  {part.Matched} in {part.Field}, weight {part.Weight:0.##}"));
            if (hit.Explanation is not null) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {hit.Score,9:0.000}  in all"));
        }
    }

    private static string Told(QueryStep step) => step.Kind switch
    {
        "relax" => $"Few or none hold all words; these hold {step.To}.",
        "glossary" => $"“{step.From}” is also looked for as {step.To}.",
        _ => $"“{step.From}” was taken for {step.To}.",
    } + " --exact takes the words as they are.";

    private static string Marked(string html, string style)
    {
        const string Open = "\u0001", Close = "\u0002";
        var text = WebUtility.HtmlDecode(html.Replace("<mark>", Open, StringComparison.Ordinal).Replace("</mark>", Close, StringComparison.Ordinal));
        return $"[{style}]" + Markup.Escape(text).Replace(Open, "[yellow]", StringComparison.Ordinal).Replace(Close, "[/]", StringComparison.Ordinal) + "[/]";
    }
}
