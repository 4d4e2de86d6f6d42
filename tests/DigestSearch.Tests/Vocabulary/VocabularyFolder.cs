using DigestSearch.Reviews;

namespace DigestSearch.Tests.Vocabularies;

/// <summary>A vocabulary in a temp folder: small and right, unless a test writes otherwise.</summary>
internal sealed class VocabularyFolder : IDisposable
{
    internal VocabularyFolder()
    {
        Directory.CreateDirectory(Path);
        Write("places.yaml", "countries:\n  - {name: Ruritania, aliases: [Руритания]}\ncities:\n  Ruritania: [Strelsau, Hentzau]\n");
        Write("labs.yaml", "- name: Strelsau University\n  country: Ruritania\n  aliases: [SU, Strelsau]\n");
        Write("topics.yaml", "- name: Vision\n  ru: Зрение\n  strong: [computer vision]\n  topics:\n    - name: Faces\n      ru: Лица\n      strong: ['face*']\n");
        Write("glossary.yaml", "- {ru: [зрение], en: [vision]}\n");
        Write("stopwords.txt", "# words\nи\nthe\n");
    }

    /// <summary>The vocabulary that ships with the project.</summary>
    internal static string Shipped { get; } = FindShipped();

    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "vocabulary-" + Guid.NewGuid().ToString("N"));

    internal void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    internal void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    internal Vocabulary Load() => Vocabulary.Load(Path);

    /// <summary>What the loader has against the folder, a line a mistake.</summary>
    internal string[] Mistakes() => [.. Assert.Throws<VocabularyException>(Load).Message.Split('\n').Skip(1)];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string FindShipped()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "DigestSearch.sln"))) return System.IO.Path.Combine(at.FullName, "index", "vocabulary");
        throw new DirectoryNotFoundException("The tests must run below the folder of DigestSearch.sln.");
    }
}
