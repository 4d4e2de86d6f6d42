using DigestSearch.Indexing;
using Lucene.Net.Util;

namespace DigestSearch.Search;

/// <summary>A match that may reach the page.</summary>
/// <param name="Segment">Its segment.</param>
/// <param name="Document">Its number in the segment.</param>
/// <param name="Score">How well it matches.</param>
/// <param name="Rescored">Whether the score holds the evidence.</param>
internal readonly record struct Candidate(int Segment, int Document, float Score, bool Rescored = false);

/// <summary>The order of hits, total and stable: what was asked for, then newest, then id.</summary>
internal sealed class HitOrder(SortOrder sort, Snapshot snapshot) : IComparer<Candidate>
{
    private readonly SegmentState[] segments = snapshot.Segments;

    /// <summary>Negative when the left candidate comes first.</summary>
    public int Compare(Candidate left, Candidate right)
    {
        var order = sort switch
        {
            SortOrder.Relevance => right.Score.CompareTo(left.Score),
            SortOrder.Oldest => Oldest(left, right),
            SortOrder.Title => Title(left, right),
            SortOrder.Published => Published(left, right),
            _ => 0,
        };
        if (order == 0) order = Newest(left, right);
        return order == 0 ? Id(left, right) : order;
    }

    private int Published(Candidate left, Candidate right) => State(right).Dates[right.Document].CompareTo(State(left).Dates[left.Document]);

    // Unknown is the smallest number, so it comes last here …
    private int Newest(Candidate left, Candidate right)
    {
        var (a, b) = (State(left), State(right));
        var order = b.Years[right.Document].CompareTo(a.Years[left.Document]);
        return order == 0 ? b.Dates[right.Document].CompareTo(a.Dates[left.Document]) : order;
    }

    // … and must be sent last there.
    private int Oldest(Candidate left, Candidate right)
    {
        var (a, b) = (State(left), State(right));
        var order = UnknownLast(a.Years[left.Document]).CompareTo(UnknownLast(b.Years[right.Document]));
        return order == 0 ? UnknownLast(a.Dates[left.Document]).CompareTo(UnknownLast(b.Dates[right.Document])) : order;
    }

    private static int UnknownLast(int number) => number == SegmentState.Unknown ? int.MaxValue : number;

    private int Title(Candidate left, Candidate right)
    {
        var order = State(left).TitlePrefixes[left.Document].CompareTo(State(right).TitlePrefixes[right.Document]);
        return order == 0 ? WholeTitle(left).CompareTo(WholeTitle(right)) : order;
    }

    private int Id(Candidate left, Candidate right) => State(left).Ids[left.Document].SequenceCompareTo(State(right).Ids[right.Document]);

    private BytesRef WholeTitle(Candidate candidate)
    {
        var value = new BytesRef();
        snapshot.Reader.Leaves[candidate.Segment].AtomicReader.GetBinaryDocValues(ReviewFields.TitleOrder.Name)?.Get(candidate.Document, value);
        return value;
    }

    private SegmentState State(Candidate candidate) => segments[candidate.Segment];
}
