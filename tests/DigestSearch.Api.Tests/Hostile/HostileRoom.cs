using System.Text.Json;
using DigestSearch.Api.Tests.Room;
using DigestSearch.Api.Tests.Support;

namespace DigestSearch.Api.Tests.Hostile;

/// <summary>A room whose reviews try to run something in every field, and what they try.</summary>
public sealed class HostileRoom : IAsyncLifetime
{
    private static readonly string[] Markup =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe src=javascript:alert(1)></iframe>", "<body onload=alert(1)>", "<a href=javascript:alert(1)>x</a>",
        "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<math><mtext><style><img src=x onerror=alert(1)>", "<mark onclick=alert(1)>x</mark>", "<object data=javascript:alert(1)>",
        "<embed src=javascript:alert(1)>", "<base href=//evil.example>", "<form action=javascript:alert(1)><button>x", "<input autofocus onfocus=alert(1)>", "<marquee onstart=alert(1)>", "<link rel=stylesheet href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=javascript:alert(1)>", "<style>@import '//evil.example'</style>", "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<scr\u0000ipt>alert(1)</scr\u0000ipt>", "<digest-search><img src=x onerror=alert(1)></digest-search>",
    ];

    private static readonly Func<string, string>[] Settings = [markup => markup, markup => "\">" + markup, markup => "</title></script>'-->" + markup, markup => "&lt;mark&gt;" + markup + "\u2028${alert(1)}{{7*7}}"];

    private static readonly string[] Targets =
        ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:alert(1)", "https://example.org/\"onmouseover=alert(1)//", "//evil.example/<script>"];

    private readonly TempFolder folder = new();

    /// <summary>A hundred texts.</summary>
    public static IReadOnlyList<string> Payloads { get; } = [.. Settings.SelectMany(setting => Markup.Select(setting))];

    public ReadingRoom Room { get; private set; } = null!;

    /// <summary>The origin that may read the room.</summary>
    public string Origin { get; set; } = "";

    public async Task OpenAsync()
    {
        var lines = Payloads.Select((payload, at) => JsonSerializer.Serialize(new
        {
            id = $"x{at}", digest = payload, ordinal = at, title = payload, authors = new[] { payload, "Ann " + payload }, institutions = new[] { payload }, labs = new[] { "Lab " + payload }, year = 2000 + (at % 20), venue = payload,
            topics = new[] { "Topic " + payload }, reviewer = payload, reviewerName = payload, text = $"# {payload}\n\n[{payload}]({Targets[at % Targets.Length]}) payload {payload}\n\n> {payload}",
            links = Targets.Select(target => new { kind = "paper", label = payload, url = target }),
        }));
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "hostile.jsonl"), lines);
        Room = await ReadingRoom.OpenAsync([folder.Path], settings => settings with { CorsOrigins = Origin.Length > 0 ? [Origin] : [] });
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Room is not null) await Room.DisposeAsync();
        folder.Dispose();
    }
}
