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
            if (content is ['-' or '*' or '+', ' ', ..] && Nested(lists, line.Length - content.Length) > Lists) return false;
            brackets += content.Count('[');
            length += content.Length;
            if (content is ['[', ..] && content.IndexOf("]:") > 0) definitions++;
            if (work + brackets * length > BracketWork || definitions > Definitions) return false;
        }
        return true;
    }

    // How many lists are open at an item, by how far their items are indented.
    private static int Nested(Stack<int> lists, int indent)
    {
        while (lists.Count > 0 && lists.Peek() >= indent) lists.Pop();
        lists.Push(indent);
        return lists.Count;
    }
}
