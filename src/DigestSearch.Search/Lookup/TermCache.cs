using System.Collections.Concurrent;
using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace DigestSearch.Search.Lookup;

/// <summary>Where terms of one segment were found, or that they were not; bounded.</summary>
internal sealed class TermCache
{
    // Some 200 bytes each.
    private const int Most = 16_384;

    private ConcurrentDictionary<(string Field, BytesRef Term), FoundTerm?> terms = new();
    private int count;

    /// <summary>Whether it was looked for, and what was found.</summary>
    public bool TryGet(string field, BytesRef term, out FoundTerm? found) => terms.TryGetValue((field, term), out found);

    /// <summary>Keeps what was found; null for nothing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="term">The term; never changed from here on.</param>
    /// <param name="found">Where it was found.</param>
    public void Add(string field, BytesRef term, FoundTerm? found)
    {
        // Begun anew where it is full: what is asked for often is back at once.
        if (Interlocked.Increment(ref count) > Most)
        {
            terms = new();
            count = 1;
        }
        terms[(field, term)] = found;
    }
}

/// <summary>A term in the dictionary of a segment.</summary>
/// <param name="Term">Its bytes; never changed.</param>
/// <param name="State">Where, and how often it stands there; never changed.</param>
internal sealed record FoundTerm(BytesRef Term, BlockTermState State);
