using DigestSearch.Reviews;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace DigestSearch.Indexing.Analysis;

/// <summary>The forms under which a word is indexed.</summary>
/// <param name="Exact">Folded as <see cref="Folding"/> does.</param>
/// <param name="Stem">The exact form stemmed by the language of its script: Cyrillic as Russian, Latin as English, others not at all.</param>
public sealed record WordForms(string Exact, string Stem)
{
    /// <summary>The same word as those write it who have no umlauts: «Schoelkopf»; null where it has none.</summary>
    public WordForms? Digraph { get; private init; }

    // A cache a thread, and a server has many threads: some megabytes each, not tens.
    private const int CacheSize = 1 << 15;
    private const int ShortestStemmed = 3;

    [ThreadStatic] private static Cache? cache;

    /// <summary>Forms of a word as it stands in a text; null when folding leaves nothing.</summary>
    public static WordForms? Of(ReadOnlySpan<char> word) => (cache ??= new Cache()).Find(word);

    private enum Script { Other, Latin, Cyrillic }

    // Words repeat (Zipf) and Snowball is slow: the cache turns stemming into a look-up for all but new words.
    private sealed class Cache
    {
        private readonly SnowballProgram russian = new RussianStemmer();
        private readonly SnowballProgram english = new EnglishStemmer();
        private readonly Dictionary<string, WordForms?> forms = [];
        private readonly Dictionary<string, WordForms?>.AlternateLookup<ReadOnlySpan<char>> bySpan;

        public Cache() => bySpan = forms.GetAlternateLookup<ReadOnlySpan<char>>();

        public WordForms? Find(ReadOnlySpan<char> word)
        {
            if (bySpan.TryGetValue(word, out var known)) return known;
            if (forms.Count >= CacheSize) forms.Clear();
            var written = LookAlikes.Mended(word.ToString());
            return forms[word.ToString()] = Forms(written) is { } own ? own with { Digraph = Umlauts.Spelled(written) is { } spelled ? Forms(spelled) : null } : null;
        }

        private WordForms? Forms(string written)
        {
            var exact = Folding.FoldLetters(written);
            return exact.Length == 0 ? null : new WordForms(exact, Stem(exact));
        }

        private string Stem(string exact)
        {
            if (exact.Length < ShortestStemmed) return exact;
            var stemmer = ScriptOf(exact) switch { Script.Cyrillic => russian, Script.Latin => english, _ => null };
            if (stemmer is null) return exact;
            stemmer.SetCurrent(exact);
            stemmer.Stem();
            return stemmer.Current is { Length: > 0 } stem ? stem : exact;
        }

        private static Script ScriptOf(string word)
        {
            var script = Script.Other;
            foreach (var letter in word)
            {
                var own = letter switch { >= 'a' and <= 'z' => Script.Latin, >= 'а' and <= 'я' => Script.Cyrillic, _ => Script.Other };
                if (own is Script.Other || (script is not Script.Other && script != own)) return Script.Other;
                script = own;
            }
            return script;
        }
    }
}
