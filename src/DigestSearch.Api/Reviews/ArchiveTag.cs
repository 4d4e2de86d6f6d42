using System.Globalization;
using DigestSearch.Api.Search;
using DigestSearch.Archive;

namespace DigestSearch.Api.Reviews;

/// <summary>The entity tag of answers from the archive: they change with its reviews and with the program, with nothing else.</summary>
internal static class ArchiveTag
{
    /// <summary>Sets the tag on the answer, to be called before the archive is asked; whether the client holds that answer already.</summary>
    public static bool Matches(HttpContext context, ReviewArchive archive) =>
        GenerationTag.Matches(context, string.Create(CultureInfo.InvariantCulture, $"{archive.Identity[..8]}-{archive.Version}"));

    /// <summary>Takes the tag back where there is nothing to answer.</summary>
    public static void Remove(HttpContext context)
    {
        context.Response.Headers.Remove("ETag");
        context.Response.Headers.CacheControl = default;
    }
}
