using System.Globalization;
using DigestSearch.Search;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DigestSearch.Api.Search;

/// <summary>The entity tag of answers from the index: they change with its commits and with the program, with nothing else.</summary>
internal static class GenerationTag
{
    private static readonly string Program = typeof(GenerationTag).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..8];

    // Another program may answer otherwise from the same commit.
    private static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;

    /// <summary>Sets the tag on the answer, and when it changed last; whether the client holds that answer already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The index.</param>
    /// <param name="variant">What tells this answer from others at its address: a language.</param>
    /// <param name="dated">Whether a moment is told for a variant too: readers of feeds keep only that, and one language.</param>
    public static bool Matches(HttpContext context, IndexStatus status, string variant = "", bool dated = false)
    {
        if (!status.Ready) return false;
        if (Matches(context, status.Tag, variant)) return true;
        // A moment tells no languages apart, and gives way to a tag (RFC 9110, 13.1.3).
        if ((variant.Length > 0 && !dated) || status.Committed == default) return false;
        var changed = status.Committed > Started ? status.Committed : Started;
        context.Response.GetTypedHeaders().LastModified = changed;
        return context.Request.Headers.IfNoneMatch.Count == 0 && context.Request.GetTypedHeaders().IfModifiedSince >= changed.AddTicks(-(changed.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>The same for answers that change with something else than the index.</summary>
    public static bool Matches(HttpContext context, string state, string variant = "")
    {
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture,
            $"\"{state}-{Program}{variant}\""), isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = variant.Length > 0 };
        return context.Request.Headers.IfNoneMatch is { Count: > 0 } held && Holds(held, tag);
    }

    private static bool Holds(StringValues held, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(held, out var tags) && tags.Any(t => t == EntityTagHeaderValue.Any || t.Compare(tag, useStrongComparison: false));
}
