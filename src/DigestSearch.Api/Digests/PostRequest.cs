using DigestSearch.Api.Requests;

namespace DigestSearch.Api.Digests;

/// <summary>Under which name a document is posted, and what is waited for.</summary>
internal sealed record PostRequest(string? Name = null, bool WaitSearchable = false)
{
    private const int MaxNameLength = 300;

    public static QueryTable<PostRequest> Table { get; } = new(new PostRequest(),
    [
        new(new("name", $"a name of up to {MaxNameLength} characters, such as 2020-02.md",
                "Name that the document is known by: posting again under it replaces the document. Without one its bytes are its name."),
            (request, text) => IsName(text) ? request with { Name = text } : null),
        new(new("wait", "the word searchable", "Answers once searches find the reviews, after ten seconds at most.") { Values = ["searchable"] },
            (request, text) => text == "searchable" ? request with { WaitSearchable = true } : null),
    ]);

    public static QueryReading<PostRequest> Read(string? queryString) => Table.Read(queryString);

    private static bool IsName(string text) => text.Length <= MaxNameLength && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
}
