namespace DigestSearch.Reviews;

/// <summary>Labs by the names that affiliations call them.</summary>
internal sealed class LabIndex
{
    /// <summary>Written behind an alias that may go on with any words: <c>Google *</c>.</summary>
    internal const string OpenMark = " *";

    private const int LongestName = 5;
    private readonly PhraseTrie<Alias> trie = new();
    private readonly Dictionary<string, Lab> byPath = new(StringComparer.Ordinal);
    private readonly PlaceIndex places;

    internal LabIndex(IReadOnlyList<Lab> labs, PlaceIndex places)
    {
        this.places = places;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var turned = new Dictionary<string, (string[] Words, Alias? Alias)>(StringComparer.Ordinal);
        foreach (var lab in labs)
        {
            byPath[lab.Path] = lab;
            foreach (var name in lab.Aliases.Prepend(lab.Name).Select(alias => (alias, InstitutionWords.Of(Bare(alias)))).GroupBy(name => name.Item2.Text, StringComparer.Ordinal))
                Add(lab.Path, [.. name], turned, taken);
        }
        foreach (var (key, (words, alias)) in turned)
            if (alias is not null && !taken.Contains(key)) trie.Add(words, alias);
    }

    /// <summary>Adds one name in all the ways in which its lab writes it: what one of them allows is allowed.</summary>
    private void Add(string path, (string Alias, InstitutionWords Words)[] written, Dictionary<string, (string[] Words, Alias? Alias)> turned, HashSet<string> taken)
    {
        var text = written[0].Words.Text;
        if (!taken.Add(text)) return;
        var alias = new Alias(
            path,
            IsPlace: written.Any(name => places.KindOf(Bare(name.Alias)) is not Place.None),
            IsOpen: written.Any(name => name.Alias.EndsWith(OpenMark, StringComparison.Ordinal)),
            HasBreak: written.Any(name => name.Words.HasBreak),
            IsTurned: false);
        trie.Add(text.Split(' '), alias);
        foreach (var (_, words) in written)
            if (Turned(words) is { } other) Offer(turned, other, alias with { IsTurned = true, IsPlace = false, HasBreak = false });
    }

    internal IEnumerable<Lab> All => byPath.Values;

    internal IReadOnlyList<string> AliasesOf(string path) => byPath.TryGetValue(path, out var lab) ? lab.Shown : [];

    internal string? PathOf(string institution) => Find(InstitutionWords.Of(institution))?.Value.Path;

    internal bool IsOneName(string institution)
    {
        var words = InstitutionWords.Of(institution);
        return Find(words) is { Start: 0 } hit && hit.Length == words.Count;
    }

    private PhraseHit<Alias>? Find(InstitutionWords words)
    {
        var hits = new List<PhraseHit<Alias>>(4);
        for (var at = 0; at < words.Count; at++) trie.FindAt(words.Text, words.Words, at, hits);
        PhraseHit<Alias>? best = null;
        foreach (var hit in hits)
            if ((best is not { } other || IsBetter(hit, other)) && Fits(words, hit)) best = hit;
        return best;
    }

    internal static string Bare(string alias) =>
        alias.EndsWith(OpenMark, StringComparison.Ordinal) ? alias[..^OpenMark.Length] : alias;

    private static bool IsBetter(PhraseHit<Alias> hit, PhraseHit<Alias> other)
    {
        if (IsUnder(hit.Value.Path, other.Value.Path)) return true;
        return hit.Length > other.Length && !IsUnder(other.Value.Path, hit.Value.Path);
    }

    private static bool IsUnder(string path, string parent) =>
        path.Length > parent.Length && path.StartsWith(parent, StringComparison.Ordinal)
        && path.AsSpan(parent.Length).StartsWith(LabelPath.Separator, StringComparison.Ordinal);

    private bool Fits(InstitutionWords words, PhraseHit<Alias> hit)
    {
        var end = hit.Start + hit.Length;
        // A place is a lab only where nothing else is said: Oxford; but not «Some Startup, Oxford».
        if (hit.Value.IsPlace) return hit.Start == 0 && (end == words.Count || places.KindOf(words.Join(end, words.Count)) is Place.Country);
        for (var at = hit.Start + 1; at < end && !hit.Value.HasBreak; at++)
            if (words.Joints[at] is Joint.Break && (hit.Value.IsTurned || InstitutionTerms.Heads.Contains(words[at]))) return false;
        return FitsBefore(words, hit) && FitsAfter(words, hit, end) && !IsShortForOther(words, hit);
    }

    // «Centre for Autonomous Systems (CAS)»: the letters stand for the words before them, and those are not the lab's.
    private bool IsShortForOther(InstitutionWords words, PhraseHit<Alias> hit)
    {
        if (hit.Length > 1 || hit.Start < 2 || words.Joints[hit.Start] is not Joint.Break) return false;
        var start = PartStart(words, hit.Start - 1);
        if (start == hit.Start - 1) return false;
        var initials = string.Concat(Enumerable.Range(start, hit.Start - start).Select(at => words[at][0]));
        if (!initials.EndsWith(words[hit.Start], StringComparison.Ordinal)) return false;
        var name = InstitutionWords.Of(byPath[hit.Value.Path].Name);
        for (var at = start; at < hit.Start; at++)
            for (var own = 0; own < name.Count; own++)
                if (words[at] == name[own]) return false;
        return true;
    }

    private static bool FitsBefore(InstitutionWords words, PhraseHit<Alias> hit)
    {
        var joint = words.Joints[hit.Start];
        if (joint is Joint.Break or Joint.At) return true;
        var before = words[hit.Start - 1];
        if (InstitutionTerms.Units.Contains(before) || IsNumber(before)) return true;
        if (joint is Joint.Of) return !InstitutionTerms.Heads.Contains(before);
        if (!InstitutionTerms.Units.Contains(words[PartStart(words, hit.Start)])) return false;
        // The comma behind a department was forgotten: «Center for Tides Carnegie Mellon University».
        return hit.Length == 1 || !hit.Value.IsTurned && words[hit.Start] != InstitutionTerms.University && !InstitutionTerms.Regions.Contains(before);
    }

    private bool FitsAfter(InstitutionWords words, PhraseHit<Alias> hit, int end)
    {
        if (end == words.Count || words.Joints[end] is Joint.Break) return true;
        var partEnd = end;
        while (partEnd < words.Count && words.Joints[partEnd] is not Joint.Break) partEnd++;
        if (hit.Value.IsOpen) return hit.Length > 1 || !HasStranger(words, end, partEnd);
        if (hit.Length == 1) return words.Joints[end] is not Joint.Of && AreCompanions(words, end, partEnd);
        return words.Joints[end] is not Joint.Of || !InstitutionTerms.Heads.Contains(words[end - 1]);
    }

    private static bool HasStranger(InstitutionWords words, int from, int to)
    {
        for (var at = from; at < to; at++)
            if (InstitutionTerms.Strangers.Contains(words[at])) return true;
        return false;
    }

    private bool AreCompanions(InstitutionWords words, int from, int to)
    {
        for (var at = from; at < to;)
        {
            var length = 1;
            if (!InstitutionTerms.Companions.Contains(words[at]) && !IsNumber(words[at]))
            {
                for (length = Math.Min(3, to - at); length > 0; length--)
                    if (places.KindOf(words.Join(at, at + length)) is not Place.None) break;
                if (length == 0) return false;
            }
            at += length;
        }
        return true;
    }

    private static int PartStart(InstitutionWords words, int at)
    {
        while (at > 0 && words.Joints[at] is not Joint.Break) at--;
        return at;
    }

    private static bool IsNumber(string word) => word.All(char.IsDigit);

    /// <summary>University of Toronto as Toronto University, and the other way round.</summary>
    private static string[]? Turned(InstitutionWords words)
    {
        if (words.Count is < 2 or > LongestName) return null;
        var all = words.Text.Split(' ');
        if (all.Count(word => word == InstitutionTerms.University) != 1) return null;
        if (all[0] == InstitutionTerms.University && !words.HasBreak) return [.. all[1..], InstitutionTerms.University];
        return all[^1] == InstitutionTerms.University ? [InstitutionTerms.University, .. all[..^1]] : null;
    }

    /// <summary>A turned name that two labs could have stands for none.</summary>
    private static void Offer(Dictionary<string, (string[] Words, Alias? Alias)> turned, string[] words, Alias alias)
    {
        var key = string.Join(' ', words);
        if (!turned.TryGetValue(key, out var first)) turned[key] = (words, alias);
        else if (first.Alias?.Path != alias.Path) turned[key] = (words, null);
    }

    private sealed record Alias(string Path, bool IsPlace, bool IsOpen, bool HasBreak, bool IsTurned);
}

/// <summary>A lab as its file tells it, with the path that its parents make.</summary>
internal sealed record Lab(string Name, string Path, string? Country, IReadOnlyList<string> Aliases)
{
    /// <summary>The aliases without marks, each once.</summary>
    internal IReadOnlyList<string> Shown { get; } =
        [.. Aliases.Select(LabIndex.Bare).Where(alias => !string.Equals(alias, Name, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
}
