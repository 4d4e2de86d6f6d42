using System.CommandLine;

namespace DigestSearch;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    public static Option<string?> Data() => new("--data") { Description = "Folder of archive and index.", HelpName = "DIR", DefaultValueFactory = _ => null };

    public static Option<string?> Vocabulary() => new("--vocabulary") { Description = "Folder of labs, topics and words; default: beside the executable.", HelpName = "DIR", DefaultValueFactory = _ => null };

    public static Option<string[]> Sources() => new("--source") { Description = "A folder, file or feed to follow; may be given several times and replaces the configured ones.", HelpName = "PATH-or-URL", DefaultValueFactory = _ => [] };

    public static Option<string?> Urls() => new("--urls") { Description = "Addresses to listen on, joined by semicolons.", HelpName = "URL", DefaultValueFactory = _ => null };

    public static Argument<string[]> Paths(string description) => new("PATH") { Description = description, Arity = ArgumentArity.OneOrMore };
}
