using DigestSearch.Reviews;

namespace DigestSearch;

/// <summary>Finds the vocabulary: where <c>--vocabulary</c> says, else beside the executable.</summary>
internal static class Vocabularies
{
    public static Vocabulary Load(string? folder) => Vocabulary.Load(folder ?? Path.Combine(AppContext.BaseDirectory, "vocabulary"));
}
