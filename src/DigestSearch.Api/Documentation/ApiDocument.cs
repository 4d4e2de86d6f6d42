using DigestSearch.Api.Keys;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace DigestSearch.Api.Documentation;

/// <summary><c>/openapi/v1.json</c> and the reference page at <c>/docs</c>.</summary>
internal static class ApiDocument
{
    private const string Key = "adminKey";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "DigestSearch", Version = "v1",
                Description = "Faceted full-text search over an archive of reviews of scientific papers. Reading needs no key. Errors are problem details (RFC 9457).",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An admin key." };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AdminKeyNeeded>().Any())
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/v1.json");
        app.MapScalarApiReference("/docs", options => options
            .WithTitle("DigestSearch API").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideDeveloperTools());
    }
}
