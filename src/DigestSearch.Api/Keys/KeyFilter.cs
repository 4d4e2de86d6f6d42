namespace DigestSearch.Api.Keys;

/// <summary>Guards endpoints that write.</summary>
internal static class KeyFilter
{
    public static RouteHandlerBuilder NeedsAdminKey(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(async (invocation, next) =>
            invocation.HttpContext.RequestServices.GetRequiredService<WriteAccess>().Refuse(invocation.HttpContext) ?? await next(invocation))
        .WithMetadata(new AdminKeyNeeded())
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
}

/// <summary>Tells the documentation that an endpoint needs a key.</summary>
internal sealed record AdminKeyNeeded;
