namespace DigestSearch.Api.Tests.Room;

/// <summary>Measures belong to the process: a server that closes takes its own out of those of the others, so this one runs alone.</summary>
[Collection("Alone")]
public sealed class MeasureTests
{
    [Fact]
    public async Task TheMeasuresTellOfEveryPart()
    {
        await using var room = await ReadingRoom.OpenAsync([StarterRoom.Digests]);
        (await room.Client.GetAsync("/api/v1/search?q=nothingofthiskind")).Dispose();
        var text = (await room.Client.GetStringAsync("/metrics")).Replace('{', ' ');
        Assert.All(
            ["http_server_request_duration_seconds_bucket ", "digestsearch_search_duration_seconds_bucket ", "digestsearch_searches_without_hits_total ",
             "digestsearch_documents ", "digestsearch_generation ", "digestsearch_follower_lag "],
            name => Assert.Contains("\n" + name, text, StringComparison.Ordinal));
    }
}

/// <summary>Tests that share nothing of the process with others.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class AloneTests;
