namespace DigestSearch.Reviews;

/// <summary><see cref="Folding.Fold"/> in one pass for the letters that nearly all texts are made of: thousands of names and whole reviews go through it.</summary>
internal static class PlainFolding
{
    internal static string Fold(string text)
    {
        var folded = new char[text.Length];
        var length = 0;
        var gap = false;
        foreach (var written in text)
        {
            var letter = Plain(written);
            if (letter == '\0') return Folding.Fold(text);
            if (letter == ' ')
            {
                gap = length > 0;
                continue;
            }
            if (gap) folded[length++] = ' ';
            gap = false;
            folded[length++] = letter;
        }
        return new string(folded, 0, length);
    }

    private static char Plain(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '#' or >= 'а' and <= 'я' => letter,
        >= 'A' and <= 'Z' or >= 'А' and <= 'Я' => (char)(letter + 32),
        'ё' or 'Ё' => 'е',
        < '\u0080' or '\u00A0' or '«' or '»' or >= '\u2010' and <= '\u201F' => ' ',
        _ => '\0',
    };
}
