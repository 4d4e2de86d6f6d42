using DigestSearch.Archive;
using DigestSearch.Reviews;
using Microsoft.Extensions.Logging;

namespace DigestSearch.Worker.Sources;

/// <summary>What is wrong with a source as a whole, as the archive tells it.</summary>
internal sealed class ToldProblems(Source source, ReviewArchive archive, ILogger log)
{
    private IReadOnlyList<Problem>? told;

    /// <summary>What is wrong now; it replaces what was told before, also by a former process.</summary>
    public void Tell(IReadOnlyList<Problem> problems)
    {
        if (told is not null && told.SequenceEqual(problems)) return;
        archive.ClearProblems(source);
        foreach (var problem in problems)
        {
            if (told?.Contains(problem) is not true) log.LogWarning("{Message} {Hint}", problem.Message, problem.Hint);
            archive.PutProblem(source, problem);
        }
        told = problems;
    }
}
