using DigestSearch.Api.Search;
using DigestSearch.Reviews;
using DigestSearch.Search;

namespace DigestSearch.Api.Pages;

/// <summary>One thing the reader chose: a label of a dimension, or years.</summary>
internal sealed record Choice(Dimension Dimension, string Value);

/// <summary>Queries that a click away from another query lie: one choice more, less, or instead. They begin at the first page.</summary>
internal static class Choices
{
    /// <summary>All choices of a query.</summary>
    public static IEnumerable<Choice> In(ReviewQuery query) =>
        query.Years.Select(y => new Choice(Dimension.Year, y.ToString()))
            .Concat(query.Selections.OrderBy(s => s.Key).SelectMany(s => s.Value.Select(v => new Choice(s.Key, v))));

    /// <summary>Whether anything is chosen in a dimension.</summary>
    public static bool Any(ReviewQuery query, Dimension dimension) => In(query).Any(c => c.Dimension == dimension);

    /// <summary>Whether a choice lies within another one: a child of a chosen lab or topic.</summary>
    public static bool Covers(ReviewQuery query, Choice choice) => choice.Dimension is Dimension.Lab or Dimension.Topic
        && LabelPath.SelfAndAncestors(choice.Value).Any(path => Of(query, choice.Dimension).Contains(path));

    /// <summary>This choice alone in its dimension: exactly as many as its count says.</summary>
    public static ReviewQuery Only(ReviewQuery query, Choice choice) => Set(query, choice.Dimension, [choice.Value]);

    /// <summary>This choice beside the others of its dimension.</summary>
    public static ReviewQuery Also(ReviewQuery query, Choice choice) =>
        Set(query, choice.Dimension, [.. Of(query, choice.Dimension).Where(v => v != choice.Value), choice.Value]);

    /// <summary>Everything but this choice.</summary>
    public static ReviewQuery Without(ReviewQuery query, Choice choice) =>
        Set(query, choice.Dimension, [.. Of(query, choice.Dimension).Where(v => v != choice.Value)]);

    /// <summary>Nothing chosen.</summary>
    public static ReviewQuery None(ReviewQuery query) => query with { Years = [], Selections = Blank.Selections, Page = 1 };

    /// <summary>Only the choice, no words.</summary>
    public static string Address(Dimension dimension, string value) => SearchAddress.Page(Only(Blank, new(dimension, value)));

    private static readonly ReviewQuery Blank = new();

    private static IEnumerable<string> Of(ReviewQuery query, Dimension dimension) => In(query).Where(c => c.Dimension == dimension).Select(c => c.Value);

    private static ReviewQuery Set(ReviewQuery query, Dimension dimension, IReadOnlyList<string> values)
    {
        if (dimension is Dimension.Year)
            return query with { Page = 1, Years = [.. values.Select(YearRange.Parse).OfType<YearRange>()] };
        var selections = query.Selections.Where(s => s.Key != dimension).ToDictionary();
        if (values.Count > 0) selections[dimension] = values;
        return query with { Page = 1, Selections = selections };
    }
}
