using DigestSearch.Indexing;
using DigestSearch.Tests.Support;
using Lucene.Net.Store;

namespace DigestSearch.Tests.Indexing;

public sealed class PreadDirectoryTests : IDisposable
{
    private const string Name = "_0.bin";
    private readonly TempFolder folder = new();
    private readonly PreadDirectory directory;
    private readonly byte[] bytes = new byte[10_000];

    public PreadDirectoryTests()
    {
        new Random(1).NextBytes(bytes);
        directory = new PreadDirectory(folder.Path, NoLockFactory.GetNoLockFactory());
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
        input.Seek(9_999);
        Assert.Equal(bytes[9_999], input.ReadByte());
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
}
