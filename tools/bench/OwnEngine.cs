using System.Diagnostics;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Bench;

/// <summary>The product, whole: its command line reads, archives and indexes; its searcher answers.</summary>
/// <param name="program">The command line.</param>
/// <param name="reviews">JSON Lines of the corpus.</param>
/// <param name="vocabulary">As it is shipped.</param>
internal sealed class OwnEngine(string program, string reviews, Vocabulary vocabulary) : IEngine
{
    private const int Page = 10, Labels = 10;

    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(2);
    private static readonly Dimension[] Counted = [Dimension.Year, Dimension.Venue, Dimension.Lab, Dimension.Author, Dimension.Topic];

    private ReviewIndexReader? reader;
    private ReviewSearcher? searcher;

    /// <summary>Documents are archived as well; threads are as many as the machine has.</summary>
    public long Index(string documents, string folder, int threads)
    {
        using var ingest = Process.Start(new ProcessStartInfo(program, ["ingest", reviews, "--data", folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        ingest.OutputDataReceived += (_, _) => { };
        ingest.BeginOutputReadLine();
        var errors = ingest.StandardError.ReadToEnd();
        ingest.WaitForExit();
        if (ingest.ExitCode != 0) throw new InvalidOperationException(errors);
        return Directory.EnumerateFiles(Path.Combine(folder, IndexDirectory.FolderName), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
    }

    public void Open(string folder, IReadOnlyList<AskedQuery> queries)
    {
        reader = new ReviewIndexReader(Path.Combine(folder, IndexDirectory.FolderName));
        if (!reader.WaitForVersionAsync(0, LongestOpening, CancellationToken.None).GetAwaiter().GetResult()) throw new InvalidOperationException(reader.Status.Reason);
        searcher = new ReviewSearcher(reader, vocabulary);
    }

    public int Ask(string task, AskedQuery query) => searcher!.Search(Query(task, query), CancellationToken.None).Total;

    public void Dispose() => reader?.Dispose();

    private static ReviewQuery Query(string task, AskedQuery query)
    {
        var asked = new ReviewQuery { Text = query.Text, Size = Page, FacetSize = Labels, Facets = Counted, Exact = true, Snippets = false };
        return task switch
        {
            "top10" => asked with { Facets = [] },
            "match-all" => asked with { Text = "" },
            "selected" => asked with
            {
                Years = [.. query.Selections.Where(selection => selection.Dimension == "year").Select(selection => YearRange.Parse(selection.Label)).OfType<YearRange>()],
                Selections = query.Selections.Where(selection => selection.Dimension != "year").ToDictionary(selection => Enum.Parse<Dimension>(selection.Dimension, ignoreCase: true), IReadOnlyList<string> (selection) => [selection.Label]),
            },
            "faceted-snippets" => asked with { Snippets = true },
            "faceted-as-read" => asked with { Exact = false, Snippets = true },
            _ => asked,
        };
    }
}
