using System.Text.RegularExpressions;

namespace DigestSearch.Reviews;

/// <summary>«Астерский государственный университет», without legal form, quotation marks and whom it is named after.</summary>
internal static class RussianUniversity
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Named = new(@"\s+(имени|им\.?)\s.*$", Linear);
    private static readonly Regex Head = new(@"\b(?:гос(?:ударственный|\.)|нац(?:иональный|\.)|ун-т|универ|ин-т)(?:\s+|$)", Linear);
    private static readonly Regex Form = new(@"^(?:(?:ФГ[АБ]?ОУ|ВО|ВПО|НИУ)\s+)+", Linear);
    private static readonly Regex Name = new(@"^(?:(?:[а-яё]+-)*[а-яё]+(?:ий|ый|ой|ая)\s+)+(?:университет|институт|академия)(?:$|\s[^<>]*$)|^университет\s+[а-яё-]+(?:\s[а-яё-]+){0,3}$", Linear);

    private static readonly Regex Plain = new(
        @"\b(?:государственный|национальный|исследовательский|технический|технологический|медицинский|педагогический|политехнический|федеральный|аграрный|университет|институт|академия)\b", Linear);

    internal static string? Of(string part)
    {
        if (!part.Any(letter => letter is >= 'А' and <= 'я')) return null;
        if (!part.Any(char.IsLower)) part = part.ToLowerInvariant();
        var bare = Head.Replace(part.Trim(' ', '.', '*').Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal), WrittenOut);
        var name = Form.Replace(Named.Replace(bare, ""), "").Trim();
        if (!Name.IsMatch(name)) return null;
        name = Plain.Replace(name, word => word.Value.ToLowerInvariant());
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string WrittenOut(Match word) => char.ToLowerInvariant(word.Value[0]) switch
    {
        'г' => "государственный ",
        'н' => "национальный ",
        'у' => "университет ",
        _ => "институт ",
    };
}
