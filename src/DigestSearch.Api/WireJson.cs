using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DigestSearch.Api.Digests;
using DigestSearch.Api.Papers;
using DigestSearch.Api.Problems;
using DigestSearch.Api.Queries;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Search;
using DigestSearch.Api.Suggest;

namespace DigestSearch.Api;

/// <summary>JSON of the API: camel case; letters of all scripts as they are, what HTML takes for markup escaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(FacetAnswer))]
[JsonSerializable(typeof(ReviewAnswer))]
[JsonSerializable(typeof(SimilarAnswer))]
[JsonSerializable(typeof(PaperAnswer))]
[JsonSerializable(typeof(IReadOnlyList<HardQuery>))]
[JsonSerializable(typeof(DigestList))]
[JsonSerializable(typeof(DigestAnswer))]
[JsonSerializable(typeof(PostAnswer))]
[JsonSerializable(typeof(ProblemList))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Makes the serializer of all answers this one.</summary>
    public static void Set(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.MaxDepth = 32;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
