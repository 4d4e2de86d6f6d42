using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Sinks.SystemConsole.Themes;

namespace DigestSearch;

/// <summary>The log: structured, on standard output, one line a request, colours only on a terminal.</summary>
internal static class Logging
{
    private const string Template = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const int LongestQuery = 200;

    private static readonly PathString[] Probes = ["/livez", "/readyz", "/metrics"];

    public static void Configure(LoggerConfiguration log, Settings settings)
    {
        log.MinimumLevel.Is(Enum.Parse<LogEventLevel>(settings.LogLevel))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .Filter.ByExcluding(happened => happened.Exception is { } exception && IsAddressRefused(exception)); // Told in a sentence instead.
        log.Enrich.With<OneLine>();
        // On a thread of its own: no request waits until its line is written, unless thousands wait already.
        log.WriteTo.Async(line =>
        {
            if (settings.LogAsJson) line.Console(new CompactJsonFormatter());
            else line.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, theme: Console.IsOutputRedirected ? ConsoleTheme.None : AnsiConsoleTheme.Literate);
        }, blockWhenFull: true);
    }

    /// <summary>Whether a server could not start since its address is taken, unknown here, or forbidden.</summary>
    public static bool IsAddressRefused(Exception exception) => exception is SocketException or IOException { InnerException: AddressInUseException or SocketException };

    // Keys travel in headers, which are never written; the query of a search is cut.
    public static void Requests(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {Query} {StatusCode} in {Elapsed:0.0} ms";
        options.GetLevel = (context, _, exception) =>
            exception is not null ? LogEventLevel.Error
            : Probes.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)) ? LogEventLevel.Debug // Asked every second, and 503 is an answer there.
            : context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : LogEventLevel.Information;
        options.EnrichDiagnosticContext = (diagnostics, context) =>
        {
            var query = context.Request.Query["q"].ToString();
            diagnostics.Set("Query", query.Length > LongestQuery ? query[..LongestQuery] : query);
        };
    }
}
