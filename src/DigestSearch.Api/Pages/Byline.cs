using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>Who, where, when on one quiet line.</summary>
internal static class Byline
{
    private const int MostNames = 4;
    private const int NamesOfMany = 3;
    private const int MostPlaces = 3;

    /// <summary>The line; empty where nothing is known.</summary>
    public static Html Of(PageSetting setting, Review review)
    {
        var line = Html.Join([Html.Join([Names(setting, review.Authors), Places(setting, review), Venue(review)], "\u00a0· "), Year(review)], "\u00a0·\u00a0");
        return line.IsEmpty ? Html.None : (Html)$"<p class=\"by\">{line}</p>";
    }

    private static Html Names(PageSetting setting, IReadOnlyList<string> authors)
    {
        var shown = authors.Count <= MostNames ? authors.Count : NamesOfMany;
        var names = Html.Join(authors.Take(shown).Select((a, at) => at == 0 ? (Html)$"<b><bdi>{a}</bdi></b>" : $"<bdi>{a}</bdi>"), ", ");
        return shown == authors.Count ? names : $"{names} {setting.Texts.MoreNames(authors.Count - shown)}";
    }

    private static Html Places(PageSetting setting, Review review)
    {
        var places = review.Institutions.Count > 0 ? review.Institutions : [.. review.Labs.Select(LabelPath.Leaf)];
        var shown = places.Count <= MostPlaces ? places.Count : MostPlaces - 1;
        var names = Html.Join(places.Take(shown).Select(p => (Html)$"<bdi>{p}</bdi>"), ", ");
        return shown == places.Count ? names : $"{names} {setting.Texts.MoreNames(places.Count - shown)}";
    }

    private static Html Venue(Review review) =>
        review.Venue is { } venue ? $"<a class=\"plain\" href=\"{Choices.Address(Dimension.Venue, venue)}\">{venue}</a>" : Html.None;

    private static Html Year(Review review) => review.Year is { } year ? $"<b>{year}</b>" : Html.None;
}
