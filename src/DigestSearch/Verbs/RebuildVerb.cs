using System.CommandLine;
using System.Globalization;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Worker;

namespace DigestSearch.Verbs;

/// <summary><c>rebuild</c>: the index anew from the archive.</summary>
internal static class RebuildVerb
{
    public static Command Create()
    {
        var (data, vocabulary) = (Options.Data(), Options.Vocabulary());
        var command = new Command("rebuild", "Builds the index anew from the archive; searches are answered from the old one meanwhile.") { data, vocabulary };
        command.SetAction((result, cancellation) => Task.Run(() => Rebuild(Settings.Read(result.GetValue(data)), Vocabularies.Load(result.GetValue(vocabulary)), cancellation), CancellationToken.None));
        return command;
    }

    private static int Rebuild(Settings settings, Vocabulary vocabulary, CancellationToken cancellation)
    {
        Archives.MustExist(settings);
        using var owner = OwnerLock.TryTake(settings.Data)
            ?? throw new CannotRunException($"{OwnerLock.OwnerOf(settings.Data)} holds {settings.Data}. A worker rebuilds by itself when it must; stop it to rebuild by hand.");
        using var archive = ReviewArchive.Open(settings.Data);
        using var follower = new IndexFollower(archive, owner, vocabulary, new WorkerSettings(), new ErrorLog<IndexFollower>());
        var written = 0;
        Progress.Run("Indexing", archive.ReviewCount, bar => written = follower.CatchUp(anew: true, new Steps(bar), cancellation));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The index was built anew from {written} reviews."));
        return Run.Done;
    }

    private sealed class Steps(IProgress<long> bar) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => bar.Report(value.Done);
    }
}
