namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Foresees Markdown whose parsing would take quadratic time, or that has more blocks than anybody writes; linear itself.</summary>
internal static class MarkdownBounds
{
    private const long BracketWork = 1_500_000_000;
    private const int Definitions = 5_000;
    private const int Levels = 60;
    private const int LevelWork = 2_000_000;

    public static bool Allows(string text)
    {
        long work = 0, levelWork = 0, brackets = 0, length = 0;
        var (definitions, blocks) = (0, 0);
        var open = new Stack<int>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var content = line.TrimStart();
            // Brackets are matched within one paragraph; a list item or a blank line begins another.
            if (content.IsEmpty || (line.Length - content.Length < 4 && content[0] is '-' or '*' or '+' or '#' or '|'))
            {
                if (length > 0 && ++blocks > BlockDocument.BlockLimit) return false;
                work += brackets * length;
                brackets = length = 0;
            }
            if (!Opens(line, open, ref levelWork)) return false;
            brackets += content.Count('[');
            length += content.Length;
            if (content is ['[', ..] && content.IndexOf("]:") > 0) definitions++;
            if (work + brackets * length > BracketWork || definitions > Definitions) return false;
        }
        return true;
    }

    // Each mark at the beginning of a line («- 1. > text») opens a level at its column, and closes those that began further right; the parser walks through all that are open.
    private static bool Opens(ReadOnlySpan<char> line, Stack<int> open, ref long work)
    {
        for (var at = 0; ; at++)
        {
            at += line[at..].IndexOfAnyExcept(' ', '\t') is >= 0 and var blanks ? blanks : line.Length - at;
            var mark = MarkLength(line[at..]);
            if (mark == 0) return true;
            while (open.Count > 0 && open.Peek() >= at) open.Pop();
            open.Push(at);
            if (open.Count > Levels || (work += open.Count) > LevelWork) return false;
            at += mark - 1;
        }
    }

    private static int MarkLength(ReadOnlySpan<char> content)
    {
        if (content is ['>', ..]) return 1;
        var mark = content is ['-' or '*' or '+', ..] ? 1 : content.IndexOfAnyExceptInRange('0', '9') + 1;
        return mark > 0 && mark < content.Length && content[mark] is ' ' && (content[mark - 1] is '.' or ')' && mark > 1 || content[mark - 1] is '-' or '*' or '+') ? mark : 0;
    }
}
