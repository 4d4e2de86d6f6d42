using DigestSearch.Indexing;
using DigestSearch.Indexing.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DigestSearch.Search.Suggest;

/// <summary>The words of a segment's titles, read once; entries are documents.</summary>
internal sealed class SegmentTitles
{
    private readonly int[] numbers;

    private SegmentTitles(int[] numbers, WordIndex words)
    {
        this.numbers = numbers;
        Words = words;
    }

    /// <summary>Words of the titles; entries are documents.</summary>
    public WordIndex Words { get; }

    /// <summary>The title's number, of every document.</summary>
    public ReadOnlySpan<int> Numbers => numbers;

    public static SegmentTitles Read(AtomicReader reader, TitleTable table) => new(ReadNumbers(reader, table), ReadWords(reader));

    private static int[] ReadNumbers(AtomicReader reader, TitleTable table)
    {
        var numbers = new int[reader.MaxDoc];
        if (reader.GetBinaryDocValues(ReviewFields.TitleOrder.Name) is not { } values) return numbers;
        var title = new BytesRef();
        for (var document = 0; document < numbers.Length; document++)
        {
            values.Get(document, title);
            numbers[document] = table.Add(title.Bytes.AsSpan(title.Offset, title.Length));
        }
        return numbers;
    }

    // The exact forms, joined ones included, stand together behind their mark.
    private static WordIndex ReadWords(AtomicReader reader)
    {
        var words = new WordIndex.Builder();
        var mark = ReviewAnalyzer.ExactMark.ToString();
        if (reader.GetTerms(ReviewFields.Title.Name)?.GetEnumerator() is not { } terms) return words.Build(reader.MaxDoc);
        DocsAndPositionsEnum? documents = null;
        if (terms.SeekCeil(new BytesRef(mark)) is not TermsEnum.SeekStatus.END)
            do
            {
                if (!StringHelper.StartsWith(terms.Term, new BytesRef(mark))) break;
                var word = words.Word(terms.Term.Utf8ToString()[mark.Length..]);
                documents = terms.DocsAndPositions(null, documents, DocsAndPositionsFlags.NONE);
                while (documents.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS) words.Add(word, document, documents.NextPosition() == 0);
            }
            while (terms.MoveNext());
        return words.Build(reader.MaxDoc);
    }
}
