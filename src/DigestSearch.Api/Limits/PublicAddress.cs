using Microsoft.AspNetCore.HttpOverrides;

namespace DigestSearch.Api.Limits;

/// <summary>Gives each request the address that its reader knows: as a trusted proxy tells it, or as the settings do.</summary>
internal static class PublicAddress
{
    public static void UsePublicAddress(this IApplicationBuilder app, ApiSettings settings)
    {
        if (settings.TrustedProxies.Count > 0) app.UseForwardedHeaders(Trusting(settings.TrustedProxies));
        if (settings.PublicUrl.Length == 0)
        {
            app.Use((context, next) => IsNamed(context) ? next(context) : RefuseAsync(context));
            return;
        }
        var site = new Uri(settings.PublicUrl);
        var host = new HostString(site.Authority);
        app.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (site.Scheme, host);
            return next(context);
        });
    }

    // Every address that is told in an answer begins with the host of its request.
    private static bool IsNamed(HttpContext context)
    {
        try
        {
            return context.Request.Host.HasValue || !HttpProtocol.IsHttp11(context.Request.Protocol);
        }
        catch (ArgumentException)
        {
            return false; // A name in Punycode that stands for nothing.
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("The header Host names no host. Send the name under which this server is reached.\n", context.RequestAborted);
    }

    // Every proxy on the way has to be trusted: the first that is not is the client.
    private static ForwardedHeadersOptions Trusting(IReadOnlyList<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Select(ApiSettings.Network).OfType<System.Net.IPNetwork>()) options.KnownIPNetworks.Add(network);
        return options;
    }
}
