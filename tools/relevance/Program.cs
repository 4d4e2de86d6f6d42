using System.Globalization;
using DigestSearch.RelevanceMeasure;
using DigestSearch.Reviews;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// generated VOCABULARY SURNAMES DATA SEED COUNT CORPUS…: measures titles and names as readers type them on a data folder that holds the corpus.
if (args is ["generated", var words, var spellings, var folder, var seed, var number, _, ..])
{
    await GeneratedMeasure.RunAsync(words, spellings, folder, int.Parse(seed, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture), args[6..]).ConfigureAwait(false);
    return 0;
}

// cost VOCABULARY DATA SEED COUNT ROUNDS CORPUS…: what a search as readers have it costs beside a plain one, on a data folder that holds the corpus.
if (args is ["cost", var terms, var indexed, var start, var asked, var rounds, _, ..])
{
    await Cost.RunAsync(terms, indexed, int.Parse(start, CultureInfo.InvariantCulture), int.Parse(asked, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture), args[6..]).ConfigureAwait(false);
    return 0;
}

// VOCABULARY COLLECTION DATA RUN [AGAINST]: measures the search of a data folder on a judged collection; a table, then what differs from another run.
if (args.Length is < 4 or > 5)
{
    Console.Error.WriteLine("Give the folder of the vocabulary, the folder of a collection, the data folder that holds its index, the file to write the run to, and perhaps an older run to compare with.");
    return 1;
}
const int Depth = 100;
const int Shown = 15;
var collection = Collection.Load(args[1]);
var own = await ProductEngine.RunAsync(collection, args[2], Vocabulary.Load(args[0]), Depth).ConfigureAwait(false);
own.Save(args[3]);
Console.WriteLine($"{collection.Name,-20} {collection.Queries.Count,6} queries  nDCG@10     RR  R@100    S@1    S@5");
var other = args.Length > 4 ? Run.Load(args[4]) : collection.Corpus is null ? null : StockEngine.Run(collection, Depth);
if (other is not null) Print(other);
Print(own);
if (args.Length > 4) Differences(other!);
return 0;

void Print(Run run)
{
    var mean = Measures.Mean([.. run.Score(collection).Values]);
    Console.WriteLine($"  {run.Engine,-32} {mean.Ndcg,8:0.0000} {mean.ReciprocalRank,6:0.000} {mean.Recall,6:0.000} {mean.Success1,6:0.000} {mean.Success5,6:0.000}");
}

void Differences(Run older)
{
    var (before, after) = (older.Score(collection), own.Score(collection));
    foreach (var query in collection.Queries.Where(query => Math.Abs(Change(query)) > 0.001).OrderBy(Change).Take(Shown)) Console.WriteLine($"  {Change(query):+0.000;-0.000}  {query.Id}  {query.Text}");
    foreach (var query in collection.Queries.Where(query => Change(query) > 0.001).OrderByDescending(Change).Take(Shown)) Console.WriteLine($"  {Change(query):+0.000;-0.000}  {query.Id}  {query.Text}");
    double Change(JudgedQuery query) => after[query.Id].Ndcg - before[query.Id].Ndcg;
}
