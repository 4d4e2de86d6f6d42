using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DigestSearch.Api.Discovery;

/// <summary>JSON of suggestions to browsers; letters of all scripts are as they are.</summary>
[JsonSerializable(typeof(object[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class DiscoveryJson : JsonSerializerContext
{
    public static DiscoveryJson Text { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
