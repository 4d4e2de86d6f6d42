using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace DigestSearch.Api.Mcp;

/// <summary>Calls of tools: what is wrong with one is answered as the tool's error, in a sentence, and is no event for the log.</summary>
internal static class ToolCalls
{
    private const int LongestEcho = 60;

    /// <summary>Answers for the tool where its arguments are not those it takes, or where it says what is wrong.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Checked(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, cancellation) =>
    {
        if (request.MatchedPrimitive is not McpServerTool tool) return Wrong($"There is no tool '{Echo(request.Params?.Name ?? "")}'; tools/list gives those there are.");
        if (Mistake(tool.ProtocolTool.InputSchema, request.Params?.Arguments ?? new Dictionary<string, JsonElement>()) is { } mistake) return Wrong(mistake);
        try
        {
            return await next(request, cancellation);
        }
        catch (McpException exception)
        {
            return Wrong(exception.Message);
        }
    };

    // The schema is ours: strings and whole numbers at the top, some of them required.
    private static string? Mistake(JsonElement schema, IDictionary<string, JsonElement> arguments)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet(StringComparer.Ordinal) : [];
        var properties = schema.GetProperty("properties").EnumerateObject().ToList();
        if (arguments.Keys.FirstOrDefault(name => properties.TrueForAll(property => property.Name != name)) is { } unknown)
            return $"There is no argument '{Echo(unknown)}' here; the arguments are {string.Join(", ", properties.Select(property => property.Name))}.";
        foreach (var property in properties)
        {
            var whole = property.Value.GetProperty("type").ValueEquals("integer");
            if (!arguments.TryGetValue(property.Name, out var value))
            {
                if (required.Contains(property.Name)) return $"{property.Name}: it is missing; it must be {Form(whole)}.";
            }
            else if (whole ? value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out _) : value.ValueKind is not JsonValueKind.String) return $"{property.Name}: it must be {Form(whole)}.";
        }
        return null;
    }

    /// <summary>What a client sent, as an answer may repeat it.</summary>
    public static string Echo(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "…";

    private static string Form(bool whole) => whole ? "a whole number" : "a text";

    private static CallToolResult Wrong(string message) => new() { IsError = true, Content = [new TextContentBlock { Text = message }] };
}
