namespace DigestSearch.Reviews;

/// <summary>How much title and text of a review tell of each topic, and which trees that is enough for.</summary>
internal sealed class TopicEvidence(TopicTerms terms)
{
    /// <summary>Less than this tells of nothing.</summary>
    internal const double Least = 6;

    private const double TitleBonus = 3;
    private const double LeadBonus = 1.5;
    private const double BodyShare = 0.5;
    private const int LeadWords = 80;
    private const int MostCounts = 3;

    // In a text of some length a topic that the title is silent about needs more than one mention, and must stand beside the best.
    private const double LeastInLongText = 9;
    private const int ShortText = 40;
    private const int LongText = 120;
    private const double ShareOfBest = 0.5;
    private const double ShareOfBestInText = 0.7;
    private const double MostOfBest = 30;

    private readonly double[] ofTopic = new double[terms.Topics];
    private readonly Tree[] trees = new Tree[terms.Topics];
    private readonly byte[] counts = new byte[terms.Count];
    private int textWords;

    internal double Of(int topic) => ofTopic[topic];

    internal double OfTree(int root) => trees[root].Weight;

    internal void AddTitle(TopicWords words)
    {
        foreach (var (place, term) in terms.In(words))
            if (Add(term, TitleBonus, place)) trees[terms.RootOf(term.Topic)].Title = Math.Max(trees[terms.RootOf(term.Topic)].Title, term.Weight);
    }

    internal void AddText(TopicWords words)
    {
        textWords = words.Words.Length;
        // Places of the text lie behind those of any title.
        foreach (var (place, term) in terms.In(words)) Add(term, place < LeadWords ? LeadBonus : BodyShare, int.MaxValue - place);
    }

    /// <summary>The roots of the trees that there is enough evidence for.</summary>
    internal IEnumerable<int> Trees()
    {
        var best = Math.Min(MostOfBest, trees.Max(tree => tree.Weight));
        for (var root = 0; root < trees.Length; root++)
            if (trees[root].IsSolid && trees[root].Weight >= LeastOf(trees[root].Title, best)) yield return root;
    }

    private double LeastOf(double title, double best) => title switch
    {
        >= TopicTerms.Strong => Least,
        > 0 => Math.Max(Least, best * ShareOfBest),
        _ => Math.Max(LeastInText(), best * ShareOfBestInText),
    };

    private double LeastInText() =>
        Least + ((LeastInLongText - Least) * Math.Clamp((textWords - ShortText) / (double)(LongText - ShortText), 0, 1));

    /// <summary>A term counts fully, then half, then a quarter: a word said twenty times is not twenty pieces of evidence.</summary>
    private bool Add(TopicTerm term, double bonus, int place)
    {
        var times = counts[term.Id];
        if (times == MostCounts) return false;
        counts[term.Id]++;
        var weight = term.Weight * bonus / (1 << times);
        ofTopic[term.Topic] += weight;
        ref var tree = ref trees[terms.RootOf(term.Topic)];
        tree.IsSolid |= term.Weight > TopicTerms.Weak;
        // Words that are terms of two topics of a tree are one piece of evidence for the tree.
        var known = tree.Place == place ? tree.AtPlace : 0;
        tree.Weight += Math.Max(0, weight - known);
        (tree.Place, tree.AtPlace) = (place, Math.Max(known, weight));
        return true;
    }

    private struct Tree
    {
        internal double Weight, Title, AtPlace;
        internal int Place;
        internal bool IsSolid;
    }
}
