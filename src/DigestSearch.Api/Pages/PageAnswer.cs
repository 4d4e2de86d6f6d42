using System.Text;

namespace DigestSearch.Api.Pages;

/// <summary>A page as an answer.</summary>
internal sealed class PageAnswer(Html page, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(page.ToString());
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        return httpContext.Response.Body.WriteAsync(bytes).AsTask();
    }
}
