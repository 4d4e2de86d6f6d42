using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>The YAML header of a Markdown file: top-level scalars and lists of scalars, keys in lower case.</summary>
internal sealed record FrontMatter(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    private const int SizeLimit = 32 * 1024;
    private const int BracketLimit = 500;

    public IReadOnlyList<string> All(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (Values.TryGetValue(key, out var values) && values.Any(value => value.Length > 0)) return values;
        return [];
    }

    public string? One(params ReadOnlySpan<string> keys) => All(keys) is [var first, ..] && first.Length > 0 ? first : null;

    /// <summary>Splits the header from the rest; what is no header stays text, a header that cannot be read is told by its line.</summary>
    /// <returns>The header, the text after it, the line on which that begins, and the line of a mistake.</returns>
    public static (FrontMatter? Front, string Body, int FirstLine, int? Mistake) Split(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal)) return (null, text, 1, null);
        var lineEnd = text.IndexOf('\n');
        if (lineEnd < 0 || !text.AsSpan(3, lineEnd - 3).IsWhiteSpace()) return (null, text, 1, null);
        var line = 1;
        for (var start = lineEnd + 1; start < text.Length && start < SizeLimit;)
        {
            line++;
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            if (text.AsSpan(start, end - start).TrimEnd() is "---" or "...")
            {
                var rest = end < text.Length ? text[(end + 1)..] : "";
                var (front, mistake) = Parse(text[(lineEnd + 1)..start]);
                return front is null && mistake is null ? (null, text, 1, null) : (front, rest, line + 1, mistake + 1);
            }
            start = end + 1;
        }
        return (null, text, 1, null);
    }

    private static (FrontMatter? Front, int? Mistake) Parse(string yaml)
    {
        if (!LooksLikeKey(yaml.AsSpan().TrimStart())) return (null, null);
        // The scanner takes quadratic time for open brackets.
        if (yaml.AsSpan().Count('[') + yaml.AsSpan().Count('{') > BracketLimit) return (null, 1);
        // Events instead of objects: nothing is built from types, aliases or nesting that the file names.
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _)) return (null, null);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>().Value;
                values[key] = ReadValues(parser);
            }
            return values.Count == 0 ? (null, null) : (new FrontMatter(values), null);
        }
        catch (YamlException mistake)
        {
            return (null, (int)Math.Clamp(mistake.Start.Line, 1, int.MaxValue - 1));
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner meets some broken headers («title: [A» and a quote on the next line) with exceptions of its own state.
            return (null, 1);
        }
    }

    private static bool LooksLikeKey(ReadOnlySpan<char> yaml)
    {
        var end = 0;
        while (end < yaml.Length && (char.IsLetterOrDigit(yaml[end]) || yaml[end] is '_' or '-')) end++;
        return end > 0 && yaml[end..].TrimStart(' ') is [':', ..];
    }

    private static List<string> ReadValues(Parser parser)
    {
        var values = new List<string>();
        var depth = 0;
        do
        {
            var read = parser.Current ?? throw new YamlException("The header ends too early.");
            parser.MoveNext();
            if (read is Scalar scalar && depth <= 2) values.Add(scalar.Value.Trim());
            depth += read.NestingIncrease;
        }
        while (depth > 0);
        return values;
    }
}
