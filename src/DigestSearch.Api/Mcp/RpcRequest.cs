using System.Text.Json;
using System.Text.Json.Nodes;
using DigestSearch.Api.Errors;

namespace DigestSearch.Api.Mcp;

/// <summary>Looks at a request of JSON-RPC 2.0 before the protocol does, for which a wrong form is a failure of the server rather than a mistake of the client.</summary>
internal static class RpcRequest
{
    private const int InvalidParams = -32602;

    private static readonly (string Method, (string Path, JsonValueKind Kind, bool Required)[] Members)[] Forms =
    [
        ("initialize", [("protocolVersion", JsonValueKind.String, true), ("capabilities", JsonValueKind.Object, true), ("clientInfo", JsonValueKind.Object, true), ("clientInfo.name", JsonValueKind.String, true), ("clientInfo.version", JsonValueKind.String, true)]),
        ("tools/call", [("name", JsonValueKind.String, true), ("arguments", JsonValueKind.Object, false)]),
    ];

    /// <summary>The answer to a request that is wrong; null for one that is right, whose body can be read again.</summary>
    public static async Task<IResult?> RefusalAsync(HttpContext context, int maxBytes)
    {
        context.Request.EnableBuffering(maxBytes);
        try
        {
            using var request = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            context.Request.Body.Position = 0;
            return Mistake(request.RootElement) is { } mistake ? Refused(request.RootElement, mistake) : null;
        }
        catch (JsonException)
        {
            context.Request.Body.Position = 0;
            return null; // The protocol has an answer for it.
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiProblem.Of(exception.StatusCode, "The request is too large.", $"A request to {McpServer.Address} has at most {maxBytes / 1024} KB.");
        }
    }

    private static string? Mistake(JsonElement request)
    {
        if (request.ValueKind is not JsonValueKind.Object || !request.TryGetProperty("method", out var method) || method.ValueKind is not JsonValueKind.String || !request.TryGetProperty("id", out _)) return null;
        if (!IsText(request)) return "A string of the request holds half a character (a surrogate without its pair).";
        if (request.TryGetProperty("params", out var given) && given.ValueKind is not JsonValueKind.Object) return "params: it must be an object.";
        foreach (var (path, kind, required) in Forms.FirstOrDefault(form => method.ValueEquals(form.Method)).Members ?? [])
            if (Find(given, path) is not { ValueKind: not JsonValueKind.Undefined } member)
            {
                if (required) return $"params.{path}: it is missing; it must be {Word(kind)}.";
            }
            else if (member.ValueKind != kind) return $"params.{path}: it must be {Word(kind)}.";
        return null;
    }

    private static string Word(JsonValueKind kind) => kind is JsonValueKind.Object ? "an object" : "a text";

    private static JsonElement Find(JsonElement within, string path)
    {
        foreach (var name in path.Split('.'))
            if (within.ValueKind is not JsonValueKind.Object || !within.TryGetProperty(name, out within)) return default;
        return within;
    }

    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsText(member.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static IResult Refused(JsonElement request, string message)
    {
        var id = request.GetProperty("id");
        return TypedResults.Text(new JsonObject
        {
            ["jsonrpc"] = "2.0", ["id"] = id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? JsonNode.Parse(id.GetRawText()) : null,
            ["error"] = new JsonObject { ["code"] = InvalidParams, ["message"] = message },
        }.ToJsonString(), "application/json");
    }
}
