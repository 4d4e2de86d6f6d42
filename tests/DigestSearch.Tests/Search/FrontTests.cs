using DigestSearch.Search;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Search;

/// <summary>A search for everything: what the snapshot knows of it is what a search would find.</summary>
public sealed class FrontTests
{
    [Fact]
    public void PagesBeyondWhatIsKeptGoOnWhereItEnds()
    {
        const int count = Snapshot.FrontSize + 150;
        using var index = TempIndex.Of([.. Enumerable.Range(0, count).Select(at => Some.Review($"Moss {(at * 7919) % count:0000}", id: $"r{at:0000}") with { Year = 1990 + (at % 30) })]);
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            var paged = Enumerable.Range(1, (count / 100) + 1).SelectMany(page => index.Search(new ReviewQuery { Sort = sort, Page = page, Size = 100 }).Hits.Select(hit => hit.Review.Id!)).ToList();
            // A choice that everything passes is no search for everything.
            var searched = Enumerable.Range(1, (count / 100) + 1).SelectMany(page => index.Search(new ReviewQuery { Sort = sort, Page = page, Size = 100, Years = [new YearRange(1, 9999)] }).Hits.Select(hit => hit.Review.Id!)).ToList();
            Assert.Equal(count, paged.Distinct().Count());
            Assert.Equal(searched, paged);
        }
    }

    [Fact]
    public void WhatIsKnownOfEverythingIsWhatIsCounted()
    {
        using var index = TempIndex.Of([.. Enumerable.Range(0, 40).Select(at => Some.Review("Moss", "", $"r{at}", $"Author {at % 13:00}", $"Other {at % 7:00}") with { Year = 2000 + (at % 5) })]);
        for (var round = 0; round < 2; round++)
            foreach (var size in (int[])[1, 5, 100])
                Assert.Equivalent(index.Search(new ReviewQuery { FacetSize = size, Text = "-zzqqzz" }).Facets, index.Search(new ReviewQuery { FacetSize = size }).Facets, strict: true);
    }
}
