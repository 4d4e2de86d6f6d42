using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using DigestSearch.Api.Keys;
using DigestSearch.Archive;
using DigestSearch.Indexing;
using DigestSearch.Reviews;

namespace DigestSearch;

/// <summary>Runs a parsed command line as a program: expected failures are sentences on standard error, surprises keep their trace.</summary>
internal static class Run
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Problems = 2;

    public static async Task<int> AsyncAsProgram(ParseResult command)
    {
        // Dates and numbers are for programs as well as people: the same everywhere.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (command.Errors.Count > 0)
        {
            foreach (var error in command.Errors) await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            await Console.Error.WriteLineAsync("Run 'digestsearch --help' to see the verbs and their options.").ConfigureAwait(false);
            return Failed;
        }
        try
        {
            return await command.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(15) }).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SettingsException or ArchiveException or VocabularyException or OwnerLockException or AdminKeyException or CannotRunException)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return Failed;
        }
        catch (DbException exception)
        {
            await Console.Error.WriteLineAsync($"The archive could not be read or written: {exception.Message} Look at the room and the rights of its disk; what was archived stays.").ConfigureAwait(false);
            return Failed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{exception.Message.TrimEnd('.')}. Look at the room and the rights of that disk; what was archived stays.").ConfigureAwait(false);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; what was archived stays, and the same command goes on from there.").ConfigureAwait(false);
            return Failed;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"Something unexpected happened; please report it with what follows.{Environment.NewLine}{exception}").ConfigureAwait(false);
            return Failed;
        }
    }
}

/// <summary>A verb cannot do its work here; the message says why and what to do.</summary>
internal sealed class CannotRunException(string message) : Exception(message);
