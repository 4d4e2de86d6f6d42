using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DigestSearch.Api.Exports;

/// <summary>JSON of exports; empty members are left out, letters of all scripts are as they are.</summary>
[JsonSerializable(typeof(CslItem))]
[JsonSerializable(typeof(FeedItem))]
[JsonSerializable(typeof(string))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    public static ExportJson Text { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
