using System.Text.Json;

namespace DigestSearch.Api.Tests.Room;

/// <summary>Answers of the API, taken apart.</summary>
internal static class Answers
{
    private static readonly string[] Dimensions = ["year", "lab", "topic", "author", "reviewer", "venue", "language", "digest", "has"];

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {text}");
        return Read(text);
    }

    public static Task<JsonElement> SearchAsync(this HttpClient client, string query) => client.JsonAsync("/api/v1/search?" + query);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => Read(await response.Content.ReadAsStringAsync());

    public static int Total(this JsonElement answer) => answer.GetProperty("total").GetInt32();

    public static string[] Ids(this JsonElement answer) => [.. answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("id").GetString()!)];

    public static string[] Titles(this JsonElement answer) => [.. answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("title").GetString()!)];

    /// <summary>All labels of all dimensions, children after their parents.</summary>
    public static IEnumerable<(string Dimension, string Value, int Count, bool Selected)> Labels(this JsonElement answer) =>
        from dimension in Dimensions
        where answer.GetProperty("facets").TryGetProperty(dimension, out _)
        from label in Flat(answer.GetProperty("facets").GetProperty(dimension))
        select (dimension, label.GetProperty("value").GetString()!, label.GetProperty("count").GetInt32(), label.GetProperty("selected").GetBoolean());

    private static IEnumerable<JsonElement> Flat(JsonElement labels) => labels.EnumerateArray().SelectMany(l =>
        l.TryGetProperty("children", out var children) ? Flat(children).Prepend(l) : [l]);

    private static JsonElement Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
