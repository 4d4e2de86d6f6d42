using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.RelevanceMeasure;

/// <summary>The search as readers have it, in its default configuration, on the built index of a data folder.</summary>
public static class ProductEngine
{
    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(1);

    /// <summary>Runs the queries of a collection.</summary>
    /// <exception cref="InvalidDataException">There is no index that can be read.</exception>
    public static async Task<Run> RunAsync(Collection collection, string data, Vocabulary vocabulary, int depth)
    {
        using var index = await OpenAsync(data).ConfigureAwait(false);
        return Run(collection, new ReviewSearcher(index, vocabulary), depth);
    }

    /// <summary>Opens the index of a data folder.</summary>
    /// <exception cref="InvalidDataException">There is none that can be read.</exception>
    public static async Task<ReviewIndexReader> OpenAsync(string data)
    {
        var index = new ReviewIndexReader(Path.Combine(data, IndexDirectory.FolderName));
        if (await index.WaitForVersionAsync(0, LongestOpening, CancellationToken.None).ConfigureAwait(false)) return index;
        using (index) throw new InvalidDataException(index.Status.Reason);
    }

    /// <summary>The same where the index is open already.</summary>
    public static Run Run(Collection collection, ReviewSearcher searcher, int depth) =>
        new("digestsearch", collection.Queries.ToDictionary(query => query.Id, IReadOnlyList<string> (query) =>
            [.. searcher.Search(new ReviewQuery { Text = query.Text, Size = depth, Facets = [] }, CancellationToken.None).Hits.Select(hit => hit.Review.Id!)]));
}
