using System.Text.RegularExpressions;

namespace DigestSearch.Reviews.Reading;

/// <summary>The words by which an institution, a department or a campus is known.</summary>
internal static partial class AffiliationWords
{
    [GeneratedRegex(@"universi|universit|institut|college|academy|akademi|\b(labs?|laborator\w+|research|centre|center|hochschule|école|ecole|politecnico|polytechni\w+|foundation|hospital|clinic|corporation|corp|inc|ltd|gmbh|group|company|technologies|observatory|council|agency|ai|ETH|MIT|EPFL|CNRS|INRIA)\b|универси|институт|академи|лаборатор|центр|школа\b", Pattern.AnyCase)]
    private static partial Regex Institution { get; }

    [GeneratedRegex(@"universi|universit|polytechni|politecnico|hochschule|école poly|institute of technology|универси", Pattern.AnyCase)]
    private static partial Regex Higher { get; }

    [GeneratedRegex(@"^(the\s+)?((department|dept|school|faculty|division|graduate school|college|departments|depts)\b\.?\s*(of|for)?\b|(\w+\s+){0,6}(department|dept\.?|faculty)$|кафедра|факультет|отдел\b)", Pattern.AnyCase)]
    private static partial Regex Department { get; }

    [GeneratedRegex(@"\b(inc|ltd|corp|corporation|gmbh|company|technologies)\b", Pattern.AnyCase)]
    private static partial Regex Company { get; }

    [GeneratedRegex(@"^(the\s+)?(state\s+|national\s+)?(key\s+)?(lab|laboratory)\s+(of|for)\b", Pattern.AnyCase)]
    private static partial Regex Unit { get; }

    [GeneratedRegex(@"\d{3,}|^\d|\b(street|str|avenue|ave|road|rd|drive|blvd|p\.?\s?o\.?\s?box|ul|улица|проспект)\b\.?", Pattern.AnyCase)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"^\d+[a-z]?\s.*\b(street|str|avenue|ave|road|rd|drive|blvd|boulevard)\b\.?$", Pattern.AnyCase)]
    private static partial Regex Street { get; }

    [GeneratedRegex(@"^(co\.?\s*)?(inc|ltd|llc|llp|plc|co|corp|limited|incorporated|gmbh|ag|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|pte|pty|pvt|k\.?k)\.?(\s+ltd\.?)?$", Pattern.AnyCase)]
    private static partial Regex LegalForm { get; }

    private static readonly HashSet<string> Systems = new(StringComparer.OrdinalIgnoreCase)
    {
        "University of California", "University of Texas", "University of Illinois", "University of Wisconsin", "University of Maryland",
        "University of Massachusetts", "University of North Carolina", "University of Michigan", "University of Missouri", "University of Minnesota",
        "University of Colorado", "University of Tennessee", "University of Alabama", "University of Nevada", "University of Arkansas",
        "University of Nebraska", "University of Hawaii", "California State University", "State University of New York",
    };

    private static readonly HashSet<string> States = [.. ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
        + "RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB").Split(' ')];

    public static bool IsInstitution(string text) => Institution.IsMatch(text);

    public static bool IsHigherSchool(string text) => Higher.IsMatch(text);

    /// <summary>A part of an institution that is none itself.</summary>
    public static bool IsDepartment(string text) => Department.IsMatch(text) && !IsHigherSchool(text);

    public static bool IsCompany(string text) => Company.IsMatch(text);

    public static bool IsUnit(string text) => Unit.IsMatch(text) && !IsHigherSchool(text);

    public static bool IsAddress(string text) => Address.IsMatch(text);

    /// <summary>«661 University Avenue» is no university.</summary>
    public static bool IsStreet(string text) => Street.IsMatch(text);

    /// <summary>What a comma parts from a company: «Google, Inc.».</summary>
    public static bool IsLegalForm(string text) => LegalForm.IsMatch(text);

    public static bool IsState(string text) => States.Contains(text);

    /// <summary>A university whose campuses are named behind a comma.</summary>
    public static bool HasCampuses(string text) => Systems.Contains(text.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text);
}
