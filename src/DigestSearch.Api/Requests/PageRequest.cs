namespace DigestSearch.Api.Requests;

/// <summary>Which page of a list is wanted.</summary>
internal sealed record PageRequest(int Page = 1, int Size = 20)
{
    private const int MaxSize = 100;
    private const int MaxPage = 1_000_000;

    /// <summary>Items before the page.</summary>
    public int Skip => (Page - 1) * Size;

    public static QueryTable<PageRequest> Table { get; } = new(new PageRequest(),
    [
        new(new("page", $"a whole number from 1 to {MaxPage}", "Page of the list, from 1.") { Number = true },
            (request, text) => Numbers.Read(text, 1, MaxPage) is { } page ? request with { Page = page } : null),
        new(new("size", $"a whole number from 1 to {MaxSize}", "Items a page, 20 by default.") { Number = true },
            (request, text) => Numbers.Read(text, 1, MaxSize) is { } size ? request with { Size = size } : null),
    ]);

    public static QueryReading<PageRequest> Read(string? queryString) => Table.Read(queryString);
}
