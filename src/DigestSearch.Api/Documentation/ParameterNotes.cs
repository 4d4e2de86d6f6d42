using System.Text.Json.Nodes;
using DigestSearch.Api.Requests;
using Microsoft.OpenApi;

namespace DigestSearch.Api.Documentation;

/// <summary>Documents the parameters that handlers read for themselves.</summary>
internal static class ParameterNotes
{
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, IReadOnlyList<ParameterNote> notes) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (var note in notes) operation.Parameters.Add(Describe(note));
            return Task.CompletedTask;
        });

    private static OpenApiParameter Describe(ParameterNote note) => new()
    {
        Name = note.Name, In = ParameterLocation.Query, Required = false, Explode = note.Repeats,
        Description = $"{note.Meaning} It takes {note.Form}.",
        Schema = note.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(note) } : SchemaOf(note),
    };

    private static OpenApiSchema SchemaOf(ParameterNote note) => new()
    {
        Type = note.Number ? JsonSchemaType.Integer : JsonSchemaType.String,
        Enum = note.Values.Count > 0 ? [.. note.Values.Select(v => (JsonNode)JsonValue.Create(v))] : null,
    };
}
