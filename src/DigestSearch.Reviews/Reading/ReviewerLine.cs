using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading;

/// <summary>The line <c>Автор обзора: Имя Фамилия (в слэке handle, на habr handle)</c>.</summary>
internal sealed partial record ReviewerLine(string Handle, string? Name)
{
    [GeneratedRegex(@"^\s*(автор(ы)?\s+обзора|обзор(\s+(подготовил|написал|сделал)(\(?а\)?|и)?)?|(подготовил|написал)(\(?а\)?|и)?\s+обзор|рецензент|reviewer(s|\(s\))?|review(ed)?(\s+author)?(\s+by)?|summary\s+by)\s*:\s*|^\s*обзор\s+(подготовил|написал|сделал)(\(?а\)?|и)?\s+|^\s*review(ed)?\s+by\s+", Pattern.AnyCase)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"^:\s*@?([A-Za-z][A-Za-z0-9_.-]{1,38}[A-Za-z0-9_])$", Pattern.Exact)]
    private static partial Regex Alone { get; }

    [GeneratedRegex(@"^(?:\(\)\s*:\s*)?,\s*@?([A-Za-z][A-Za-z0-9_.-]{1,38}[A-Za-z0-9_])$", Pattern.Exact)]
    private static partial Regex Left { get; }

    [GeneratedRegex(@"^(.*?),\s*@?([a-z][a-z0-9_.-]{1,38}[a-z0-9_])$", Pattern.Exact)]
    private static partial Regex Behind { get; }

    /// <summary>Reads a line; null where it is none. Copies that lost the label and the name keep <c>: ( handle)</c>.</summary>
    public static ReviewerLine? Read(RichText line)
    {
        var text = line.Plain;
        if (text.Length is 0 or > 500) return null;
        var label = Label.Match(text);
        if (label.Success) return ReadValue(text[label.Length..]);
        if (text is not [':', var second, ..] || second is ':') return null;
        if (Alone.Match(text) is { Success: true } alone) return new ReviewerLine(alone.Groups[1].Value, null);
        var (name, inside) = Byline.SplitParenthesis(text[1..].Trim());
        return inside is null || name.Split(' ').Length > 3 || HandleIn(inside) is not { } handle || inside.Split(' ').Length > 6 ? null : new ReviewerLine(handle, NullIfEmpty(name));
    }

    /// <summary>What is left of a signature that lost one alphabet: <c>, handle</c>, <c>(): , handle</c>.</summary>
    public static ReviewerLine? ReadStripped(RichText line) =>
        Left.Match(line.Plain) is { Success: true } left ? new ReviewerLine(left.Groups[1].Value, null) : null;

    public static ReviewerLine? ReadValue(string value)
    {
        var (name, inside) = Byline.SplitParenthesis(value.Trim());
        var clean = name.Trim(' ', ',', '.', '@', '*', '_');
        if (inside is not null && HandleIn(inside) is { } handle) return new ReviewerLine(handle, NullIfEmpty(clean));
        if (inside is null && Behind.Match(clean) is { Success: true } behind) return new ReviewerLine(behind.Groups[2].Value, NullIfEmpty(behind.Groups[1].Value));
        return clean.Length > 0 && clean.Any(char.IsLetterOrDigit) ? new ReviewerLine(clean, null) : null;
    }

    // «в слэке one, на habr two»: the handle ends each part, the first part is the community's own.
    private static string? HandleIn(string inside)
    {
        foreach (var part in inside.Split([',', ';', '/']))
        {
            var word = part.Trim().Split([' ', ':']) is [.., var last] ? last.Trim('@', '.', ' ') : "";
            if (word.Length > 1 && word.Any(char.IsLetter)) return word;
        }
        return null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
