using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DigestSearch;

/// <summary>The usual help, followed by what a verb does in more words, examples, and its exit codes.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Codes = "Exit codes: 0 done, 1 it could not be done; standard error says why.";
    private const string CodesWithProblems = "Exit codes: 0 done, 1 it could not be done, 2 done, but there were problems in the documents; standard error names them.";

    /// <summary>Lets the help of a command and of all below it teach.</summary>
    public static void Teach(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction usual) option.Action = new TeachingHelp(usual);
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (Text(parseResult.CommandResult.Command.Name) is { } text) Console.WriteLine(text + Environment.NewLine);
        return code;
    }

    private static string? Text(string verb) => verb switch
    {
        "serve" => $"""
            Files that are added, changed or removed below a source show in the search within a second or two; what cannot be read is told at
            /api/v1/problems. One process at a time writes a data folder. Any process may be killed at any moment; nothing archived is lost.

            Examples:
              digestsearch serve --source digests/
              digestsearch serve --data /srv/archive --source /srv/digests --source more.jsonl --urls http://127.0.0.1:8080

            Settings come from appsettings.json, the environment (DIGESTSEARCH__DATA, DIGESTSEARCH__LIMITS__REQUESTSPERSECOND=20) and the command line.
            Ctrl-C or SIGTERM stops it in order. {Codes}
            """,
        "work" => $"""
            Follows the sources and writes the index; 'digestsearch api' over the same data folder serves it, as a process of its own.

            Examples:
              digestsearch work --data /srv/archive --source /srv/digests

            {Codes}
            """,
        "api" => $"""
            Answers as soon as a worker has committed an index, and until then says at /readyz why not. Posts go into the archive; a worker indexes them.

            Examples:
              digestsearch api --data /srv/archive --urls http://127.0.0.1:8080

            {Codes}
            """,
        "parse" => $"""
            Touches no archive: for seeing how a document is read before it is taken in. The lines may be edited and ingested as a .jsonl file.

            Examples:
              digestsearch parse digests/2020-01.md
              digestsearch parse digests/ > reviews.jsonl
              digestsearch parse --explain digests/2020-01.md

            {CodesWithProblems}
            """,
        "ingest" => $"""
            What is archived stays archived, however this ends; the same command goes on from there, and what did not change costs nothing.
            Beside a running 'serve' it is that process which indexes; what was taken in is searchable when this ends.

            Examples:
              digestsearch ingest digests/ --data /srv/archive
              digestsearch ingest papers.jsonl.gz

            {CodesWithProblems}
            """,
        "search" => $"""
            Examples:
              digestsearch search "side-tuning malik"
              digestsearch search "обучение с подкреплением" --year 2018..2020
              digestsearch search "author:hinton -capsule" --lab "Google > Google Brain" --json

            {Codes}
            """,
        "check" => $"""
            Reads every page of the archive and every file of the index, also beside a running worker, and changes nothing.

            Examples:
              digestsearch check --data /srv/archive

            Exit codes: 0 both are sound, 1 something is wrong or could not be checked.
            """,
        "rebuild" => $"""
            A worker rebuilds by itself when the index is missing, damaged or of other rules, so this is seldom needed. The archive is never touched.

            Examples:
              digestsearch rebuild --data /srv/archive

            {Codes}
            """,
        "glossary" => $"""
            Reads «внимание (attention)», «attention (внимание)» and «дистилляция / distillation» in the reviews. Where a Russian term begins is guessed from
            the English one, so look at each line before you move it to glossary.yaml; its reviews stand behind it.

            Examples:
              digestsearch glossary --data /srv/archive
              digestsearch glossary --data /srv/archive --reviews 1 --output proposals.yaml

            {Codes}
            """,
        "export" => $"""
            Examples:
              digestsearch export --data /srv/archive > reviews.jsonl
              digestsearch export | gzip > reviews.jsonl.gz
              digestsearch ingest reviews.jsonl.gz --data /srv/another

            {Codes}
            """,
        _ => null,
    };
}
