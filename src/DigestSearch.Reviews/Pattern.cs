using System.Text.RegularExpressions;

namespace DigestSearch.Reviews;

/// <summary>Options of the patterns, which are compiled with the project: building them takes longer than reading a page. Each takes time linear in its text (<c>PatternTests</c>).</summary>
internal static class Pattern
{
    public const RegexOptions Exact = RegexOptions.CultureInvariant;
    public const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
}
