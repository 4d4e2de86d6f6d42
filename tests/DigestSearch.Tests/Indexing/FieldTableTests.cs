using System.Globalization;
using DigestSearch.Indexing;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Indexing;

public class FieldTableTests
{
    [Fact]
    public void TheTableIsInTheReadmeRowByRow()
    {
        var rows = File.ReadLines(Path.Combine(Repo.Root, "index", "README.md")).SkipWhile(line => !line.StartsWith("| field |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.Length > 0);
        Assert.Equal(ReviewFields.All.Select(field => $"| `{field.Name}` | {field.Kind.ToString().ToLowerInvariant()} | {(field.Weight > 0 ? field.Weight.ToString(CultureInfo.InvariantCulture) : "")} | {field.Holds} |"), rows);
    }
}
