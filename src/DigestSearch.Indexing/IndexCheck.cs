using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DigestSearch.Indexing;

/// <summary>Verifies an index in depth: every posting, stored field and doc value, and that no review is there twice.</summary>
public static class IndexCheck
{
    /// <summary>What is wrong, in whole sentences; empty when it is sound.</summary>
    public static IReadOnlyList<string> Faults(string path)
    {
        using var directory = IndexDirectory.Open(path);
        using var report = new MemoryStream();
        using var lines = new StreamWriter(report);
        var status = new CheckIndex(directory) { InfoStream = lines }.DoCheckIndex();
        if (!status.Clean) return [$"{status.NumBadSegments} segments are damaged, with {status.TotLoseDocCount} reviews in them."];
        using var reader = DirectoryReader.Open(directory);
        return Twice(reader) is { Count: > 0 } twice ? [$"{twice.Count} reviews are there more than once, such as {twice[0]}."] : [];
    }

    /// <summary>How many reviews the newest commit holds.</summary>
    public static int Documents(string path)
    {
        using var directory = IndexDirectory.Open(path);
        using var reader = DirectoryReader.Open(directory);
        return reader.NumDocs;
    }

    private static List<string> Twice(DirectoryReader reader)
    {
        var twice = new List<string>();
        var live = MultiFields.GetLiveDocs(reader);
        if (MultiFields.GetTerms(reader, ReviewFields.Id.Name) is not { } ids) return twice;
        var terms = ids.GetEnumerator();
        DocsEnum? documents = null;
        while (terms.MoveNext())
        {
            documents = terms.Docs(live, documents);
            if (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS) twice.Add(terms.Term.Utf8ToString());
        }
        return twice;
    }
}
