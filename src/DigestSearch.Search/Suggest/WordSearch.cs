using System.Buffers;

namespace DigestSearch.Search.Suggest;

/// <summary>The entries of a word index in which every typed word begins a word, in any order.</summary>
internal sealed class WordSearch : IDisposable
{
    // At this many the entries are cut: of a million titles no beginning of two letters has as many.
    private const int MostPostings = 1 << 20;
    private const int Stride = 1 << 14;
    private const byte LeadsBit = 0x80;

    // Of every entry: how many of the words it holds, the slips that took, and whether the first typed word leads in it.
    private readonly byte[] held;
    private readonly byte[] slips;
    private readonly int[] found;
    private int count;

    private WordSearch(int entries)
    {
        held = ArrayPool<byte>.Shared.Rent(Math.Max(entries, 1));
        slips = ArrayPool<byte>.Shared.Rent(Math.Max(entries, 1));
        found = ArrayPool<int>.Shared.Rent(Math.Max(entries, 1));
        held.AsSpan(0, entries).Clear();
    }

    /// <summary>The entries, each once.</summary>
    public ReadOnlySpan<int> Found => found.AsSpan(0, count);

    /// <summary>Slips in an entry that was found.</summary>
    public int Slips(int entry) => slips[entry];

    /// <summary>Whether the first typed word leads in an entry that was found.</summary>
    public bool Leads(int entry) => (held[entry] & LeadsBit) != 0;

    /// <summary>Whether some word begins as a typed word does.</summary>
    public static bool Knows(WordIndex index, TypedWord word) => index.Beginning(word.Folded) is var (from, to) && from < to;

    /// <summary>Looks for all words; null where no entry holds them.</summary>
    /// <param name="index">The words and entries.</param>
    /// <param name="typed">At least one word.</param>
    /// <param name="doubtful">A bit for each word that is taken to hold a slip; all others are as typed.</param>
    /// <param name="cancellation">Looked at every few thousand entries.</param>
    public static WordSearch? Of(WordIndex index, IReadOnlyList<TypedWord> typed, int doubtful, CancellationToken cancellation)
    {
        var sure = Enumerable.Range(0, typed.Count).Where(at => (doubtful & (1 << at)) == 0).Select(at => Look.AsTyped(index, typed[at], at == 0)).ToList();
        if (sure.Exists(look => look.Size == 0)) return null;
        sure.Sort((left, right) => left.Size.CompareTo(right.Size)); // The rarest first, so that few entries are held.
        var search = new WordSearch(index.Entries);
        // Looking for near words costs more than looking for words: it comes last, and seldom has to.
        var looks = sure.Concat(Enumerable.Range(0, typed.Count).Where(at => (doubtful & (1 << at)) != 0).Select(at => Look.Near(index, typed[at])));
        var before = 0;
        foreach (var look in looks)
            if (search.Hold(index, look, before++, cancellation) == 0)
            {
                search.Dispose();
                return null;
            }
        return search;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(held);
        ArrayPool<byte>.Shared.Return(slips);
        ArrayPool<int>.Shared.Return(found);
    }

    // How many entries hold this word and all before it.
    private int Hold(WordIndex index, Look look, int before, CancellationToken cancellation)
    {
        count = 0;
        var room = MostPostings;
        foreach (var (from, to, more) in look.Ranges)
        {
            var postings = index.Postings(from, to);
            if (postings.Length > room) postings = postings[..room];
            room -= postings.Length;
            for (var at = 0; at < postings.Length; at++)
            {
                if (at % Stride == 0) cancellation.ThrowIfCancellationRequested();
                Hold(postings[at], before, more, look.First);
            }
        }
        return count;
    }

    // Ranges come with the fewest slips first, so an entry that holds the word already holds it best.
    private void Hold(int posting, int before, int more, bool first)
    {
        var entry = WordIndex.Entry(posting);
        var has = held[entry] & ~LeadsBit;
        if (has == before)
        {
            held[entry]++;
            slips[entry] = (byte)((before == 0 ? 0 : slips[entry]) + more);
            found[count++] = entry;
        }
        else if (has != before + 1) return;
        if (first && WordIndex.Leads(posting)) held[entry] |= LeadsBit;
    }

    // Where one typed word is looked for: ranges of words, with the slips between them and it.
    private sealed record Look(IReadOnlyList<(int From, int To, int Slips)> Ranges, int Size, bool First)
    {
        public static Look AsTyped(WordIndex index, TypedWord word, bool first)
        {
            var (from, to) = index.Beginning(word.Folded);
            return new Look([(from, to, 0)], index.Postings(from, to).Length, first);
        }

        public static Look Near(WordIndex index, TypedWord word) =>
            new([.. new NearBeginnings(word).In(index).OrderBy(found => found.Slips).Select(found => (found.Word, found.Word + 1, found.Slips))], 0, false);
    }
}
