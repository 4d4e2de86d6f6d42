using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Tests.Search;

public sealed class HotReviewsTests
{
    private const int Bytes = 1 << 20;

    private readonly HotReviews hot = new(Bytes);

    [Fact]
    public void AReviewIsFoundAtItsPlaceAlone()
    {
        var review = Review(100);
        hot.Keep(new(1, 2), review);
        Assert.Same(review, hot.Find(new(1, 2)));
        Assert.Null(hot.Find(new(2, 2)));
        Assert.Null(hot.Find(new(1, 3)));
    }

    [Fact]
    public void WhatIsShownAgainStaysAndTheRestGoes()
    {
        hot.Keep(new(1, 0), Review(1_000));
        hot.Keep(new(1, 1), Review(1_000));
        for (var document = 2; document < 2_000; document++)
        {
            Assert.NotNull(hot.Find(new(1, 0)));
            hot.Keep(new(1, document), Review(1_000));
        }
        Assert.Null(hot.Find(new(1, 1)));
        var kept = Enumerable.Range(0, 2_000).Count(document => hot.Find(new(1, document)) is not null);
        Assert.InRange(kept, 50, Bytes / 4_000); // A text of 1,000 letters and what is beside it take 4,048 bytes.
    }

    [Fact]
    public void OneThatIsAsLargeAsManyIsNotKept()
    {
        hot.Keep(new(1, 0), Review(Bytes / 8));
        Assert.Null(hot.Find(new(1, 0)));
    }

    private static StoredReview Review(int length) => new(new Review { Title = "A title", Text = new string('x', length) }, "d", new Digest { Title = "A digest" });
}
