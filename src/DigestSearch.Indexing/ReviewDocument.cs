using System.Globalization;
using System.Text.Json;
using DigestSearch.Indexing.Analysis;
using DigestSearch.Reviews;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DigestSearch.Indexing;

/// <summary>A review to its Lucene document; pure.</summary>
internal static class ReviewDocument
{
    // Lucene refuses longer terms and doc values (32,766 bytes); a label of this length is no label any more.
    private const int MaxLabelLength = 1_000;

    // A word of the title counts as often in the combined field: the weight of a field as BM25F has it (Robertson et al., CIKM 2004).
    private const int TitleTimes = 2;

    private static readonly FieldType TextType = Frozen(new FieldType(TextField.TYPE_NOT_STORED));

    private static readonly FieldType CombinedType = Frozen(new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS });

    private static readonly FieldType SoundsType = Frozen(new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true });

    private static readonly FieldType KeyType = Frozen(new FieldType(StringField.TYPE_NOT_STORED));

    public static Document Of(StoredReview stored, Vocabulary vocabulary)
    {
        var review = stored.Review;
        if (review.Id is not { Length: > 0 and <= MaxLabelLength } id)
            throw new ArgumentException($"A review needs an id of 1 to {MaxLabelLength} characters to be indexed.", nameof(stored));
        var document = new Document();
        Key(document, ReviewFields.Id, id);
        Texts(document, stored, vocabulary);
        Order(document, stored, id);
        Facets(document, stored);
        document.Add(new StoredField(ReviewFields.Review.Name, JsonSerializer.SerializeToUtf8Bytes(stored with { Review = stored.Review with { Html = null } }, StoredReviewJson.Default.StoredReview)));
        return document;
    }

    private static void Texts(Document document, StoredReview stored, Vocabulary vocabulary)
    {
        var review = stored.Review;
        Text(document, ReviewFields.Title, review.Title);
        Key(document, ReviewFields.TitleKey, TitleKey(review));
        foreach (var author in review.Authors) Text(document, ReviewFields.Authors, author);
        foreach (var lab in LabTexts(review, vocabulary)) Text(document, ReviewFields.Labs, lab);
        foreach (var name in review.Authors.Concat(review.Institutions).Append(review.Title)) document.Add(new Field(ReviewFields.Sounds.Name, name, SoundsType));
        foreach (var path in review.Topics.SelectMany(LabelPath.SelfAndAncestors).Distinct())
        {
            var leaf = LabelPath.Leaf(path);
            Text(document, ReviewFields.Topics, leaf);
            if (vocabulary.TopicLabel(path, "ru") is var russian && russian != leaf) Text(document, ReviewFields.Topics, russian);
        }
        Text(document, ReviewFields.Venue, review.Venue);
        Text(document, ReviewFields.Reviewer, review.Reviewer);
        Text(document, ReviewFields.Reviewer, review.ReviewerName);
        Text(document, ReviewFields.Facts, review.Year?.ToString(CultureInfo.InvariantCulture));
        foreach (var country in review.Countries) Text(document, ReviewFields.Facts, country);
        Text(document, ReviewFields.Facts, review.Ids.Arxiv);
        Text(document, ReviewFields.Facts, review.Ids.Doi);
        foreach (var identifier in Identifiers.Of(review)) Key(document, ReviewFields.Identifiers, Cut(identifier));
        Text(document, ReviewFields.Text, review.Text);
    }

    private static IEnumerable<string> LabTexts(Review review, Vocabulary vocabulary) =>
        review.Institutions
            .Concat(review.Labs.SelectMany(LabelPath.SelfAndAncestors).Select(LabelPath.Leaf))
            .Concat(review.Labs.SelectMany(LabelPath.SelfAndAncestors).SelectMany(vocabulary.LabAliases))
            .Distinct(StringComparer.Ordinal);

    private static void Order(Document document, StoredReview stored, string id)
    {
        if (stored.Review.Year is { } year)
        {
            document.Add(new Int32Field(ReviewFields.Year.Name, year, Field.Store.NO));
            document.Add(new NumericDocValuesField(ReviewFields.Year.Name, year));
        }
        if (stored.Digest.Date is { } date) document.Add(new NumericDocValuesField(ReviewFields.Date.Name, date.DayNumber));
        document.Add(new BinaryDocValuesField(ReviewFields.IdOrder.Name, new BytesRef(id)));
        document.Add(new BinaryDocValuesField(ReviewFields.TitleOrder.Name, new BytesRef(TitleKey(stored.Review))));
    }

    private static void Facets(Document document, StoredReview stored)
    {
        var review = stored.Review;
        if (review.Year is { } year) Facet(document, ReviewFields.YearFacet, [year.ToString(CultureInfo.InvariantCulture)]);
        Facet(document, ReviewFields.LabFacet, review.Labs.SelectMany(LabelPath.SelfAndAncestors));
        Facet(document, ReviewFields.TopicFacet, review.Topics.SelectMany(LabelPath.SelfAndAncestors));
        Facet(document, ReviewFields.AuthorFacet, review.Authors);
        Facet(document, ReviewFields.ReviewerFacet, [review.Reviewer]);
        Facet(document, ReviewFields.VenueFacet, [review.Venue]);
        Facet(document, ReviewFields.LanguageFacet, [review.Language]);
        Facet(document, ReviewFields.DigestFacet, [DigestLabel.Of(stored.DigestId, stored.Digest.Title)]);
        Facet(document, ReviewFields.HasFacet, review.Links.Select(link => link.Kind).Where(kind => kind is not LinkKind.Other));
    }

    private static void Facet(Document document, ReviewField field, IEnumerable<string?> labels)
    {
        foreach (var label in labels.Where(label => !string.IsNullOrEmpty(label)).Distinct(StringComparer.Ordinal))
            document.Add(new SortedSetDocValuesField(field.Name, new BytesRef(Cut(label!))));
    }

    private static string TitleKey(Review review) => Cut(Folding.Fold(WholeText.Of(review.Title)));

    private static void Key(Document document, ReviewField field, string value) => document.Add(new Field(field.Name, value, KeyType));

    private static void Text(Document document, ReviewField field, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        document.Add(new Field(field.Name, value, TextType));
        for (var times = field == ReviewFields.Title ? TitleTimes : 1; times > 0; times--) document.Add(new Field(ReviewFields.Combined.Name, value, CombinedType));
    }

    /// <summary>The label under which a value is indexed and selected.</summary>
    internal static string Cut(string label)
    {
        if (label.Length <= MaxLabelLength) return label;
        return label[..(char.IsHighSurrogate(label[MaxLabelLength - 1]) ? MaxLabelLength - 1 : MaxLabelLength)];
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
