using DigestSearch.Reviews;

namespace DigestSearch.Tests;

public class IdentifiersTests
{
    [Theory]
    [InlineData("1912.13503", "arxiv:1912.13503")]
    [InlineData("1912.13503v2", "arxiv:1912.13503")]
    [InlineData("arXiv:1912.13503", "arxiv:1912.13503")]
    [InlineData("https://arxiv.org/abs/1912.13503v2", "arxiv:1912.13503")]
    [InlineData("https://arxiv.org/pdf/1912.13503.pdf", "arxiv:1912.13503")]
    [InlineData("10.1145/3292500.3330701", "doi:10.1145/3292500.3330701")]
    [InlineData("https://doi.org/10.1145/3292500.3330701", "doi:10.1145/3292500.3330701")]
    [InlineData("https://github.com/Kedro/Lumo", "repo:kedro/lumo")]
    [InlineData("https://github.com/kedro/lumo.git", "repo:kedro/lumo")]
    [InlineData("kedro/lumo.js", "repo:kedro/lumo.js")]
    [InlineData("transformer", null)]
    [InlineData("2.5", null)]
    [InlineData("/", null)]
    [InlineData("..", null)]
    public void AWordIsAnIdentifier(string word, string? identifier) => Assert.Equal(identifier, Identifiers.In(word));

    [Fact]
    public void AReviewHasThoseOfItsPaperAndItsCode() => Assert.Equal(["arxiv:1912.13503", "repo:kedro/lumo"], Identifiers.Of(new Review
    {
        Title = "A", Ids = PaperIds.None with { Arxiv = "1912.13503" }, Links = [new(LinkKind.Code, "code", "https://github.com/kedro/lumo"), new(LinkKind.Paper, "paper", "https://arxiv.org/abs/1912.13503")],
    }));
}
