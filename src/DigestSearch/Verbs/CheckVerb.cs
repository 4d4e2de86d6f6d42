using System.CommandLine;
using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Reviews;

namespace DigestSearch.Verbs;

/// <summary><c>check</c>: verifies archive and index; works beside a running worker.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var (data, vocabulary) = (Options.Data(), Options.Vocabulary());
        var command = new Command("check", "Verifies archive and index and says what is wrong; exit code 1 if anything is.") { data, vocabulary };
        command.SetAction(result => Check(Settings.Read(result.GetValue(data)), Vocabularies.Load(result.GetValue(vocabulary))));
        return command;
    }

    private static int Check(Settings settings, Vocabulary vocabulary)
    {
        using var archive = Archives.OpenExisting(settings);
        var path = Path.Combine(settings.Data, IndexDirectory.FolderName);
        var state = IndexState.Inspect(path, IndexFingerprint.Of(vocabulary), archive.Identity);
        var faults = archive.Check().Select(fault => "Archive: " + fault).ToList();
        if (state.Reason is { } reason) faults.Add("Index: " + reason + " It is rebuilt when a worker starts, or by 'digestsearch rebuild'.");
        else faults.AddRange(IndexCheck.Faults(path).Select(fault => "Index: " + fault));
        // A worker may be a moment behind: only at the same version must both hold the same.
        if (faults.Count == 0 && state.Commit!.Version == archive.Version && IndexCheck.Documents(path) != archive.ReviewCount && archive.Version == IndexState.Inspect(path, IndexFingerprint.Of(vocabulary), archive.Identity).Commit?.Version)
            faults.Add($"Index: it holds {IndexCheck.Documents(path)} reviews, the archive {archive.ReviewCount}. Run 'digestsearch rebuild'.");
        foreach (var fault in faults) Console.WriteLine(fault);
        if (faults.Count > 0) return Run.Failed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Archive and index are sound: {archive.ReviewCount} reviews in {archive.DigestCount} digests, archive version {archive.Version}, indexed to {state.Commit!.Version}."));
        return Run.Done;
    }
}
