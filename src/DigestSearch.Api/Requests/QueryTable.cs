using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;

namespace DigestSearch.Api.Requests;

/// <summary>The parameters of one address: reads a query string as a whole, documents itself.</summary>
internal sealed class QueryTable<T>(T blank, params IReadOnlyList<Parameter<T>> parameters) where T : class
{
    private const int LongestEcho = 60;

    /// <summary>The parameters, for tables that take them too.</summary>
    public IReadOnlyList<Parameter<T>> Parameters => parameters;

    /// <summary>What the documentation tells of the parameters.</summary>
    public IReadOnlyList<ParameterNote> Notes => [.. parameters.Select(p => p.Note)];

    /// <summary>Any query string to a value or to the first mistake in it.</summary>
    public QueryReading<T> Read(string? queryString)
    {
        var value = blank;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(queryString))
        {
            var (name, text) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            if (Find(name) is not { } parameter) return Unknown(name);
            if (!seen.Add(name) && !parameter.Note.Repeats)
                return new(null, new(name, $"The parameter '{name}' is given more than once; it takes one value."));
            if (parameter.Read(value, text) is not { } next) return Wrong(parameter.Note, text);
            value = next;
        }
        return new(value, null);
    }

    /// <summary>As <see cref="Read"/>, for addresses that people keep and pass on: what is unknown or empty is passed over.</summary>
    public QueryReading<T> ReadKindly(string? queryString)
    {
        var kept = new QueryStringEnumerable(queryString).ToPairs()
            .Where(p => p.Value.Length > 0 && Find(p.Key) is not null)
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .SelectMany(g => Find(g.Key)!.Note.Repeats ? g : g.Take(1))
            .Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}");
        return Read("?" + string.Join('&', kept));
    }

    private Parameter<T>? Find(string name) => parameters.FirstOrDefault(p => p.Note.Name == name);

    private QueryReading<T> Unknown(string name) => new(null, new(name,
        $"There is no parameter '{Echo(name)}' here. The parameters are {string.Join(", ", parameters.Select(p => p.Note.Name))}."));

    private static QueryReading<T> Wrong(ParameterNote note, string text) => new(null, new(note.Name,
        $"The parameter '{note.Name}' does not take the value '{Echo(text)}'. It takes {note.Form}."));

    private static string Echo(string text) => text.Length <= LongestEcho ? text : string.Concat(text.AsSpan(0, LongestEcho), "…");
}

/// <summary>One parameter: what it is told to be, and how a value of it changes what was read so far; null for a value it does not take.</summary>
internal sealed record Parameter<T>(ParameterNote Note, Func<T, string, T?> Read) where T : class
{
    /// <summary>The same parameter of a request that holds this one.</summary>
    public Parameter<TWhole> Inside<TWhole>(Func<TWhole, T> part, Func<TWhole, T, TWhole> with) where TWhole : class =>
        new(Note, (whole, text) => Read(part(whole), text) is { } read ? with(whole, read) : null);
}

/// <summary>What a person is told of a parameter.</summary>
/// <param name="Name">Name in the query string.</param>
/// <param name="Form">The values it takes, to follow "It takes".</param>
/// <param name="Meaning">What it does, a whole sentence.</param>
internal sealed record ParameterNote(string Name, string Form, string Meaning)
{
    public bool Repeats { get; init; }

    public bool Number { get; init; }

    /// <summary>All values, where they are few.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>What is wrong with a query string: the parameter and a whole sentence.</summary>
internal sealed record RequestMistake(string Parameter, string Message);

/// <summary>What a query string gave: a value or a mistake.</summary>
internal sealed record QueryReading<T>(T? Value, RequestMistake? Mistake) where T : class
{
    [MemberNotNullWhen(true, nameof(Mistake))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool Failed => Mistake is not null;
}

internal static class QueryStrings
{
    public static IEnumerable<KeyValuePair<string, string>> ToPairs(this QueryStringEnumerable query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in query) pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return pairs;
    }
}
