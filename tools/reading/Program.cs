using System.Globalization;
using System.Text.Json;
using DigestSearch.ReadingMeasure;

// TRUTH.json LINES.jsonl …: scores lines of `digestsearch parse` against truth; a table, then the worst documents.
if (args.Length < 2 || args.Length % 2 != 0)
{
    Console.Error.WriteLine("Give pairs of a truth file and the lines that `digestsearch parse` printed for its source.");
    return 1;
}
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
var worst = new List<string>();
Console.WriteLine($"{"source",-40}{string.Concat(Score.Fields.Select(field => $"{field,13}"))}");
foreach (var pair in args.Chunk(2))
{
    var truth = Truth.Load(pair[0]);
    var read = File.ReadLines(pair[1]).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<ReadReview>(line, options)!).ToLookup(review => review.Document ?? "");
    var score = Score.Of(truth, read);
    Console.WriteLine($"{truth.Source,-40}{string.Concat(Score.Fields.Select(field => $"{score[field].F1,13:0.000}"))}");
    Console.WriteLine($"{"",-40}{string.Concat(Score.Fields.Select(field => $"{score[field].Precision,6:0.00}/{score[field].Recall:0.00} "[..12].PadLeft(13)))}");
    worst.AddRange(score.Worst.Select(text => truth.Source + "/" + text));
}
foreach (var text in worst) Console.WriteLine("\n" + text.TrimEnd());
return 0;
