using System.Text;
using Serilog.Core;
using Serilog.Events;

namespace DigestSearch;

/// <summary>Keeps texts of others in their line of the log: a line break in a query or a name must not look like another event.</summary>
internal sealed class OneLine : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
            if (value is ScalarValue { Value: string text } && text.Any(Breaks)) logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Escaped(text))));
    }

    private static bool Breaks(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text) _ = Breaks(character) ? escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : escaped.Append(character);
        return escaped.ToString();
    }
}
