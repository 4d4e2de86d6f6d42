using DigestSearch.Api.Pages;
using DigestSearch.Api.Reviews;
using DigestSearch.Api.Tests.Room;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>Addresses of all pages and states, by name.</summary>
internal static class ShownPages
{
    public static IReadOnlyDictionary<string, Func<EdgeRoom, string>> All { get; } = new Dictionary<string, Func<EdgeRoom, string>>
    {
        ["home"] = _ => "/",
        ["all"] = _ => "/search",
        ["chosen"] = _ => "/search?q=learning%20network&lab=Google&lab=Microsoft&year=2015..2020",
        ["edges"] = _ => "/search?reviewer=edge-desk",
        ["wide"] = _ => "/search?q=bert&facetSize=100&page=1&explain=true",
        ["none"] = _ => "/search?q=side-tuning%20zebrafish&lab=Google&has=code",
        ["repaired"] = _ => "/search?q=transfomer",
        ["review"] = edge => edge.Room.Archive.FindDigest(Digest(edge))!.Reviews[0] is var review ? ReviewAddress.Page(review.Id!) : "",
        ["forty"] = _ => "/reviews/edge/forty%20authors",
        ["long"] = _ => "/reviews/edge/long",
        ["empty"] = _ => ReviewAddress.Page("edge/пусто %2F?#&"),
        ["rtl"] = _ => "/reviews/edge/rtl",
        ["body"] = edge => ReviewAddress.Page(edge.Room.Archive.FindDigest(edge.Room.Archive.Digests(0, 100).First(d => d.Name == "body.md").Id)!.Reviews[0].Id!),
        ["digest"] = edge => "/digests/" + Digest(edge),
        ["problems"] = edge => "/digests/" + edge.Room.Archive.Digests(0, 100).First(d => d.Problems > 0).Id,
        ["lab"] = _ => "/labs/Google",
        ["author"] = _ => "/authors/Kaiming%20He",
        ["topic"] = _ => "/topics/Computer%20Vision",
        ["paper"] = edge => PaperPage.Address(edge.Room.Archive.FindReviewWithPaper(edge.Room.Archive.FindDigest(Digest(edge))!.Reviews[0].Id!)!.Paper.Id),
        ["labs"] = _ => "/labs",
        ["authors"] = _ => "/authors?prefix=k",
        ["topics"] = _ => "/topics",
        ["digests"] = _ => "/digests",
        ["beyond"] = _ => "/search?q=bert&page=90",
        ["about"] = _ => "/about",
        ["embed"] = _ => "/embed",
        ["queries"] = _ => "/admin/queries",
        ["missing"] = _ => "/no/where",
        ["mistake"] = _ => "/search?year=long%20ago",
    };

    private static string Digest(EdgeRoom edge) => edge.Room.Archive.Digests(0, 100).First(d => d.Name == "2020-january-february.md").Id;
}
