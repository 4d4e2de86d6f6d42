using System.Globalization;
using DigestSearch.ReadingFuzz;
using DigestSearch.Reviews;

// COUNT VOCABULARY FAILURES FOLDER…: reads COUNT mutations of the documents in folders; what fails is kept in FAILURES under its seed.
if (args.Length < 4 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
{
    Console.Error.WriteLine("Give the number of mutations, the folder of the vocabulary, a folder for failures, and folders of documents.");
    return 1;
}
var loaded = Vocabulary.Load(args[1]);
var documents = args[3..].SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
    .Where(path => Path.GetExtension(path) is ".md" or ".html" or ".txt" or ".xml" or ".rss" or ".atom").Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
var run = new FuzzRun(documents, loaded);
var (done, failed, slow) = (0, 0, 0);
var slowest = TimeSpan.Zero;
var suspects = new List<int>();
var gate = new Lock();
Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
{
    var outcome = run.Read(seed);
    // A pause of the machine is no hang: what was slow is read again, and the better time counts.
    if (outcome.Time > TimeSpan.FromSeconds(1) && run.Read(seed) is var again && again.Time < outcome.Time) outcome = again;
    var isSlow = outcome.Time > TimeSpan.FromSeconds(1);
    lock (gate)
    {
        if (outcome.Mistake is not null) failed++;
        if (isSlow) slow++;
        if (outcome.Allocated > FuzzRun.LimitOf(outcome)) suspects.Add(seed);
        if (outcome.Time > slowest) slowest = outcome.Time;
        if (++done % Math.Max(count / 100, 1) == 0) Console.Error.WriteLine($"{done} of {count}: {failed} failed, {slow} over 1 s; slowest {slowest.TotalMilliseconds:0} ms");
    }
    if (outcome.Mistake is not null || isSlow) Keep(seed, outcome, $"{outcome.Mistake} {outcome.Time.TotalMilliseconds:0} ms");
});
// What allocated more than it may hold is read once more, alone, to see what it holds.
var over = 0;
foreach (var (seed, outcome) in suspects.Select(seed => (seed, run.Read(seed))))
{
    if (run.HeldBy(seed) is var held && held <= FuzzRun.LimitOf(outcome)) continue;
    over++;
    Keep(seed, outcome, $"{held} bytes held for {outcome.Bytes.Length}");
}
Console.WriteLine($"{count} mutations of {documents.Count} documents: {failed} failed, {slow} over 1 s, {over} over memory; slowest {slowest.TotalMilliseconds:0} ms; {suspects.Count} were measured for what they hold");
return failed + slow + over == 0 ? 0 : 2;

void Keep(int seed, FuzzOutcome outcome, string why)
{
    Directory.CreateDirectory(args[2]);
    File.WriteAllBytes(Path.Combine(args[2], $"{seed}-{outcome.Name.Replace('/', '_')}"), outcome.Bytes);
    File.WriteAllText(Path.Combine(args[2], $"{seed}.why"), why + "\n");
}
