using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>A form that nobody filled in: it only says what should stand there.</summary>
internal static partial class Template
{
    private const int Fewest = 60;

    // What begins like this and is short tells what to write.
    [GeneratedRegex(@"^\W*(tl;?\s?dr\W*)?(describe|summar(y|ies|i[sz]e)|questions? and notes|write|insert|explain|list|add|your|pros and cons|lorem ipsum|wip|n/a|опишите|напишите|кратко(е)? (изложение|описание)|вопросы и заметки)\b", Pattern.AnyCase)]
    private static partial Regex Instruction { get; }

    /// <summary>Whether a title only says that one should stand there.</summary>
    public static bool IsPlaceholder(string title) =>
        Folding.Fold(title) is "tba" or "tbd" or "todo" or "paper title" or "title" or "title of the paper" or "title of paper" or "your paper here" or "your paper" or "название статьи" or "заголовок статьи";

    /// <summary>Whether most lines of a body are such sayings, and the rest is hardly a sentence.</summary>
    public static bool IsUnfilled(IReadOnlyList<Block> body)
    {
        var (said, written) = (0, 0);
        foreach (var block in body.Where(block => block.Kind is not BlockKind.Heading))
        {
            var text = block.Text.Plain;
            if (text.Length <= 200 && Instruction.IsMatch(text) || CallToContribute.Is(block.Text)) said++;
            else written += text.Length;
            if (written > 4 * Fewest) return false;
        }
        return said >= 2 && written <= Fewest * said / 2;
    }
}
