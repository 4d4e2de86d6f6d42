using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>Affiliations as written to institutions and countries.</summary>
internal static partial class InstitutionList
{
    private const int PartLimit = 300;
    private const int LengthLimit = 300;
    private const int NamePartLimit = 3;

    [GeneratedRegex(@"(?<!\s)(?:\s+(?:and|&|и|et|und)\s+|\s*[/+&]\s*)", Pattern.AnyCase)]
    private static partial Regex And { get; }

    [GeneratedRegex(@"^(?:science|technolog|engineering|economics|telecommunications|minerals|astronautics)", Pattern.AnyCase)]
    private static partial Regex Subject { get; }

    [GeneratedRegex(@"^(?:and|&|и)\s+", Pattern.AnyCase)]
    private static partial Regex Leading { get; }

    [GeneratedRegex(@"^(.+?)(?<!\s)\s+(Universities|Institutes|Colleges)$", Pattern.AnyCase)]
    private static partial Regex Plural { get; }

    [GeneratedRegex(@"^(?:the\s+)?Universities\s+of\s+(.+)$", Pattern.AnyCase)]
    private static partial Regex PluralOf { get; }

    [GeneratedRegex(@"(?<!\s)\s+[A-Z]{0,2}-?\d[\d -]{2,20}$|^\d[\d -]{3,}\s+", Pattern.AnyCase)]
    private static partial Regex Postcode { get; }

    /// <summary>The parts between commas and semicolons that stand in no parenthesis.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length && parts.Count < PartLimit; i++)
        {
            if (i < text.Length && text[i] is '(') depth++;
            if (i < text.Length && text[i] is ')' && depth > 0) depth--;
            if (i < text.Length && (depth > 0 || text[i] is not (',' or ';' or '\n' or '、' or '，' or '；'))) continue;
            var part = Clean(text[start..i]);
            if (part.Length > 0) parts.Add(part);
            start = i + 1;
        }
        return parts;
    }

    /// <summary>Sorts parts into institutions and countries; cities and departments are left out.</summary>
    /// <param name="parts">Parts in order.</param>
    /// <param name="vocabulary">Knows labs and places.</param>
    /// <param name="oneAddress">The parts are one address: what follows its institution and is not one itself belongs to the address.</param>
    public static (IReadOnlyList<string> Institutions, IReadOnlyList<string> Countries) Sort(
        IReadOnlyList<string> parts, Vocabulary vocabulary, bool oneAddress)
    {
        var sorted = new List<string>();
        var countries = new List<string>();
        parts = [.. parts.SelectMany((part, i) => BehindPlace(part, i > 0 && AffiliationWords.HasCampuses(parts[i - 1]), vocabulary))];
        for (var i = 0; i < parts.Count; i++)
        {
            var next = i + 1 < parts.Count ? parts[i + 1] : null;
            var place = PlaceOf(parts[i], vocabulary);
            if (NameLength(parts, i, vocabulary) is var length and > 1)
            {
                Add(sorted, string.Join(", ", parts.Skip(i).Take(length)));
                if (PlaceOf(parts[i + length - 1], vocabulary) is Place.Country) Add(countries, WithoutPostcode(parts[i + length - 1]));
                i += length - 1;
            }
            else if (next is not null && IsCampus(parts[i], next, vocabulary))
            {
                Add(sorted, parts[i] + ", " + next);
                i++;
            }
            else if (place is Place.Country && (vocabulary.LabOf(parts[i]) is null || sorted.Count > 0)) Add(countries, WithoutPostcode(parts[i]));
            else if (place is Place.City && IsOnlyPlace(parts[i], sorted, next, vocabulary, oneAddress)) continue;
            else if (IsPartOfNext(parts, i, vocabulary, oneAddress) || IsAddress(parts[i], sorted, vocabulary, oneAddress)) continue;
            else foreach (var name in Singles(parts[i], vocabulary)) Add(sorted, name);
        }
        return (sorted, countries);
    }

    /// <summary>Institutions of a source that gives one address each.</summary>
    public static (IReadOnlyList<string> Institutions, IReadOnlyList<string> Countries) OfAddresses(IEnumerable<string> addresses, Vocabulary vocabulary)
    {
        var institutions = new List<string>();
        var countries = new List<string>();
        foreach (var address in addresses.Where(address => address is not null).Take(PartLimit))
        {
            var sorted = Sort(Parts(address), vocabulary, oneAddress: true);
            foreach (var institution in sorted.Institutions) Add(institutions, institution);
            foreach (var country in sorted.Countries) Add(countries, country);
        }
        return (institutions, countries);
    }

    // «…, Japan and Bilkent University», «…, and Google»: a joint that follows a country, a campus or a comma.
    private static IEnumerable<string> BehindPlace(string part, bool isCampus, Vocabulary vocabulary)
    {
        if (Leading.Match(part) is { Success: true } leading && leading.Length < part.Length) return [part[leading.Length..]];
        return part.Length <= LengthLimit && And.Match(part) is { Success: true, Index: > 0 } joint && PlaceOf(part[..joint.Index], vocabulary) is var place && (place is Place.Country || place is Place.City && isCampus)
            && part[(joint.Index + joint.Length)..] is { Length: > 2 } rest && !Subject.IsMatch(rest) ? [part[..joint.Index], rest] : [part];
    }

    // «Indian Institute of Technology, Kanpur», «Institute of Automation, Chinese Academy of Sciences»: one name; «Google, DeepMind» are two.
    private static int NameLength(IReadOnlyList<string> parts, int at, Vocabulary vocabulary)
    {
        for (var length = Math.Min(NamePartLimit, parts.Count - at); length > 1; length--)
        {
            var name = parts.Skip(at).Take(length);
            if (AffiliationWords.IsLegalForm(parts[at + length - 1])) continue;
            if (vocabulary.IsOneName(string.Join(", ", name)) && !name.All(part => vocabulary.LabOf(part) is not null && PlaceOf(part, vocabulary) is Place.None)) return length;
        }
        return 1;
    }

    private static bool IsCampus(string part, string next, Vocabulary vocabulary) =>
        AffiliationWords.HasCampuses(part) && !AffiliationWords.IsInstitution(next) && !AffiliationWords.IsState(next) && next.Length <= 30
            && PlaceOf(next, vocabulary) is not Place.Country && !AffiliationWords.IsAddress(next);

    // «Oxford» is a university where universities are named by their cities, and a place behind one.
    private static bool IsOnlyPlace(string part, List<string> before, string? next, Vocabulary vocabulary, bool oneAddress)
    {
        if (vocabulary.LabOf(part) is not { } lab) return before.Count > 0 || next is null || !NamesInstitutionByCity(next, vocabulary);
        if (before.Count == 0) return false;
        if (vocabulary.LabOf(before[^1]) == lab || before[^1].Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        return !NamesInstitutionByCity(before[^1], vocabulary) && (oneAddress || next is not null && PlaceOf(next, vocabulary) is not Place.None);
    }

    private static bool NamesInstitutionByCity(string part, Vocabulary vocabulary) =>
        PlaceOf(part, vocabulary) is Place.City && vocabulary.LabOf(part) is not null;

    // In one address whatever no alias knows stands there as a part of what follows; in a byline only departments do.
    private static bool IsPartOfNext(IReadOnlyList<string> parts, int at, Vocabulary vocabulary, bool oneAddress) =>
        (AffiliationWords.IsDepartment(parts[at]) || AffiliationWords.IsUnit(parts[at]) || oneAddress && !AffiliationWords.IsHigherSchool(parts[at]) && !AffiliationWords.IsCompany(parts[at]))
        && vocabulary.LabOf(parts[at]) is null
        && parts.Skip(at + 1).Take(3).Any(later => AffiliationWords.IsHigherSchool(later) && !AffiliationWords.IsStreet(later) || IsRecognised(later, vocabulary) && PlaceOf(later, vocabulary) is Place.None);

    private static bool IsAddress(string part, List<string> before, Vocabulary vocabulary, bool oneAddress)
    {
        if (vocabulary.LabOf(part) is not null) return false;
        if (AffiliationWords.IsState(part) || AffiliationWords.IsLegalForm(part) || part.Count(char.IsLetter) < 2) return true;
        if (AffiliationWords.IsAddress(part) && !AffiliationWords.IsInstitution(part) || AffiliationWords.IsStreet(part)) return true;
        if (before.Count > 0 && part.Length >= 4 && before[^1].Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        return oneAddress && before.Count > 0 && !AffiliationWords.IsInstitution(part);
    }

    private static IEnumerable<string> Singles(string part, Vocabulary vocabulary)
    {
        if (part.Length > LengthLimit) return [part];
        if (PluralOf.Match(part) is { Success: true } of) return And.Split(of.Groups[1].Value).Select(name => "University of " + name.Trim());
        if (Plural.Match(part) is { Success: true } plural && And.IsMatch(part) && !part.Contains(" in ", StringComparison.OrdinalIgnoreCase))
            return And.Split(plural.Groups[1].Value).Select(name => name.Trim() + " " + Singular(plural.Groups[2].Value));
        foreach (Match and in And.Matches(part))
            if (part[..and.Index].Trim() is { Length: > 0 } left && part[(and.Index + and.Length)..].Trim() is { Length: > 0 } right && AreTwo(part, left, and.Value, right, vocabulary))
                return Singles(left, vocabulary).Concat(Singles(right, vocabulary));
        return [part];
    }

    private static bool AreTwo(string whole, string left, string joint, string right, Vocabulary vocabulary)
    {
        // «University of Science and Technology (National …)»: the name goes on behind the «and».
        if (Subject.IsMatch(right) || right.ToLowerInvariant() is "research" or "development" or "sons" or "co" or "company") return false;
        var bare = Byline.SplitParenthesis(right) is { Before.Length: > 0 } split ? split.Before : right;
        var (lab, other) = (vocabulary.LabOf(left), vocabulary.LabOf(bare));
        // «Broad Institute of MIT and Harvard» is one.
        if (vocabulary.LabOf(whole) is { } one && one != lab && one != other) return false;
        if (lab is not null && other is not null) return true;
        if (!joint.StartsWith(' ')) return false;
        var (known, alsoKnown) = (IsRecognised(left, vocabulary), other is not null || IsRecognised(bare, vocabulary));
        var acronym = right.Length is > 2 and < 7 && right.All(char.IsUpper);
        return known && (alsoKnown || acronym || AffiliationWords.IsInstitution(bare) && !AffiliationWords.IsHigherSchool(bare) && AffiliationWords.IsHigherSchool(left))
            || alsoKnown && AffiliationWords.IsInstitution(left) && (other is not null || AffiliationWords.IsHigherSchool(right))
            || PlaceOf(left, vocabulary) is Place.City && PlaceOf(right, vocabulary) is Place.City;
    }

    private static bool IsRecognised(string part, Vocabulary vocabulary) => vocabulary.MatchLab(part).Kind is not LabMatchKind.Unknown;

    private static string Singular(string plural) => plural.ToLowerInvariant() switch
    {
        "universities" => "University",
        "institutes" => "Institute",
        _ => "College",
    };

    private static Place PlaceOf(string part, Vocabulary vocabulary) =>
        vocabulary.PlaceOf(part) is not Place.None and var place ? place : vocabulary.PlaceOf(WithoutPostcode(part));

    private static string WithoutPostcode(string part) => Postcode.Replace(part, "").Trim();

    private static void Add(List<string> list, string name)
    {
        var clean = name.Length > LengthLimit ? name[..LengthLimit] : name;
        if (clean.Length > 0 && !list.Contains(clean, StringComparer.OrdinalIgnoreCase)) list.Add(clean);
    }

    private static string Clean(string part)
    {
        var text = part.Trim().Trim('*', '†', '‡', '§', '¶', '.', ' ', ':', '"', '«', '»', '“', '”').Trim();
        // Footnote digits glued to the name: «1College of …».
        return text.Length > 1 && char.IsAsciiDigit(text[0]) && char.IsLetter(text[1]) && char.IsUpper(text[1]) ? text[1..] : text;
    }
}
