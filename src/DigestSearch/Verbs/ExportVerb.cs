using System.CommandLine;
using System.Text;
using System.Text.Json;
using DigestSearch.Reviews;

namespace DigestSearch.Verbs;

/// <summary><c>export</c>: the archive's reviews as JSON Lines.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var data = Options.Data();
        var command = new Command("export", "Prints every review as a line of JSON, which 'ingest' takes back as a .jsonl file.") { data };
        command.SetAction((result, cancellation) => Task.Run(() => Export(Settings.Read(result.GetValue(data)), cancellation), CancellationToken.None));
        return command;
    }

    private static int Export(Settings settings, CancellationToken cancellation)
    {
        using var archive = Archives.OpenExisting(settings);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        output.NewLine = "\n";
        foreach (var line in archive.Export())
        {
            cancellation.ThrowIfCancellationRequested();
            output.WriteLine(JsonSerializer.Serialize(line, ReviewJson.Plain.ReviewLine));
        }
        return Run.Done;
    }
}
