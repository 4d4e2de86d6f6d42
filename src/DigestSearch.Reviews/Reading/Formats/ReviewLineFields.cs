using System.Globalization;
using System.Text.Json;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>The known fields of one JSON object; those of a wrong type are left out and named.</summary>
internal sealed class ReviewLineFields(JsonElement line)
{
    private const int ListLimit = 5_000;
    private readonly List<string> wrong = [];

    public IReadOnlyList<string> Wrong => wrong;

    public ReviewLine Read()
    {
        var (title, text, summary) = (Text("title"), Text("text"), Text("abstract"));
        return new ReviewLine
        {
            Id = Address("id"),
            Digest = Text("digest"), DigestId = Address("digestId"), DigestUrl = Text("digestUrl"), DigestPublished = Day("digestPublished"),
            DigestFrom = Text("digestFrom"), DigestTo = Text("digestTo"), DigestLanguage = Language("digestLanguage"),
            Ordinal = Number("ordinal", 1, int.MaxValue),
            Title = string.IsNullOrWhiteSpace(title) ? null : title.Trim(),
            Authors = List("authors", AuthorList.Split),
            Institutions = List("institutions", value => [value]),
            Labs = List("labs", value => [value]),
            Countries = List("countries", value => [value]),
            Year = Number("year", 1000, 2999),
            Venue = NullIfBlank(Text("venue")),
            Topics = Joined(List("topics", Commas), List("keywords", Commas)),
            Links = ReadLinks(),
            Ids = ReadIds(),
            Reviewer = NullIfBlank(Text("reviewer")), ReviewerName = NullIfBlank(Text("reviewerName")), Language = Language("language"),
            Html = NullIfBlank(Text("html")),
            Text = text is null ? summary : summary is null || text.Contains(summary, StringComparison.Ordinal) ? text : text + "\n" + summary,
        };
    }

    private string? Text(string name, bool numbers = false) => line.TryGetProperty(name, out var value) ? Text(value, name, numbers) : null;

    private string? Text(JsonElement value, string name, bool numbers = false)
    {
        if (value.ValueKind is JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.String && TryText(value, out var text)) return text;
        if (numbers && value.ValueKind is JsonValueKind.Number) return value.GetRawText();
        Tell(name);
        return null;
    }

    // An id stands in addresses, where such parts mean the folder itself and the one above it.
    private string? Address(string name)
    {
        if (Text(name, numbers: true) is not { } id) return null;
        if (!id.Split('/').Any(part => part is "." or "..")) return id;
        Tell(name);
        return null;
    }

    // Bytes that are no UTF-8 and halves of a character are found only when the text is asked for.
    private static bool TryText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private int? Number(string name, int least, int most)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var real) && real == Math.Floor(real) && real >= least && real <= most) return (int)real;
        if (value.ValueKind is JsonValueKind.String && TryText(value, out var text) && int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        Tell(name);
        return null;
    }

    private string? Language(string name)
    {
        if (NullIfBlank(Text(name)) is not { } text) return null;
        if (LanguageTag.Primary(text) is { } language) return language;
        Tell(name);
        return null;
    }

    private DateOnly? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Dates.Read(text) is { } day) return day;
        Tell(name);
        return null;
    }

    private List<string>? List(string name, Func<string, IEnumerable<string>> split)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.String) return Text(value, name) is { } joined ? [.. split(joined).Where(part => part.Length > 0).Take(ListLimit)] : null;
        if (value.ValueKind is not JsonValueKind.Array)
        {
            Tell(name);
            return null;
        }
        var list = new List<string>();
        foreach (var element in value.EnumerateArray().Take(ListLimit))
            if (Text(element, name)?.Trim() is { Length: > 0 } text) list.Add(text);
        return list;
    }

    private static IEnumerable<string> Commas(string value) => value.Split([',', ';']).Select(part => part.Trim());

    private static List<string>? Joined(List<string>? first, List<string>? second) =>
        first is null ? second : second is null ? first : [.. first, .. second.Except(first)];

    private List<ReviewLink>? ReadLinks()
    {
        var links = new List<ReviewLink>();
        if (line.TryGetProperty("links", out var given) && given.ValueKind is not JsonValueKind.Null)
        {
            if (given.ValueKind is JsonValueKind.Array)
                foreach (var element in given.EnumerateArray().Take(ListLimit)) links.AddRange(ReadLink(element) is { } link ? [link] : []);
            else Tell("links");
        }
        AddAddress(links, "url", LinkKind.Paper);
        AddAddress(links, "code", LinkKind.Code);
        return links.Count == 0 && given.ValueKind is not JsonValueKind.Array ? null : links;
    }

    private ReviewLink? ReadLink(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String) return Text(element, "links") is { } address ? Links.Make(address, address) : null;
        if (element.ValueKind is not JsonValueKind.Object)
        {
            Tell("links");
            return null;
        }
        var url = element.TryGetProperty("url", out var u) ? NullIfBlank(Text(u, "links")) : null;
        var label = (element.TryGetProperty("label", out var l) ? NullIfBlank(Text(l, "links")) : null) ?? url;
        var kind = element.TryGetProperty("kind", out var k) ? Text(k, "links") : null;
        if (label is null) return null;
        return new ReviewLink(kind is not null && LinkKind.All.Contains(kind) ? kind : LinkKinds.Of(label, url), label, url);
    }

    private void AddAddress(List<ReviewLink> links, string name, string kind)
    {
        if (NullIfBlank(Text(name)) is { } url && links.All(link => link.Url != url)) links.Add(new ReviewLink(kind, kind, url.Trim()));
    }

    private PaperIds? ReadIds()
    {
        string? arxiv = null, doi = null, openReview = null, acl = null;
        if (line.TryGetProperty("ids", out var ids) && ids.ValueKind is JsonValueKind.Object)
        {
            arxiv = ids.TryGetProperty("arxiv", out var a) ? Text(a, "ids") : null;
            doi = ids.TryGetProperty("doi", out var d) ? Text(d, "ids") : null;
            openReview = NullIfBlank(ids.TryGetProperty("openreview", out var o) ? Text(o, "ids") : null);
            acl = NullIfBlank(ids.TryGetProperty("acl", out var c) ? Text(c, "ids") : null);
        }
        else if (ids.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)) Tell("ids");
        doi = NullIfBlank(doi) ?? NullIfBlank(Text("doi"));
        var found = new PaperIds(NullIfBlank(arxiv), doi, openReview, acl);
        return found == PaperIds.None ? null : found;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private void Tell(string name)
    {
        if (!wrong.Contains(name)) wrong.Add(name);
    }
}
