namespace DigestSearch.Search.Snippets;

/// <summary>The passages of a text that show why it matches: from one sentence's beginning to another's end where that fits, else from word to word.</summary>
internal static class Passages
{
    private const int Length = 280;

    // A sentence may be finished up to here, and a text of this length need not be cut.
    private const int Most = 360;

    /// <summary>One to three passages in the order of the text, apart from each other; the beginning of the text where it holds no word.</summary>
    /// <param name="text">A text without blanks around it.</param>
    /// <param name="marks">Where the words of the query are, in the order of the text.</param>
    public static IReadOnlyList<Passage> Of(string text, IReadOnlyList<Mark> marks)
    {
        if (text.Length <= Most) return [new Passage(0, text.Length)];
        IReadOnlyList<Passage> cores = marks.Count > 0 ? Cores.Of(marks, Length) : [default];
        var passages = new List<Passage>(cores.Count);
        var taken = cores.Sum(core => core.Length);
        for (var at = 0; at < cores.Count; at++)
        {
            var (from, to) = (at == 0 ? 0 : passages[^1].End, at + 1 < cores.Count ? cores[at + 1].Start : text.Length);
            var left = cores.Count - at;
            var widening = new Widening(text, from, to, Math.Max(0, Length - taken) / left, Math.Max(0, Most - taken) / left);
            passages.Add(widening.Of(cores[at]));
            taken += passages[^1].Length - cores[at].Length;
        }
        return passages;
    }

    /// <summary>How far a core may be widened.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="From">Where the passage may begin.</param>
    /// <param name="To">Where it may end.</param>
    /// <param name="Share">How many units are to be added.</param>
    /// <param name="Limit">How many may be, to have whole sentences.</param>
    private readonly record struct Widening(string Text, int From, int To, int Share, int Limit)
    {
        public Passage Of(Passage core)
        {
            var start = TextEdges.SentenceStart(Text, Math.Max(From, core.Start - Limit), core.Start) ?? core.Start - Most - 1;
            var end = TextEdges.SentenceEnd(Text, core.End, Math.Min(To, core.End + Limit)) ?? core.End + Most + 1;
            var (before, after) = (core.Start - start, end - core.End);
            if (before + after <= Limit) return Filled(new Passage(start, end), Share - before - after);
            if (before <= Share * 2 / 3) return new Passage(start, CutEnd(core.End, Share - before));
            if (after <= Share / 2) return new Passage(CutStart(core.Start, Share - after), end);
            return new Passage(CutStart(core.Start, Share / 2), CutEnd(core.End, Share / 2));
        }

        // With the sentences around it, as far as they fit; where that leaves much, with a part of the next one.
        private Passage Filled(Passage passage, int room)
        {
            var (start, end) = (passage.Start, passage.End);
            while (room > 1 && TextEdges.SentenceEnd(Text, end + 1, Math.Min(To, end + room)) is { } further)
            {
                room -= further - end;
                end = further;
            }
            while (room > 1 && start > From && TextEdges.SentenceStart(Text, Math.Max(From, start - room), start - 1) is { } earlier)
            {
                room -= start - earlier;
                start = earlier;
            }
            return new Passage(start, room > Share / 2 && end < To ? CutEnd(end, room) : end);
        }

        private int CutStart(int at, int share) => TextEdges.WordStart(Text, Math.Max(From, at - share), at);

        private int CutEnd(int at, int share) => TextEdges.WordEnd(Text, at, Math.Min(To, at + share));
    }
}
