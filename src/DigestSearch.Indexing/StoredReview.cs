using System.Text.Json.Serialization;
using DigestSearch.Reviews;

namespace DigestSearch.Indexing;

/// <summary>A review as the index keeps it for its answers.</summary>
public sealed record StoredReview(Review Review, string DigestId, Digest Digest);

/// <summary>JSON of stored reviews; empty members are left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredReview))]
public sealed partial class StoredReviewJson : JsonSerializerContext;
