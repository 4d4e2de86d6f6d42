namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Foresees Markdown whose parsing would take quadratic time; linear itself.</summary>
internal static class MarkdownBounds
{
    private const long BracketWork = 1_500_000_000;
    private const int Definitions = 5_000;
    private const int Lists = 200;

    public static bool Allows(string text)
    {
        long work = 0, brackets = 0, length = 0;
        var definitions = 0;
        var lists = new Stack<int>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var content = line.TrimStart();
            // Brackets are matched within one paragraph; a list item or a blank line begins another.
            if (content.IsEmpty || (line.Length - content.Length < 4 && content[0] is '-' or '*' or '+' or '#' or '|'))
            {
                work += brackets * length;
                brackets = length = 0;
            }
            if (IsItem(content) && Nested(lists, line.Length - content.Length) > Lists) return false;
            brackets += content.Count('[');
            length += content.Length;
            if (content is ['[', ..] && content.IndexOf("]:") > 0) definitions++;
            if (work + brackets * length > BracketWork || definitions > Definitions) return false;
        }
        return true;
    }

    private static bool IsItem(ReadOnlySpan<char> content)
    {
        var mark = content is ['-' or '*' or '+', ..] ? 1 : content.IndexOfAnyExceptInRange('0', '9') + 1;
        return mark > 0 && mark < content.Length && content[mark] is ' ' && (content[mark - 1] is '.' or ')' && mark > 1 || content[mark - 1] is '-' or '*' or '+');
    }

    // How many lists are open at an item, by how far their items are indented.
    private static int Nested(Stack<int> lists, int indent)
    {
        while (lists.Count > 0 && lists.Peek() >= indent) lists.Pop();
        lists.Push(indent);
        return lists.Count;
    }
}
