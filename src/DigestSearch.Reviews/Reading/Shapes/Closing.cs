using System.Text.RegularExpressions;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Reviews.Reading.Shapes;

/// <summary>What a post says behind its last review: former issues, thanks, calls to subscribe.</summary>
internal static partial class Closing
{
    private const int Searched = 12;

    [GeneratedRegex(@"^[^\p{L}]*(предыдущие (выпуски|посты|обзоры|дайджесты)|прошлые (выпуски|посты|обзоры)|другие выпуски|подпи(сывайтесь|шитесь)|спасибо|анонс|до встречи|хотите (разобрать|написать)|присоединяйтесь|если (вам )?понравил"
        + @"|previous (issues|posts|digests)|past issues|subscribe|thanks for reading|thank you|that.s (it|all)|see you|stay tuned|follow us|join us|if you (liked|enjoyed)|get in touch|acknowledge?ments)", Pattern.AnyCase)]
    private static partial Regex Words { get; }

    /// <summary>How many blocks belong to the review: all before the first of the last ones that closes the post.</summary>
    public static int Start(IReadOnlyList<Block> body)
    {
        for (var i = Math.Max(0, body.Count - Searched); i < body.Count; i++)
            if (body[i].Text.Text.Length <= (body[i].Kind is BlockKind.Heading ? 80 : 600) && Words.IsMatch(body[i].Text.Text)) return i;
        return body.Count;
    }
}
