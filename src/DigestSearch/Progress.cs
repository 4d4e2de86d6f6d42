using System.Globalization;
using Spectre.Console;

namespace DigestSearch;

/// <summary>Shows long work on standard error: a bar on a terminal, a plain line now and then in a pipe.</summary>
internal static class Progress
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs work that reports how much of a total is done.</summary>
    public static void Run(string what, long total, Action<IProgress<long>> work)
    {
        if (Console.IsErrorRedirected) work(new Lines(what, total));
        else
        {
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context =>
                {
                    var task = context.AddTask(what, maxValue: Math.Max(total, 1));
                    work(new Bar(task));
                    task.Value = task.MaxValue;
                });
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }

    private sealed class Lines(string what, long total) : IProgress<long>
    {
        private long last = TimeProvider.System.GetTimestamp();

        public void Report(long value)
        {
            if (TimeProvider.System.GetElapsedTime(last) < LineInterval) return;
            last = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {100.0 * value / Math.Max(total, 1):0} %"));
        }
    }
}
