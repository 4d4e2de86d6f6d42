using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace DigestSearch.Search.Lookup;

/// <summary>
/// Finds a term in a segment's dictionary once: a query asks for the same ones in many clauses and steps, the next query for many of them again,
/// and each finding reads the file.
/// </summary>
internal sealed class CachedTermsReader(DirectoryReader reader) : FilterDirectoryReader(reader, new Wrapper())
{
    // Keyed by a segment's core, which lives as long as any reader shares the segment.
    private static readonly ConditionalWeakTable<object, TermCache> Caches = [];

    /// <inheritdoc/>
    protected override DirectoryReader DoWrapDirectoryReader(DirectoryReader input) => new CachedTermsReader(input);

    private sealed class Wrapper : SubReaderWrapper
    {
        public override AtomicReader Wrap(AtomicReader reader) => new Segment(reader, Caches.GetValue(reader.CoreCacheKey, _ => new TermCache()));
    }

    private sealed class Segment(AtomicReader reader, TermCache cache) : FilterAtomicReader(reader)
    {
        private readonly Fields fields = new CachedFields(reader.Fields, cache);

        public override Fields Fields => fields;

        public override object CoreCacheKey => m_input.CoreCacheKey;

        public override object CombinedCoreAndDeletesKey => m_input.CombinedCoreAndDeletesKey;
    }

    private sealed class CachedFields(Fields fields, TermCache cache) : FilterAtomicReader.FilterFields(fields)
    {
        private readonly Dictionary<string, CachedTerms> terms = fields.ToDictionary(name => name, name => new CachedTerms(fields.GetTerms(name), name, cache), StringComparer.Ordinal);

        public override Terms? GetTerms(string field) => terms.GetValueOrDefault(field);
    }
}
