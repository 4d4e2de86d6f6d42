using DigestSearch.Reviews;

namespace DigestSearch.Search.Suggest;

/// <summary>Says what a reader who is typing may mean, from the snapshot that a <see cref="ReviewIndexReader"/> serves.</summary>
public sealed class Suggester(ReviewIndexReader index, Vocabulary vocabulary)
{
    private static readonly SuggestionType[] Types = Enum.GetValues<SuggestionType>();

    /// <summary>Titles, people, labs and topics in which every typed word begins a word; with slips of the keyboard where there are few without.</summary>
    /// <exception cref="IndexNotReadyException">No index is loaded yet.</exception>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public SuggestResults Suggest(SuggestQuery query, CancellationToken cancellation)
    {
        using var lease = index.Acquire();
        var snapshot = lease.Snapshot;
        var chosen = TypedText.Whole(query.Text).Words.Count > 0 && query.Size > 0 ? new Look(snapshot, vocabulary, query.Size, cancellation).For(query.Text) : [];
        return new SuggestResults(query.Text, [.. chosen.Select(entry => Suggestion(snapshot, entry))], snapshot.Generation);
    }

    private static Suggestion Suggestion(Snapshot snapshot, RankedEntry entry)
    {
        var review = entry.Of is TitleEntries titles ? snapshot.Stored(titles.Base + entry.Number).Review : null;
        var label = review?.Title ?? entry.Text;
        return new Suggestion
        {
            Type = entry.Type, Label = label, Value = review?.Title ?? snapshot.Labels[DimensionOf(entry.Type)][entry.Owner], Count = entry.Count,
            Highlight = Highlight.Of(label, entry.Typed, entry.Slips > 0), ReviewId = review?.Id,
        };
    }

    private static Dimension DimensionOf(SuggestionType type) => type switch
    {
        SuggestionType.Author => Dimension.Author,
        SuggestionType.Lab => Dimension.Lab,
        SuggestionType.Topic => Dimension.Topic,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    // One look at a snapshot: the word indexes of every type.
    private sealed class Look
    {
        private const int AsTyped = 0;

        private readonly List<Entries> all = [];
        private readonly int size;
        private readonly HitOrder newest;
        private readonly CancellationToken cancellation;

        public Look(Snapshot snapshot, Vocabulary vocabulary, int size, CancellationToken cancellation)
        {
            this.size = size;
            this.cancellation = cancellation;
            newest = new HitOrder(SortOrder.Newest, snapshot);
            all.AddRange(snapshot.Titles);
            foreach (var type in Types.Where(type => type is not SuggestionType.Title))
            {
                var dimension = DimensionOf(type);
                var totals = snapshot.Totals(dimension);
                all.AddRange(snapshot.Labels.Names(dimension).Of(totals.Labels, vocabulary).Select(part => new LabelEntries(type, part, totals)));
            }
        }

        public List<RankedEntry> For(string text)
        {
            var best = Types.Select(_ => new BestEntries(size, Tie)).ToArray();
            var typed = TypedText.Whole(text);
            Find(best, typed, AsTyped);
            if (IsEmpty(best)) Find(best, typed = TypedText.Of(text), AsTyped);
            if (IsEmpty(best))
                foreach (var readings in TypedReadings.Of(text, Knows))
                {
                    foreach (var reading in readings) Find(best, reading, AsTyped);
                    if (!IsEmpty(best)) return Mixed(best);
                }
            // Who has found enough has made no slip.
            if (best.Sum(type => type.Entries.Count) < (size + 1) / 2)
                foreach (var doubtful in Doubts(typed)) Find(best, typed, doubtful);
            return Mixed(best);
        }

        private bool Knows(TypedWord word) => all.Exists(entries => WordSearch.Knows(entries.Words, word));

        // Words that nothing begins with hold the slips; where there are none, any one word may.
        private IEnumerable<int> Doubts(TypedText typed)
        {
            var unknown = typed.Words.Index().Where(word => !Knows(word.Item)).Select(word => word.Index).ToList();
            if (unknown.Exists(at => typed.Words[at].Slips == 0)) return [];
            return unknown.Count > 0 ? [unknown.Sum(at => 1 << at)] : typed.Words.Index().Where(word => word.Item.Slips > 0).Select(word => 1 << word.Index);
        }

        // Bits of the words that may hold a slip.
        private void Find(BestEntries[] best, TypedText typed, int doubtful)
        {
            foreach (var entries in all)
            {
                using var search = WordSearch.Of(entries.Words, typed.Words, doubtful, cancellation);
                if (search is not null) Rank(best[(int)entries.Type], entries, search, typed);
            }
        }

        private static void Rank(BestEntries best, Entries entries, WordSearch search, TypedText typed)
        {
            foreach (var number in search.Found)
            {
                var slips = search.Slips(number);
                var leads = slips == 0 && search.Leads(number);
                if (!best.Takes(slips, leads) || entries.Owner(number) is not (>= 0 and var owner)) continue;
                var count = entries.Count(owner);
                if (!best.Takes(entries, number, slips, leads, count)) continue;
                // Whether it begins so is looked at closely only where that matters.
                best.Add(new RankedEntry(entries, number, owner, slips, leads && entries.Begins(number, typed), count, typed));
            }
        }

        // Of reviews of one title the newest is shown, of the names of a label the first.
        private int Tie(RankedEntry left, RankedEntry right) =>
            left.Of is TitleEntries a && right.Of is TitleEntries b
                ? newest.Compare(new Candidate(a.Segment, left.Number, 0), new Candidate(b.Segment, right.Number, 0))
                : left.Owner == right.Owner ? left.Number.CompareTo(right.Number) : left.Owner.CompareTo(right.Owner);

        private static bool IsEmpty(BestEntries[] best) => Array.TrueForAll(best, type => type.Entries.Count == 0);

        private List<RankedEntry> Mixed(BestEntries[] best) => BalancedMix.Of([.. best.Select(type => type.Entries)], size);
    }
}
