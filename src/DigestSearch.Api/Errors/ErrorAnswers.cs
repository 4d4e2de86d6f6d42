using DigestSearch.Api.Discovery;
using DigestSearch.Api.Exports;
using DigestSearch.Api.Mcp;
using DigestSearch.Api.Pages;
using Microsoft.AspNetCore.Diagnostics;

namespace DigestSearch.Api.Errors;

/// <summary>Turns bare statuses and exceptions into problem details under <c>/api</c> and into pages elsewhere; nothing of an exception is told.</summary>
internal static class ErrorAnswers
{
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = context => AnswerAsync(context, StatusOf(context.Features.Get<IExceptionHandlerFeature>()?.Error)),
            SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(pages => AnswerAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    /// <summary>Whether an address belongs to programs rather than to people.</summary>
    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments(McpServer.Address)
        || path == DiscoveryRoutes.Suggestions || ExportRoutes.IsExport(path.Value ?? "");

    private static int StatusOf(Exception? exception) => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private static Task AnswerAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return (IsForPrograms(context.Request.Path) ? ApiProblem.OfStatus(status) : ErrorPage.OfStatus(context, status)).ExecuteAsync(context);
    }
}
