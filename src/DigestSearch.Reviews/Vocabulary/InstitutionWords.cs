using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestSearch.Reviews;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Joint
{
    Blank,

    /// <summary>«of», «for» and their sisters: the name may go on.</summary>
    Of,

    /// <summary>«at», «from», «in»: another name begins.</summary>
    At,

    /// <summary>Comma, bracket, dash: another part begins.</summary>
    Break,
}

/// <summary>An institution as its bare words: no articles or prepositions, usual abbreviations written out.</summary>
internal sealed partial record InstitutionWords(string Text, Range[] Words, Joint[] Joints)
{
    private const int MostCharacters = 600;
    private const string Accents = "´`¨ˆ˜¸˘˚";

    private static readonly SearchValues<char> AnyAccent = SearchValues.Create(Accents);

    // Texts taken from pages set an accent beside its letter («Universit ´e») and a footnote's digit against a word («Toronto1»).
    [GeneratedRegex($@" ?[{Accents}] ?(\p{{Ll}})", Pattern.Exact)]
    private static partial Regex LooseAccent { get; }

    [GeneratedRegex(@"(?<!\p{L})(\p{L}{6,})\d\b|\b\d{1,2}(\p{Lu}\p{L}{3,})", Pattern.Exact)]
    private static partial Regex Footnote { get; }

    internal int Count => Words.Length;

    internal bool HasBreak => Joints.Skip(1).Contains(Joint.Break);

    internal string this[int at] => Text[Words[at]];

    internal static InstitutionWords Of(string institution)
    {
        institution = Mended(institution);
        var text = new StringBuilder(institution.Length);
        var words = new List<Range>(16);
        var joints = new List<Joint>(16);
        foreach (var part in Parts(institution))
        {
            var joint = Joint.Break;
            var folded = JoinInitials(Folding.Fold(part).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            for (var at = 0; at < folded.Count; at++)
            {
                var word = folded[at];
                var isCompany = word == "at" && at + 1 < folded.Count && folded[at + 1] == "t";
                if (!isCompany && InstitutionTerms.Between.TryGetValue(word, out var between))
                {
                    if (joint is not Joint.Break) joint = between;
                    continue;
                }
                if (text.Length > 0) text.Append(' ');
                var start = text.Length;
                text.Append(InstitutionTerms.WrittenOut.GetValueOrDefault(word, word));
                words.Add(start..text.Length);
                joints.Add(joint);
                joint = Joint.Blank;
            }
        }
        return new InstitutionWords(text.ToString(), [.. words], [.. joints]);
    }

    /// <summary>The text, cut where nobody reads on, without the traces of a page.</summary>
    internal static string Mended(string institution)
    {
        if (institution.Length > MostCharacters) institution = institution[..MostCharacters];
        if (institution.AsSpan().ContainsAny(AnyAccent)) institution = LooseAccent.Replace(institution, "$1");
        return institution.AsSpan().ContainsAnyInRange('0', '9') ? Footnote.Replace(institution, "$1$2") : institution;
    }

    internal string Join(int from, int to) => Text[Words[from].Start..Words[to - 1].End];

    internal static IEnumerable<string> Parts(string institution)
    {
        var start = 0;
        for (var at = 0; at < institution.Length; at++)
        {
            var isBreak = institution[at] is ',' or ';' or ':' or '/' or '|' or '(' or ')' or '[' or ']' or '{' or '}' or '\n' or '–' or '—'
                || (institution[at] == '-' && at > 0 && at + 1 < institution.Length && institution[at - 1] == ' ' && institution[at + 1] == ' ');
            if (!isBreak) continue;
            if (at > start) yield return institution[start..at];
            start = at + 1;
        }
        if (start < institution.Length) yield return institution[start..];
    }

    /// <summary>«M.I.T.» is folded to three words and meant as one.</summary>
    private static List<string> JoinInitials(string[] words)
    {
        var joined = new List<string>(words.Length);
        var run = 0;
        foreach (var word in words)
        {
            var isInitial = word.Length == 1 && char.IsLetter(word[0]);
            if (isInitial && run > 0) joined[^1] += word;
            else joined.Add(word);
            run = isInitial ? run + 1 : 0;
        }
        return joined;
    }
}
