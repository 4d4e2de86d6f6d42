using System.Globalization;
using Microsoft.Playwright;

namespace DigestSearch.Api.Tests.Browser;

/// <summary>A page as a reader uses it.</summary>
internal static class ReadingPage
{
    /// <summary>The number of hits that the page tells; 0 where it says that there are none.</summary>
    public static async Task<int> TotalAsync(this IPage page) => Number(await page.Locator(".total").InnerTextAsync());

    /// <summary>The row of a label in the column of filters.</summary>
    public static ILocator Row(this IPage page, string label) =>
        page.Locator(".facets .row").Filter(new() { Has = page.Locator($".l bdi:text-is(\"{label}\")") });

    /// <summary>The count beside a label.</summary>
    public static async Task<int> HitsBesideAsync(this ILocator row) => Number(await row.Locator(".n").InnerTextAsync());

    public static async Task<string[]> HitsAsync(this IPage page)
    {
        // Unlike a single element, all of them are not waited for: the page has them when it has what follows them.
        await page.Locator("footer.end").WaitForAsync();
        return [.. await page.Locator(".hit h3").AllInnerTextsAsync()];
    }

    public static int Number(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
