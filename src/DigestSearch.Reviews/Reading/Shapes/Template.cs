using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>A form that nobody filled in: it only says what should stand there.</summary>
internal static class Template
{
    private const int Fewest = 60;

    private static readonly Regex Placeholder = new(
        @"^\W*(tl;?\s?dr\W*)?((describe|summar(y|ies|i[sz]e)( of)?|questions? and notes|write|insert|explain|list|add|your|main contributions?\.|pros and cons|опишите|напишите|кратко(е)? (изложение|описание)|вопросы и заметки)\b[^.!?]{0,80}"
        + @"|todo|tbd|wip|n/a|lorem ipsum.*|\.\.\.|…)[\s.!?:]*([^.!?]{0,80}[.!?]?){0,2}\s*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Whether most lines of a body are such sayings, and the rest is hardly a sentence.</summary>
    public static bool IsUnfilled(IReadOnlyList<Block> body)
    {
        var (said, written) = (0, 0);
        foreach (var block in body.Where(block => block.Kind is not BlockKind.Heading))
        {
            var text = block.Text.Plain;
            if (text.Length <= 200 && Placeholder.IsMatch(text)) said++;
            else written += text.Length;
            if (written > 4 * Fewest) return false;
        }
        return said >= 2 && written <= Fewest * said / 2;
    }
}
