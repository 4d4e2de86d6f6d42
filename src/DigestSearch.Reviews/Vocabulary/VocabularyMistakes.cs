using System.Globalization;
using System.Text;

namespace DigestSearch.Reviews;

/// <summary>All that is wrong with a vocabulary, gathered so that a person can mend it in one go.</summary>
internal sealed class VocabularyMistakes(string folder)
{
    private readonly List<(string File, int Line, string Message)> mistakes = [];

    internal int Count => mistakes.Count;

    /// <param name="file">Name of the file.</param>
    /// <param name="line">Line from 1; 0 where the whole file is meant.</param>
    /// <param name="what">What is wrong, a whole sentence.</param>
    /// <param name="advice">What to do about it, a whole sentence.</param>
    internal void Add(string file, int line, string what, string advice) => mistakes.Add((file, line, $"{what} {advice}"));

    internal void ThrowIfAny()
    {
        if (mistakes.Count == 0) return;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The vocabulary in {folder} cannot be used; it has {mistakes.Count} {(mistakes.Count == 1 ? "mistake" : "mistakes")}:");
        foreach (var (file, line, message) in mistakes)
        {
            text.Append('\n').Append("- ").Append(file);
            if (line > 0) text.Append(CultureInfo.InvariantCulture, $", line {line}");
            text.Append(": ").Append(message);
        }
        throw new VocabularyException(text.ToString());
    }
}
