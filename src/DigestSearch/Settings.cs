using System.Net;
using System.Text.Json;
using DigestSearch.Api;
using DigestSearch.Worker.Sources;

namespace DigestSearch;

/// <summary>What appsettings.json, the environment (<c>DIGESTSEARCH__SECTION__NAME</c>) and the command line say, checked as a whole.</summary>
internal sealed record Settings
{
    private const string StarterData = "index/data";
    private const string StarterSource = "index/digests";

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(7);

    /// <summary>Full path of the data folder.</summary>
    public required string Data { get; init; }

    /// <summary>Full paths of followed folders or files, and addresses of feeds.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required FeedSettings Feeds { get; init; }

    /// <summary>Addresses to listen on.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    public required ApiSettings Api { get; init; }

    public required string LogLevel { get; init; }

    public required bool LogAsJson { get; init; }

    /// <summary>Reads the settings for a verb; what the command line gives goes first.</summary>
    /// <param name="data">Data folder.</param>
    /// <param name="sources">Sources, each of which must exist.</param>
    /// <param name="urls">Addresses joined by semicolons.</param>
    /// <param name="starts">Whether the verb follows sources.</param>
    /// <returns>Settings without a mistake.</returns>
    /// <exception cref="SettingsException">Something is wrong; the message names every mistake.</exception>
    public static Settings Read(string? data = null, IReadOnlyList<string>? sources = null, string? urls = null, bool starts = false)
    {
        var configuration = Configuration();
        var mistakes = new List<string>();
        UnknownNames(configuration, mistakes);
        var configuredData = data ?? configuration["Data"];
        var configuredSources = sources is { Count: > 0 } ? sources : List(configuration, "Sources");
        // The starter archive is for whoever says nothing at all: it must not slip into somebody's own data.
        if (string.IsNullOrEmpty(configuredData) && configuredSources.Count == 0)
        {
            configuredSources = [StarterSource];
            if (starts && !Directory.Exists(StarterSource))
                mistakes.Add($"There is no starter archive {StarterSource} in {Environment.CurrentDirectory}. Start in the project's folder, or give --data and --source.");
        }
        var folder = Path.GetFullPath(string.IsNullOrEmpty(configuredData) ? StarterData : configuredData);
        CheckSources(sources is { Count: > 0 } ? sources : [], configuredSources, mistakes);
        var addresses = Addresses(urls ?? configuration["Urls"], mistakes);
        if (configuration["Archive"] is { Length: > 0 } archive)
            mistakes.Add($"Archive is '{archive}', but only the SQLite archive in the data folder exists; leave Archive empty.");
        if (configuration["Log:Format"] is not (null or "" or "text" or "json"))
            mistakes.Add($"Log:Format is '{configuration["Log:Format"]}'; it must be text or json.");
        if (configuration["Log:Level"] is { Length: > 0 } level && !Enum.GetNames<Serilog.Events.LogEventLevel>().Contains(level, StringComparer.Ordinal))
            mistakes.Add($"Log:Level is '{level}'; it must be one of {string.Join(", ", Enum.GetNames<Serilog.Events.LogEventLevel>())}.");
        var loopback = addresses.All(IsLoopback);
        var proxies = List(configuration, "TrustedProxies");
        var api = new ApiSettings
        {
            DataFolder = folder, AdminKeys = List(configuration, "AdminKeys"), CorsOrigins = List(configuration, "Cors:Origins"),
            Name = configuration["Name"]?.Trim() ?? "", PublicUrl = configuration["PublicUrl"]?.TrimEnd('/') ?? "", TrustedProxies = proxies,
            // On loopback every request has the same address, a reader's own or a proxy's, unless the proxy is believed: there is nothing to tell apart.
            RequestsPerSecond = Number(configuration, "Limits:RequestsPerSecond", loopback && proxies.Count == 0 ? 0 : ApiSettings.DefaultRequestsPerSecond, mistakes), Loopback = loopback,
        };
        mistakes.AddRange(api.Mistakes());
        var feeds = Feeding(configuration, mistakes);
        if (mistakes.Count > 0) throw new SettingsException(mistakes);
        return new Settings
        {
            Data = folder, Sources = [.. configuredSources.Select(source => FeedAddress.Is(source) ? FeedAddress.Of(source).AbsoluteUri : Path.GetFullPath(source)).Distinct(StringComparer.Ordinal)],
            Feeds = feeds, Urls = addresses, Api = api,
            LogLevel = configuration["Log:Level"] is { Length: > 0 } named ? named : "Information", LogAsJson = configuration["Log:Format"] is "json",
        };
    }

    private static IConfigurationRoot Configuration()
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
                .AddEnvironmentVariables("DIGESTSEARCH__")
                .Build();
        }
        catch (InvalidDataException exception)
        {
            var place = exception.GetBaseException() is JsonException { LineNumber: { } line } mistake ? $" Line {line + 1}: {mistake.Message.Split(" LineNumber:")[0]}" : "";
            throw new SettingsException([$"{exception.Message}{place} Write it as JSON."]);
        }
    }

    private static readonly string[] Names = ["Data", "Sources", "Urls", "AdminKeys", "Archive", "Cors:Origins", "Feeds:AllowPrivate", "Feeds:Interval", "Limits:RequestsPerSecond", "Log:Level", "Log:Format", "Name", "PublicUrl", "TrustedProxies"];

    // A name is known with all that is below a list of it: AdminKeys:0.
    private static void UnknownNames(IConfigurationRoot configuration, List<string> mistakes) => mistakes.AddRange(
        configuration.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key)
            .Where(key => !Names.Any(name => key.Equals(name, StringComparison.OrdinalIgnoreCase) || key.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal).Select(key => $"{key} is no setting; the settings are {string.Join(", ", Names)}."));

    // A list is written as an array, or in an environment variable joined by semicolons.
    private static IReadOnlyList<string> List(IConfiguration configuration, string name)
    {
        var section = configuration.GetSection(name);
        var values = section.Value is { Length: > 0 } joined ? joined.Split(';') : [.. section.GetChildren().Select(child => child.Value ?? "")];
        return [.. values.Select(value => value.Trim()).Where(value => value.Length > 0)];
    }

    private static double Number(IConfiguration configuration, string name, double otherwise, List<string> mistakes)
    {
        if (configuration[name] is not { Length: > 0 } text) return otherwise;
        if (double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)) return number;
        mistakes.Add($"{name} is '{text}', which is no number.");
        return otherwise;
    }

    private static void CheckSources(IReadOnlyList<string> given, IReadOnlyList<string> all, List<string> mistakes)
    {
        mistakes.AddRange(all.Where(FeedAddress.Is).Select(FeedAddress.Mistake).OfType<string>());
        // A configured folder may be away for a while and is told then; what was just typed and is not there is a typing error.
        foreach (var source in given.Where(source => !FeedAddress.Is(source) && !Path.Exists(source)))
            mistakes.Add($"The source {source} does not exist; give a folder or a file that does.");
    }

    private static FeedSettings Feeding(IConfiguration configuration, List<string> mistakes)
    {
        var (allow, every) = (configuration["Feeds:AllowPrivate"] ?? "", configuration["Feeds:Interval"] ?? "");
        if (!bool.TryParse(allow, out var allowed) && allow.Length > 0) mistakes.Add($"Feeds:AllowPrivate is '{allow}'; it must be true or false.");
        var interval = FeedSettings.DefaultInterval;
        // A number alone would be taken for days.
        if (every.Length > 0 && (!every.Contains(':') || !TimeSpan.TryParse(every, System.Globalization.CultureInfo.InvariantCulture, out interval) || interval < ShortestInterval || interval > LongestInterval))
            mistakes.Add($"Feeds:Interval is '{every}'; it must be a time from 00:00:01 to 7.00:00:00, such as 00:15:00 for a quarter of an hour.");
        return new FeedSettings { AllowPrivate = allowed, Interval = interval };
    }

    private static string[] Addresses(string? urls, List<string> mistakes)
    {
        var addresses = (urls is { Length: > 0 } ? urls : "http://127.0.0.1:5080").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var address in addresses)
            if (address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                mistakes.Add($"Urls holds '{address}', but this server speaks plain http; let a proxy in front of it speak https.");
            else if (!Uri.TryCreate(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not "http" || uri.PathAndQuery.Length > 1)
                mistakes.Add($"Urls holds '{address}', which is no address to listen on; write it like http://127.0.0.1:5080.");
        return addresses;
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));
}

/// <summary>The settings cannot be used.</summary>
internal sealed class SettingsException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes));
