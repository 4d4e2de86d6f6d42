using System.Reflection;
using System.Text.RegularExpressions;
using DigestSearch.Reviews;
using DigestSearch.Search.Widening;

namespace DigestSearch.Tests.Reading;

/// <summary>A pattern that goes back over what it has read takes minutes for a line of blanks; none of those that read documents does.</summary>
public sealed partial class PatternTests
{
    private const int Length = 100_000;
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // A thousand times what a linear pattern takes; one that is quadratic needs several times as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly string[] Pieces =
    [
        " ", "a", "A", "я", "Я", "1", "12", "2020", ".", ",", "(", "[", "{", "«", "\"", "“", "-", "/", "&", "é", "*", "№", "'20", "\n", "\t ", "\n ",
        "a ", "A ", " a", " ,", "A. ", "Ab ", "Ab. ", "A.-", "A B, ", "a-", "a.b ", "1 ", "1. ", "(a)", "[a]", "and ", " and", " and ", "и ", "et al ", "авторы, ",
    ];

    public static TheoryData<string> Names => [.. Patterns().Select(pattern => pattern.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TakesTimeLinearInItsText(string name)
    {
        var pattern = Patterns().Single(pattern => pattern.Name == name).Regex;
        var guarded = new Regex(pattern.ToString(), pattern.Options | RegexOptions.Compiled, Patience);
        var own = Literal().Matches(pattern.ToString()).Select(match => match.Value).Distinct().Take(20).ToList();
        foreach (var piece in Pieces.Concat(own).Concat(own.Select(word => word + " ")))
            foreach (var before in piece.Length == 1 ? own.Take(6).Append("").Append("x") : [""])
            {
                var text = before + string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + "\u0001";
                // A machine may stand still once.
                Assert.True(Ends(guarded, text) || Ends(guarded, text), $"{name} does not come to an end with “{before}” and {Length:N0} characters of “{piece}”: {pattern}");
            }
    }

    private static bool Ends(Regex pattern, string text)
    {
        try
        {
            return pattern.Count(text) >= 0;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Name, Regex Regex)> Patterns() =>
        from assembly in new[] { typeof(Review).Assembly, typeof(GlossaryMiner).Assembly }
        from type in assembly.GetTypes()
        where type.Namespace?.StartsWith("DigestSearch", StringComparison.Ordinal) is true && !type.ContainsGenericParameters
        from method in type.GetMethods(Static)
        where method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0
        select ($"{type.Name}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}", (Regex)method.Invoke(null, null)!);

    [GeneratedRegex(@"[\p{L}\d@<][\p{L}\d./:=@ <]+", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
