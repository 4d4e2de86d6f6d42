using DigestSearch.Indexing;
using DigestSearch.Tests.Support;
using Lucene.Net.Store;

namespace DigestSearch.Tests.Indexing;

public sealed class PreadDirectoryTests : IDisposable
{
    private const string Name = "_0.bin";
    private readonly TempFolder folder = new();
    private readonly PreadDirectory directory;
    private readonly byte[] bytes = new byte[100_000];

    public PreadDirectoryTests()
    {
        new Random(1).NextBytes(bytes);
        directory = new PreadDirectory(folder.Path, NoLockFactory.GetNoLockFactory(), new BlockCache(2 * BlockCache.BlockSize));
        using var output = directory.CreateOutput(Name, IOContext.DEFAULT);
        output.WriteBytes(bytes, bytes.Length);
    }

    public void Dispose()
    {
        directory.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void WhatWasWrittenIsReadAnywhereByManyAtOnce()
    {
        using var input = directory.OpenInput(Name, IOContext.DEFAULT);
        Assert.Equal(bytes.Length, input.Length);
        Parallel.For(0, 200, at =>
        {
            var (clone, start) = ((IndexInput)input.Clone(), at * 37);
            var read = new byte[at * 11];
            clone.Seek(start);
            clone.ReadBytes(read, 0, read.Length);
            Assert.Equal(bytes[start..(start + read.Length)], read);
            // The clone of a file is not the file.
            clone.Dispose();
        });
    }

    [Fact]
    public void ASliceBeginsAndEndsWhereItWasCut()
    {
        using var slicer = directory.CreateSlicer(Name, IOContext.DEFAULT);
        var slice = slicer.OpenSlice("part", 4_000, 2_000);
        var read = new byte[2_000];
        slice.ReadBytes(read, 0, read.Length);
        Assert.Equal(bytes[4_000..6_000], read);
        Assert.Throws<EndOfStreamException>(() => slice.ReadByte());
        slice.Seek(0);
        Assert.Equal(bytes[4_000], slice.ReadByte());
    }

    [Fact]
    public void WhatAMergeDeletedIsReadToItsEnd()
    {
        using var input = directory.OpenInput(Name, IOContext.DEFAULT);
        directory.DeleteFile(Name);
        input.Seek(99_999);
        Assert.Equal(bytes[99_999], input.ReadByte());
        Assert.Throws<FileNotFoundException>(() => directory.OpenInput(Name, IOContext.DEFAULT));
    }

    [Fact]
    public void AFileThatWasCutShortIsToldByName()
    {
        using var input = directory.OpenInput(Name, IOContext.DEFAULT);
        File.WriteAllBytes(Path.Combine(folder.Path, Name), bytes[..100]);
        input.Seek(5_000);
        Assert.Contains(Name, Assert.Throws<EndOfStreamException>(() => input.ReadByte()).Message, StringComparison.Ordinal);
    }

    // Two blocks are kept, thirteen are read.
    [Fact]
    public void WhatWasPushedOutIsReadAgain()
    {
        using var input = directory.OpenInput(Name, IOContext.DEFAULT);
        foreach (var at in Enumerable.Range(0, 2_000).Select(number => number * 7_919 % bytes.Length))
        {
            input.Seek(at);
            Assert.Equal(bytes[at], input.ReadByte());
        }
    }

    // A checksum and the start read everything; only what is read more often is worth room.
    [Fact]
    public void WhatIsReadAgainAndAgainIsKept()
    {
        using var input = directory.OpenInput(Name, IOContext.DEFAULT);
        foreach (var (at, times) in new[] { (0, 3), (50_000, 3), (80_000, 2) })
            for (var time = 0; time < times; time++)
            {
                var reader = (IndexInput)input.Clone();
                reader.Seek(at);
                reader.ReadByte();
            }
        File.WriteAllBytes(Path.Combine(folder.Path, Name), []);
        var clone = (IndexInput)input.Clone();
        clone.Seek(1);
        Assert.Equal(bytes[1], clone.ReadByte());
        clone.Seek(50_001);
        Assert.Equal(bytes[50_001], clone.ReadByte());
        clone.Seek(80_001);
        Assert.Throws<EndOfStreamException>(() => clone.ReadByte());
    }

    // A merge reads all of it once, and would push out what searches read.
    [Fact]
    public void WhatIsReadOnceIsNotKept()
    {
        using var searched = directory.OpenInput(Name, IOContext.DEFAULT);
        for (var time = 0; time < 3; time++) ((IndexInput)searched.Clone()).ReadByte();
        using (var merged = directory.OpenInput(Name, IOContext.READ_ONCE))
        {
            var read = new byte[bytes.Length];
            merged.ReadBytes(read, 0, read.Length);
            Assert.Equal(bytes, read);
        }
        File.WriteAllBytes(Path.Combine(folder.Path, Name), []);
        var clone = (IndexInput)searched.Clone();
        clone.Seek(1);
        Assert.Equal(bytes[1], clone.ReadByte());
    }

    [Fact]
    public void AFileThatIsClosedLeavesItsRoomToOthers()
    {
        for (var round = 0; round < 10; round++)
        {
            using var input = directory.OpenInput(Name, IOContext.DEFAULT);
            var read = new byte[bytes.Length];
            input.ReadBytes(read, 0, read.Length);
            Assert.Equal(bytes, read);
        }
        var closed = directory.OpenInput(Name, IOContext.DEFAULT);
        closed.ReadByte();
        closed.Dispose();
        closed.Seek(90_000);
        Assert.Throws<ObjectDisposedException>(() => closed.ReadByte());
    }
}
