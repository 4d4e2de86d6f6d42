using System.Text.RegularExpressions;

namespace DigestSearch.Reviews;

/// <summary>«Астерский государственный университет», without legal form, quotation marks and whom it is named after.</summary>
internal static partial class RussianUniversity
{
    [GeneratedRegex(@"\s+(имени|им\.?)\s.*$", Pattern.AnyCase)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\b(?:гос(?:ударственный|\.)|нац(?:иональный|\.)|ун-т|универ|ин-т)(?:\s+|$)", Pattern.AnyCase)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"^(?:(?:ФГ[АБ]?ОУ|ВО|ВПО|НИУ)\s+)+", Pattern.AnyCase)]
    private static partial Regex Form { get; }

    [GeneratedRegex(@"^(?:(?:[а-яё]+-)*[а-яё]+(?:ий|ый|ой|ая)\s+)+(?:университет|институт|академия)(?:$|\s[^<>]*$)|^университет\s+[а-яё-]+(?:\s[а-яё-]+){0,3}$", Pattern.AnyCase)]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\b(?:государственный|национальный|исследовательский|технический|технологический|медицинский|педагогический|политехнический|федеральный|аграрный|университет|институт|академия)\b", Pattern.AnyCase)]
    private static partial Regex Plain { get; }

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
