using Dapper;
using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>Problems of a source as a whole, such as a folder that is gone.</summary>
internal static class SourceProblems
{
    /// <summary>Tells a problem; it replaces the one of the same code and file.</summary>
    public static void Put(ArchiveFile file, string place, Problem problem)
    {
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        writer.Connection.Execute("DELETE FROM problems WHERE place = @place AND code = @Code AND file = @File", new { place, problem.Code, problem.File });
        writer.Connection.Execute(
            "INSERT INTO problems (place, code, file, line, message, hint) VALUES (@place, @Code, @File, @Line, @Message, @Hint)",
            new { place, problem.Code, problem.File, problem.Line, problem.Message, problem.Hint });
        writer.Commit();
    }

    /// <summary>Takes problems back: those of a code, or all.</summary>
    public static void Clear(ArchiveFile file, string place, string? code)
    {
        using (var connection = file.Connect())
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM problems WHERE place = @place AND code = coalesce(@code, code)", new { place, code }) == 0)
                return;
        using var writer = new ArchiveWriter(file);
        writer.Begin();
        writer.Connection.Execute("DELETE FROM problems WHERE place = @place AND code = coalesce(@code, code)", new { place, code });
        writer.Commit();
    }
}
