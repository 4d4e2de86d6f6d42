using DigestSearch.Tests.Support;
using DigestSearch.Worker.Sources;

namespace DigestSearch.Tests.Worker;

public sealed class FileLooksTests
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);
    private static readonly DateTime Day = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly SetClock clock = new();
    private readonly FileLooks looks;
    private bool isBeingWritten;

    public FileLooksTests() => looks = new FileLooks(Settle, clock);

    [Fact]
    public void AFileIsWholeOnceItStoodStillAndIsTakenOnce()
    {
        Assert.Equal(FileState.Unsettled, See(10));
        clock.Advance(Settle * 0.9);
        Assert.Equal(FileState.Unsettled, See(10));
        clock.Advance(Settle * 0.1);
        Assert.Equal(FileState.Whole, See(10));
        looks.Take("a");
        Assert.Equal(FileState.Taken, See(10));
        clock.Advance(Settle);
        Assert.Equal(FileState.Unsettled, See(11));
        clock.Advance(Settle);
        Assert.Equal(FileState.Whole, See(11));
    }

    [Fact]
    public void AnotherTimeOfChangeIsAnotherFileThoughItsLengthIsTheSame()
    {
        See(10);
        clock.Advance(Settle);
        Assert.Equal(FileState.Unsettled, looks.See("a", new Stamp(10, Day.AddSeconds(1)), () => false));
    }

    [Fact]
    public void AFileThatWasSeenToGrowGetsMorePatience()
    {
        See(10);
        clock.Advance(Settle * 0.5);
        See(20);
        clock.Advance(Settle * 2.9);
        Assert.Equal(FileState.Unsettled, See(20));
        clock.Advance(Settle * 0.1);
        Assert.Equal(FileState.Whole, See(20));
    }

    [Fact]
    public void AnEmptyFileThatIsFilledIsNoFileInPieces()
    {
        See(0);
        clock.Advance(Settle * 0.5);
        See(20);
        clock.Advance(Settle);
        Assert.Equal(FileState.Whole, See(20));
    }

    [Fact]
    public void AFileThatSomebodyHasOpenForWritingWaitsButNotForEver()
    {
        isBeingWritten = true;
        See(10);
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(FileState.Unsettled, See(10));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FileState.Whole, See(10));
    }

    [Fact]
    public void WhatCouldNotBeTakenIsTriedAgainLaterEachTime()
    {
        See(10);
        clock.Advance(Settle);
        looks.Take("a");
        foreach (var wait in (double[])[1, 2, 4])
        {
            looks.Fail("a", new IOException("It is shut."));
            Assert.Equal([("a", "It is shut.")], looks.Failures.Select(failure => (failure.Name, failure.Reason.Message)));
            clock.Advance(TimeSpan.FromSeconds(wait - 0.1));
            Assert.Equal(FileState.Failing, See(10));
            clock.Advance(TimeSpan.FromSeconds(0.1));
            Assert.Equal(FileState.Whole, See(10));
            looks.Take("a");
        }
        looks.Succeed("a");
        Assert.Empty(looks.Failures);
        Assert.Equal(FileState.Taken, See(10));
    }

    [Fact]
    public void WhatIsGoneIsForgotten()
    {
        See(10);
        clock.Advance(Settle);
        looks.Take("a");
        looks.Fail("a", new IOException("It is shut."));
        looks.Keep(new HashSet<string>());
        Assert.Empty(looks.Failures);
        Assert.Equal(FileState.Unsettled, See(10));
    }

    private FileState See(long length) => looks.See("a", new Stamp(length, Day), () => isBeingWritten);
}
