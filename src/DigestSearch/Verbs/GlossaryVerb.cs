using System.CommandLine;
using System.Globalization;
using System.Text;
using DigestSearch.Reviews;
using DigestSearch.Search.Widening;

namespace DigestSearch.Verbs;

/// <summary><c>glossary</c>: pairs of terms that the archive itself explains, written for an editor.</summary>
internal static class GlossaryVerb
{
    private const string DefaultName = "glossary.mined.yaml";
    private const string Header = "# Proposed by the archive, for an editor: each line as glossary.yaml has it, and some of the reviews that say so.";
    private const int ShownReviews = 3;

    public static Command Create()
    {
        var (data, vocabulary) = (Options.Data(), Options.Vocabulary());
        var output = new Option<string?>("--output") { Description = $"The file to write; default: {DefaultName} in the data folder.", HelpName = "FILE" };
        var reviews = new Option<int>("--reviews") { Description = "How many reviews have to give a pair.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var command = new Command("glossary", "Writes the pairs of Russian and English terms that reviews give for each other and glossary.yaml lacks, for an editor to take over; searches do not use them.") { data, vocabulary, output, reviews };
        command.SetAction((result, cancellation) => Task.Run(() => Write(Settings.Read(result.GetValue(data)), Vocabularies.Load(result.GetValue(vocabulary)), result.GetValue(output), result.GetValue(reviews), cancellation), CancellationToken.None));
        return command;
    }

    private static int Write(Settings settings, Vocabulary vocabulary, string? output, int fewest, CancellationToken cancellation)
    {
        var path = output ?? Path.Combine(settings.Data, DefaultName);
        using var archive = Archives.OpenExisting(settings);
        var miner = new GlossaryMiner(vocabulary.Glossary, vocabulary.StopWords);
        foreach (var line in archive.Export())
        {
            cancellation.ThrowIfCancellationRequested();
            miner.Read(line.Id ?? "", line.Text ?? "");
        }
        var pairs = miner.Pairs(fewest);
        Save(path, Yaml(pairs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path} proposes {pairs.Count} pairs; move what is right to glossary.yaml."));
        return Run.Done;
    }

    // Nobody's own work is written over, least of all a glossary.
    private static void Save(string path, string yaml)
    {
        try
        {
            if (File.Exists(path) && File.ReadLines(path).FirstOrDefault() != Header) throw new CannotRunException($"{path} holds something else; name another file with --output.");
            File.WriteAllText(path, yaml, new UTF8Encoding(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"{path} could not be written: {exception.Message} Name another file with --output.");
        }
    }

    private static string Yaml(IReadOnlyList<MinedPair> pairs)
    {
        var yaml = new StringBuilder(Header).Append("\n\n");
        foreach (var pair in pairs)
            yaml.Append(CultureInfo.InvariantCulture, $"- {{ru: [{pair.Russian}], en: [{pair.English}]}} # {pair.Reviews.Count}: {string.Join(", ", pair.Reviews.Take(ShownReviews))}\n");
        return yaml.ToString();
    }
}
