using DigestSearch.Archive;

namespace DigestSearch;

/// <summary>Opens an archive for verbs that need one to be there.</summary>
internal static class Archives
{
    /// <summary>The archive of the data folder.</summary>
    /// <exception cref="CannotRunException">There is none.</exception>
    public static ReviewArchive OpenExisting(Settings settings)
    {
        MustExist(settings);
        return ReviewArchive.Open(settings.Data);
    }

    /// <summary>Says so when a data folder has no archive, instead of making an empty one.</summary>
    /// <exception cref="CannotRunException">There is none.</exception>
    public static void MustExist(Settings settings)
    {
        if (!Directory.Exists(settings.Data)) throw new CannotRunException($"There is no data folder {settings.Data}. Name another with --data, or run 'digestsearch ingest' first.");
        if (!File.Exists(Path.Combine(settings.Data, "archive.db")))
            throw new CannotRunException($"There is no archive in {settings.Data}. Name another folder with --data, or run 'digestsearch ingest' first.");
    }
}
