using System.Globalization;
using System.Net.Mime;

namespace DigestSearch.Api.Exports;

/// <summary>An export as an answer, written review by review.</summary>
/// <param name="format">Its form.</param>
/// <param name="export">What it holds.</param>
/// <param name="held">What is given back when it was written.</param>
internal sealed class ExportAnswer(ExportFormat format, Export export, IDisposable? held) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (held)
        {
            var response = httpContext.Response;
            response.ContentType = format.MediaType + "; charset=utf-8";
            response.Headers["X-Total-Count"] = export.Total.ToString(CultureInfo.InvariantCulture);
            if (format.IsSaved) response.Headers.ContentDisposition = new ContentDisposition { FileName = export.FileName + format.Extension }.ToString();
            if (HttpMethods.IsHead(httpContext.Request.Method)) return;
            foreach (var piece in format.Write(export)) await response.WriteAsync(piece, httpContext.RequestAborted);
        }
    }
}
