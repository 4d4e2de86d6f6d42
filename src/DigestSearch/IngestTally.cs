using System.Globalization;
using DigestSearch.Archive;
using DigestSearch.Reviews;

namespace DigestSearch;

/// <summary>What became of the documents of one <c>ingest</c>; tells problems as they come.</summary>
internal sealed class IngestTally
{
    private int added;
    private int changed;
    private int unchanged;
    private int reviews;

    public int Problems { get; private set; }

    public void Add(Received received)
    {
        (added, changed, unchanged) = received.Outcome switch
        {
            IntakeOutcome.Added => (added + 1, changed, unchanged),
            IntakeOutcome.Changed => (added, changed + 1, unchanged),
            _ => (added, changed, unchanged + 1),
        };
        if (!received.IsCopy) reviews += received.Reviews;
        foreach (var problem in received.Problems) Add(problem);
    }

    public void Add(Problem problem)
    {
        Problems++;
        Documents.Tell(problem);
    }

    public string Summary(int documents, ReviewArchive archive) => string.Create(CultureInfo.InvariantCulture,
        $"{documents} documents: {added} new, {changed} changed, {unchanged} as before; {reviews} reviews, {Problems} problems. The archive holds {archive.ReviewCount} reviews in {archive.DigestCount} digests.");
}
