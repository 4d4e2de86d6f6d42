using DigestSearch.Reviews.People;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace DigestSearch.Indexing.Analysis;

/// <summary>Turns texts and names into terms; the index and every query go through the same scan.</summary>
public sealed class ReviewAnalyzer : Analyzer
{
    /// <summary>Bump when the same text begins to give other terms: it is part of the fingerprint.</summary>
    public const int Version = 5;

    /// <summary>Stands before the exact form of a word in a text field; the bare term is the stem.</summary>
    public const char ExactMark = '=';

    /// <summary>Stands behind an initial in a names field, and twice behind one that is all there is of the name.</summary>
    public const char InitialMark = '.';

    /// <summary>Stands between the sound of a name and the name, in the field of sounds.</summary>
    public const char SoundMark = '~';

    /// <summary>Positions between two values of a field, so that no phrase or name crosses from one to the next.</summary>
    public const int ValueGap = 100;

    /// <summary>One object serves all fields, each with components of its own kind.</summary>
    public ReviewAnalyzer() : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string fieldName) => ValueGap;

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new WordTokenizer(reader, ReviewFields.Find(fieldName).Kind));

    private sealed class WordTokenizer(TextReader input, FieldKind kind) : Tokenizer(input)
    {
        private readonly List<ScannedWord> words = [];
        private readonly List<(string Term, int Word)> terms = [];
        private ICharTermAttribute? term;
        private IOffsetAttribute? offset;
        private IPositionIncrementAttribute? increment;
        private int next;
        private int position;
        private int length;

        public override void Reset()
        {
            base.Reset();
            term ??= AddAttribute<ICharTermAttribute>();
            offset ??= AddAttribute<IOffsetAttribute>();
            increment ??= AddAttribute<IPositionIncrementAttribute>();
            var text = m_input.ReadToEnd();
            length = text.Length;
            words.Clear();
            terms.Clear();
            WordScanner.Scan(text, words);
            for (var word = 0; word < words.Count; word++)
                foreach (var form in kind switch { FieldKind.Names => NameTerms(words[word]), FieldKind.Combined => CombinedTerms(words[word]), FieldKind.Sounds => SoundTerms(words[word]), _ => TextTerms(words[word]) })
                    terms.Add((form, word));
            next = 0;
            position = -1;
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (next >= terms.Count) return false;
            var (text, index) = terms[next++];
            var word = words[index];
            term!.SetEmpty().Append(text);
            offset!.SetOffset(CorrectOffset(word.Start), CorrectOffset(word.End));
            increment!.PositionIncrement = word.Position - position;
            position = word.Position;
            return true;
        }

        public override void End()
        {
            base.End();
            offset?.SetOffset(CorrectOffset(length), CorrectOffset(length));
        }
    }

    private static IEnumerable<string> TextTerms(ScannedWord word)
    {
        for (var forms = word.Forms; forms is not null; forms = forms.Digraph)
        {
            yield return forms.Stem;
            yield return ExactMark + forms.Exact;
        }
    }

    private static IEnumerable<string> CombinedTerms(ScannedWord word)
    {
        yield return word.Forms.Stem;
        if (word.Forms.Digraph is { } digraph) yield return digraph.Stem;
    }

    private static IEnumerable<string> NameTerms(ScannedWord word)
    {
        var name = word.Forms.Exact;
        if (name.Length > 1) yield return name;
        if (word.Forms.Digraph is { } digraph) yield return digraph.Exact;
        if (word.Joined) yield break;
        yield return Initial(name);
        if (name.Length == 1) yield return BareInitial(name);
    }

    private static IEnumerable<string> SoundTerms(ScannedWord word) => word.Forms.Exact.Length < 2 ? [] : NameSound.Keys(word.Forms.Exact).Select(key => key + SoundMark + word.Forms.Exact);

    /// <summary>The term of a name's initial.</summary>
    public static string Initial(string name) =>
        (char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1]) + InitialMark;

    /// <summary>The term of an initial that is all there is of a name which may be this one.</summary>
    public static string BareInitial(string name) => Initial(name) + InitialMark;
}
