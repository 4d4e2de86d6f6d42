using System.Globalization;
using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Problems of a long document, bounded: many of one kind are told as one.</summary>
internal sealed class LineProblems(string file)
{
    private const int MaxOfACode = 50;
    private const int Examples = 3;
    private readonly Dictionary<string, List<Problem>> problems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Id)> taken = [];
    private int takenCount;

    /// <summary>Adds a problem as it was told.</summary>
    public void Add(Problem problem)
    {
        if (!problems.TryGetValue(problem.Code, out var list)) problems[problem.Code] = list = [];
        if (list.Count < MaxOfACode) list.Add(problem);
        counts[problem.Code] = counts.GetValueOrDefault(problem.Code) + 1;
    }

    /// <summary>Adds a line whose id is in use.</summary>
    public void AddTaken(int line, string id)
    {
        takenCount++;
        if (taken.Count < Examples) taken.Add((line, id));
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Problem> All()
    {
        var all = new List<Problem>();
        foreach (var (code, list) in problems)
        {
            all.AddRange(list);
            if (counts[code] - list.Count is var more and > 0)
                all.Add(new Problem(code, file, null, string.Create(CultureInfo.InvariantCulture, $"The same is wrong with {more} more lines of {file}."), list[0].Hint));
        }
        if (takenCount > 0) all.Add(Taken());
        return all;
    }

    private Problem Taken()
    {
        var examples = string.Join(", ", taken.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Id} (line {one.Line})")));
        var message = takenCount == 1
            ? $"The id {examples} belongs to another review already; the line was left out."
            : string.Create(CultureInfo.InvariantCulture, $"The ids of {takenCount} lines belong to other reviews already, {examples} among them; the lines were left out.");
        return new Problem("id-taken", file, taken[0].Line, message, "Remove the lines that come twice, or give them ids of their own.");
    }
}
