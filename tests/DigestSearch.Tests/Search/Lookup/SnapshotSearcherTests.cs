using System.Globalization;
using DigestSearch.Search.Lookup;
using DigestSearch.Tests.Support;
using Lucene.Net.Index;

namespace DigestSearch.Tests.Search.Lookup;

public class SnapshotSearcherTests
{
    [Fact]
    public void ATermIsLookedUpOnceAsLongAsNotTooManyAre()
    {
        using var index = TempIndex.Of(Some.Review("Kedro", "alfa kedro"), Some.Review("Brova", "kedro"));
        using var lease = index.Reader.Acquire();
        var searcher = (SnapshotSearcher)lease.Snapshot.Searcher;
        var (kedro, nothing) = (new Term("text", "kedro"), new Term("text", "nothing"));
        var found = searcher.Find(kedro);
        Assert.Equal((2, 0), (found.DocFreq, searcher.Find(nothing).DocFreq));
        Assert.Same(found, searcher.Find(new Term("text", "kedro")));
        for (var number = 0; number < 10_000; number++) searcher.Find(new Term("text", number.ToString(CultureInfo.InvariantCulture)));
        Assert.NotSame(found, searcher.Find(kedro));
        Assert.Equal(2, searcher.Find(kedro).DocFreq);
    }
}
