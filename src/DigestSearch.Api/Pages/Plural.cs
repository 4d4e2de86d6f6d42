namespace DigestSearch.Api.Pages;

/// <summary>Which form of a noun stands beside a number.</summary>
internal static class Plural
{
    /// <summary>Russian: 1 разбор, 2 разбора, 5 разборов.</summary>
    public static string Russian(int number, string one, string few, string many) => (Math.Abs(number % 100), Math.Abs(number % 10)) switch
    {
        ( >= 11 and <= 14, _) => many,
        (_, 1) => one,
        (_, >= 2 and <= 4) => few,
        _ => many,
    };

    /// <summary>English: 1 review, 2 reviews.</summary>
    public static string English(int number, string one, string many) => number == 1 ? one : many;
}
