using DigestSearch.Api.Requests;
using DigestSearch.Api.Search;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace DigestSearch.Api.Pages;

/// <summary>Addresses of the pages themselves.</summary>
internal static class PageAddress
{
    private static readonly HashSet<string> Asked = [.. SearchRequest.Table.Notes.Select(note => note.Name)];

    /// <summary>Path and query as asked for, without the choice of language.</summary>
    public static string Of(HttpRequest request)
    {
        var rest = new QueryBuilder(new QueryStringEnumerable(request.QueryString.Value).ToPairs().Where(p => p.Key != PageLanguage.Name));
        return request.Path.ToUriComponent() + rest.ToQueryString().ToUriComponent();
    }

    /// <summary>The address without what others hang on to it: the path, and of a search what it asks.</summary>
    public static string Canonical(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        if (at < 0 || address.AsSpan(0, at) is not "/search") return at < 0 ? address : address[..at];
        return address[..at] + new QueryBuilder(new QueryStringEnumerable(address[at..]).ToPairs().Where(pair => Asked.Contains(pair.Key))).ToQueryString().ToUriComponent();
    }

    /// <summary>Scheme and host under which the reader knows the site.</summary>
    public static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    /// <summary>The same address in a chosen language.</summary>
    public static string In(string address, Texts language) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PageLanguage.Name}={language.Code}";

    /// <summary>An address of the outside world that may be linked to; null for one that a browser might run.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto") ? uri.AbsoluteUri : null;
}
