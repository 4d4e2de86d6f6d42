using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace DigestSearch.Reviews.Reading.Formats;

/// <summary>Foresees HTML that nests too deeply, since building its tree would take quadratic time, or that has more elements than anybody writes.</summary>
internal static class HtmlBounds
{
    public const int Depth = 256;
    private const int Attributes = 512;
    private const long Work = 20_000_000;
    private const int Elements = 400_000;

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head", "body",
    };

    // The end of these is implied by the next of their kind.
    private static readonly Dictionary<string, string> Implied = new(StringComparer.Ordinal)
    {
        ["p"] = "p", ["li"] = "li", ["dd"] = "dd", ["dt"] = "dd", ["tr"] = "tr", ["td"] = "td", ["th"] = "td",
        ["thead"] = "tbody", ["tbody"] = "tbody", ["tfoot"] = "tbody", ["option"] = "option",
    };

    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "ul", "ol", "dl", "table", "select", "div", "section", "article", "main", "blockquote", "details", "button", "svg", "math",
    };

    private static readonly HashSet<string> Raw = new(StringComparer.Ordinal) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };

    public static bool Allows(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var open = new List<string>();
        long work = 0;
        var (foreign, elements, cells) = (0, 0, 0);
        while (true)
        {
            var token = tokenizer.Get();
            if (token.Type is HtmlTokenType.EndOfFile) return true;
            if (token.Type is HtmlTokenType.EndTag && open.LastIndexOf(token.Name) is >= 0 and var at)
            {
                if (token.Name is "svg" or "math") foreign--;
                Close(open, at);
            }
            // Each element and text may bring every open one of them along (formatting is rebuilt in each paragraph).
            work += 1 + open.Count;
            if (work > Work) return false;
            if (token is not HtmlTagToken { Type: HtmlTokenType.StartTag } tag) continue;
            if (tag.Attributes.Count > Attributes || ++elements > Elements || tag.Name is "td" or "th" && ++cells > MarkdownTables.CellLimit) return false;
            if (tag.IsSelfClosing && foreign > 0 || Void.Contains(tag.Name)) continue;
            if (Implied.TryGetValue(tag.Name, out var group)) CloseImplied(open, group);
            open.Add(tag.Name);
            if (open.Count > Depth) return false;
            if (tag.Name is "svg" or "math") foreign++;
            else if (foreign == 0 && Raw.Contains(tag.Name)) tokenizer.State = StateOf(tag.Name);
        }
    }

    private static HtmlParseMode StateOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "textarea" or "title" => HtmlParseMode.RCData,
        _ => HtmlParseMode.Rawtext,
    };

    // What a closing tag leaves open stays counted, for the parser may keep it open too; but a container ends the items within.
    private static void Close(List<string> open, int at)
    {
        if (Containers.Contains(open[at]))
            for (var i = open.Count - 1; i > at; i--)
                if (Implied.ContainsKey(open[i])) open.RemoveAt(i);
        open.RemoveAt(at);
    }

    private static void CloseImplied(List<string> open, string group)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var other = Implied.GetValueOrDefault(open[i]);
            if (Containers.Contains(open[i]) || other is not null && other != group && !EndsWith(other, group)) return;
            if (other != group) continue;
            for (var j = open.Count - 1; j > i; j--)
                if (Implied.ContainsKey(open[j])) open.RemoveAt(j);
            open.RemoveAt(i);
            return;
        }
    }

    // A new row ends the cell before it as well, a new item the paragraph in it.
    private static bool EndsWith(string other, string group) =>
        other is "p" && group is not "option" || other is "td" && group is ("tr" or "tbody") || other is "tr" && group is "tbody";
}
