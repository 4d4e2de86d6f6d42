using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>Title, months, day, address and language of a digest.</summary>
internal static class DigestFacts
{
    private const int TitleLimit = 500;

    public static Digest Of(ShapeContext context, ShapeReading reading)
    {
        var document = context.Document;
        var title = reading.Title ?? document.Title ?? FirstHeading(document) ?? NameOf(context.Name);
        var single = reading.Title is not null && reading.Introduction == reading.Title;
        var told = Language.Of(title + "\n" + reading.Introduction) ?? document.Language;
        var path = PathOf(context.Name);
        // The title of a single review is the title of its paper, and a paper may be about any year.
        var published = document.Published ?? (single ? null : Dates.Find(title)) ?? Dates.Find(path);
        var year = published?.Year ?? PeriodText.YearOf(path);
        return new Digest
        {
            Title = title.Length > TitleLimit ? title[..TitleLimit] : title,
            Url = document.Url ?? (single ? null : DigestAddress.Of(document)),
            Published = published,
            Period = reading.Period ?? (single ? null : PeriodText.Read(title, year, told) ?? PeriodText.Read(Links.WithoutAddresses(reading.Introduction), null, told) ?? PeriodOfPath(published, path)),
            Language = told,
        };
    }

    /// <summary>The digest, in the usual language of its reviews where it does not tell its own.</summary>
    public static Digest WithLanguage(Digest digest, IReadOnlyList<Review> reviews) =>
        digest.Language is null ? digest with { Language = Usual(reviews) } : digest;

    private static Period? PeriodOfPath(DateOnly? published, string path) => published is null ? PeriodText.Find(path) : null;

    /// <summary>The folders and the name that a date may be written in: <c>2025/01/01</c>, <c>1-Apr-2025/IR/README</c>.</summary>
    private static string PathOf(string name)
    {
        var parts = name.Split('/', '\\');
        parts[^1] = NameOf(name);
        return string.Join('/', parts.TakeLast(4)).Replace('_', ' ');
    }

    /// <summary>File name without folders and extension.</summary>
    public static string NameOf(string name)
    {
        var file = FileOf(name);
        var stem = file.LastIndexOf('.') is > 0 and var dot ? file[..dot] : file;
        return stem.Length > 0 ? stem : "untitled";
    }

    /// <summary>Year of the digest, else the one that its path names: <c>2025/week-26/README.md</c>.</summary>
    public static int? YearOf(Digest digest, string name) => digest.Date?.Year ?? PeriodText.YearOf(PathOf(name));

    private static string FileOf(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string? FirstHeading(BlockDocument document) =>
        document.Blocks.FirstOrDefault(block => block is { Kind: BlockKind.Heading, Level: 1 })?.Text.Plain.Replace('\n', ' ') is { Length: > 0 } title ? title : null;

    private static string? Usual(IReadOnlyList<Review> reviews) =>
        reviews.Where(review => review.Language is not null).GroupBy(review => review.Language).MaxBy(group => group.Count())?.Key;
}
