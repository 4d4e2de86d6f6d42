using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DigestSearch.Worker.Sources;

/// <summary>Connects to the very address that was found to be public, so that no name can mean another machine a moment later.</summary>
internal static class FeedConnection
{
    /// <summary>A handler that leaves redirects, packing and proxies alone.</summary>
    public static SocketsHttpHandler Handler(Func<IPEndPoint, bool> allows) => new()
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allows, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, Func<IPEndPoint, bool> allows, CancellationToken cancellation)
    {
        var found = IPAddress.TryParse(end.Host, out var written) ? [written] : await Dns.GetHostAddressesAsync(end.Host, cancellation).ConfigureAwait(false);
        var allowed = found.Select(address => new IPEndPoint(address, end.Port)).Where(allows).ToList();
        if (allowed.Count == 0 && found.Length > 0) throw new PrivateAddressException(end);
        SocketException? failure = null;
        foreach (var point in allowed)
        {
            var socket = new Socket(point.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(point, cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                if (exception is not SocketException refused) throw;
                failure = refused;
            }
        }
        throw failure ?? new SocketException((int)SocketError.HostNotFound);
    }
}

/// <summary>A host is none that anybody may ask.</summary>
internal sealed class PrivateAddressException(DnsEndPoint end) : Exception(string.Create(CultureInfo.InvariantCulture, $"{end.Host}, port {end.Port}, is no public address of the web."));
