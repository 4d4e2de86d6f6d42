namespace DigestSearch.Reviews;

/// <summary>Universities that no alias knows, recognised by the pattern of their names and written in one way.</summary>
internal sealed class UniversityNames(PlaceIndex places)
{
    private const int MostWords = 12;

    /// <summary>«Dept. of Nets, Univ. Aster, Ruritania» as «University of Aster»; null where no university is named.</summary>
    internal string? Of(string institution)
    {
        string? other = null;
        foreach (var part in InstitutionWords.Parts(InstitutionWords.Mended(institution)))
        {
            if (RussianUniversity.Of(part) is { } russian) return russian;
            var words = NameWord.Of(part);
            for (var at = 0; at < words.Count; at++)
                if (IsUniversity(words, at) && Headed(words, at, UniversityTerms.University) is { } name) return name;
            other ??= OtherSchool(words);
        }
        return other;
    }

    private string? OtherSchool(List<NameWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var (shown, key, _) = words[at];
            if (key == "tu" && at == 0 && words.Count > 1 && KindOf(words, 1, words.Count) is Place.City)
                return Joined(["Technical", UniversityTerms.University, UniversityTerms.Of], words[1..]);
            if (shown is UniversityTerms.Institute && IsOwnInstitute(words, at)) return Headed(words, at, UniversityTerms.Institute);
            if (shown is UniversityTerms.Polytechnic && at + 1 < words.Count && IsConnector(words[at + 1])) return Headed(words, at, "Polytechnic University");
            if (UniversityTerms.Schools.Contains(key) && at <= 1 && at + 1 < words.Count) return School(words, at);
            if (shown is UniversityTerms.College or "Academy" && IsOwnCollege(words, at)) return Headed(words, at, shown);
        }
        return null;
    }

    /// <summary>The name around a head: what stands before it, adjectives of other languages brought to the front, and what it is of.</summary>
    private string? Headed(List<NameWord> words, int head, string called)
    {
        var start = Start(words, head);
        var end = End(words, head);
        var before = words[start..head];
        if (UniversityTerms.Fronts.Contains(words[head].Folded) && end > head + 1 && before.Exists(IsProper)) before = [];
        var after = words[(head + 1)..end];
        var turn = after.FindIndex(IsConnector);
        var behind = turn < 0 ? after : after[..turn];
        if (before.Count > 0 && before.Exists(IsProper) && behind.Count > 0)
        {
            // Friedrich Schiller University Jena, but not «Aster University Robotics».
            if (KindOf(behind, 0, behind.Count) is Place.None && !UniversityTerms.Middles.Contains(words[head].Folded)) (behind, after, turn) = ([], turn < 0 || behind.Count > 0 ? [] : after, -1);
            else return Checked([.. before, new NameWord(called), .. after]);
        }
        if (behind.Count == 0) return Checked([.. before, new NameWord(called), .. English(after)]);
        if (behind.TrueForAll(word => UniversityTerms.Adjectives.Contains(word.Shown)))
            return Checked([.. before, .. behind, new NameWord(called), .. turn < 0 ? [] : English(after[turn..])]);
        if (UniversityTerms.Ends.Contains(behind[0].Key) && behind[0].Shown is not UniversityTerms.College) return null;
        if (behind[0].Shown is UniversityTerms.College) return behind.Count > 1 ? Checked([.. before, new NameWord(called), .. after]) : null;
        if (KindOf(behind, 0, behind.Count) is not Place.None && turn < 0)
            return Checked([.. before, new NameWord(called), new NameWord(UniversityTerms.Of), .. behind]);
        return Checked([.. before, .. after, new NameWord(called)]);
    }

    private static int Start(List<NameWord> words, int head)
    {
        var start = head;
        while (start > 0 && !UniversityTerms.Borders.Contains(words[start - 1].Key) && words[start - 1].Key != InstitutionTerms.University) start--;
        // «DFKI and Aster University» are two; «Language and Culture University» is one.
        var and = words.FindLastIndex(head, head - start, word => word.Key is "and");
        if (and >= 0 && (and == head - 1 || IsAcronym(words[start]) || words[start..and].Exists(word => UniversityTerms.Departments.Contains(word.Key)))) start = and + 1;
        if (UniversityTerms.Departments.Contains(words[0].Key) || start > 0)
            for (var at = head - 1; at >= start; at--)
                if (InstitutionTerms.Units.Contains(words[at].Key)) start = at + 1;
        // «SIST Aster University»: a department's letters, but «AGH University» is a name.
        if (start + 1 < head && IsAcronym(words[start]) && IsProper(words[start + 1])) start++;
        while (start < head && (words[start].Shown is "the" or "The" or "and" or "a" or "la" or "le" or "l" || words[start].IsNumber)) start++;
        return start;
    }

    private int End(List<NameWord> words, int head)
    {
        var end = head + 1;
        for (; end < Math.Min(words.Count, head + MostWords); end++)
        {
            var word = words[end];
            if (word.IsNumber && word.Key.Length > 2 || word.Key == InstitutionTerms.University) break;
            if (word.Key is "and" && end + 1 < words.Count && IsAcronym(words[end + 1])) break;
            if (word.Key is "and" && words.FindIndex(end, later => later.Key == InstitutionTerms.University || UniversityTerms.Ends.Contains(later.Key)) >= 0) break;
            if (end > head + 1 && UniversityTerms.Ends.Contains(word.Key) && !IsConnector(words[end - 1]) && words[end - 1].Key is not "and") break;
        }
        while (end > head + 2 && (IsConnector(words[end - 1]) || words[end - 1].Key is "the" or "and")) end--;
        // A country behind a whole name: Aster University of Technology Ruritania, but University of Eastern Ruritania.
        for (var length = 1; length <= 3; length++)
            if (end - length > head && KindOf(words, end - length, end) is Place.Country && !IsConnector(words[end - length - 1]) && words[end - length - 1].Key is not "the"
                && !InstitutionTerms.Regions.Contains(words[end - length - 1].Folded) && words[..(end - length)].Exists(IsProper))
                return end - length;
        return end;
    }

    /// <summary>«Aster Institute of Technology», and institutes called after a country or a city: a department is not.</summary>
    private bool IsOwnInstitute(List<NameWord> words, int at)
    {
        if (at > 0 && words[at - 1].Shown is UniversityTerms.Polytechnic) return true;
        if (at + 1 == words.Count) return false;
        if (words[at + 1].Shown is UniversityTerms.Polytechnic or "Technological" or "Superior") return true;
        if (!IsConnector(words[at + 1]) || at == 0) return false;
        var start = Start(words, at);
        if (words[start..at].Exists(word => word.Shown is "National") && words[^2].Shown is "Technology") return true;
        if (start == at || !words[start..at].Exists(IsProper)) return false;
        return words.FindIndex(at, word => word.Shown is "Technology") > 0 || HasPlace(words, start, at);
    }

    private bool IsOwnCollege(List<NameWord> words, int at)
    {
        if (at == 0) return false;
        var start = Start(words, at);
        if (start == at || !words[start..at].Exists(IsProper) || words[start..at].Exists(word => InstitutionTerms.Units.Contains(word.Key))) return false;
        return words[at].Shown is UniversityTerms.College && at + 1 == words.Count || at + 1 < words.Count && IsConnector(words[at + 1]) && HasPlace(words, start, at);
    }

    private bool HasPlace(List<NameWord> words, int from, int to)
    {
        for (var at = from; at < to; at++)
            for (var length = 1; length <= 2 && at + length <= to; length++)
                if (UniversityTerms.Peoples.Contains(words[at].Key) || KindOf(words, at, at + length) is not Place.None) return true;
        return false;
    }

    private string? School(List<NameWord> words, int at)
    {
        var name = words[at..End(words, at)];
        if (name.Count < 2) return null;
        name[0] = name[0] with { Shown = name[0].Key is "ecole" or "ecoles" ? "École" : name[0].Shown };
        return Joined([], name);
    }

    private Place KindOf(List<NameWord> words, int from, int to) =>
        places.KindOf(string.Join(' ', words[from..to].Where(word => !word.IsNumber).Select(word => word.Shown)));

    private static bool IsUniversity(List<NameWord> words, int at) =>
        words[at].Key == InstitutionTerms.University && (words[at].Folded.Length > 1 || at + 1 < words.Count && words[at + 1].Key is "of");

    private static bool IsAcronym(NameWord word) => word.Shown.Length > 2 && word.Shown.All(char.IsUpper);

    private static bool IsConnector(NameWord word) => UniversityTerms.Connectors.Contains(word.Key);

    private static bool IsProper(NameWord word) =>
        !UniversityTerms.General.Contains(word.Shown) && !IsConnector(word) && !word.IsNumber && word.Key.Length > 1 && word.Key != InstitutionTerms.University;

    // «degli Studi di», «de», «zu»: the first connector behind the head is «of».
    private static IEnumerable<NameWord> English(List<NameWord> after)
    {
        var from = after.Count > 1 && after[1].Key is "studi" or "estudos" ? 2 : 0;
        if (from < after.Count && IsConnector(after[from]))
        {
            yield return after[from].Key is "at" or "for" or "in" ? after[from] : new NameWord(UniversityTerms.Of);
            from++;
        }
        foreach (var word in after[from..]) yield return word;
    }

    private static string? Checked(List<NameWord> name) => name.Exists(IsProper) ? Joined([], name) : null;

    private static string Joined(IEnumerable<string> first, List<NameWord> words) => 
        string.Join(' ', first.Concat(words.Select(word => word.Shown))).Replace(" d ", " d'", StringComparison.Ordinal);
}
