using DigestSearch.Api.Search;

namespace DigestSearch.Api.Tests.Room;

public sealed class SearchOverHttpTests(StarterRoom starter, EdgeRoom edge)
{
    private HttpClient Client => starter.Client;

    [Theory]
    [InlineData("q=side-tuning", "\"total\":1,", "Side-Tuning: Network Adaptation", "\\u003Cmark\\u003E")]
    [InlineData("q=malik", "Jitendra Malik")]
    [InlineData("q=G.%20Hinton", "Hinton")]
    [InlineData("q=%22contrastive%20learning%22", "A Simple Framework for Contrastive Learning")]
    [InlineData("q=контрастивное", "\"read\":\"контрастивное\"")]
    [InlineData("q=&facets=", "\"facets\":{}")]
    [InlineData("year=2020&size=1", "\"year\":2020", "\"value\":\"2020\",\"label\":\"2020\"")]
    [InlineData("year=..2015&size=1&sort=oldest", "\"year\":2014")]
    [InlineData("lab=Google&size=0", "\"value\":\"Google\",\"label\":\"Google\"", "\"selected\":true", "\"hits\":[]")]
    [InlineData("topic=Computer%20Vision&size=0", "\"value\":\"Computer Vision\"")]
    [InlineData("author=Jitendra%20Malik", "Side-Tuning")]
    [InlineData("reviewer=vision-desk&size=1", "\"reviewer\":\"vision-desk\"")]
    [InlineData("venue=MICCAI", "U-Net: Convolutional Networks", "\"venue\":\"MICCAI\"")]
    [InlineData("language=en&size=1", "\"language\":\"en\"")]
    [InlineData("has=code&size=1", "\"kind\":\"code\"")]
    [InlineData("q=bert&sort=title&size=1", "BERT-of-Theseus")]
    [InlineData("facets=year,lab&size=0", "\"facets\":{\"year\":[", "\"lab\":[")]
    [InlineData("q=bert&explain=true&size=1", "\"explanation\":")]
    [InlineData("q=bert&exact=true&size=1", "\"steps\":[]")]
    [InlineData("q=bert&snippets=false&size=1", "\"snippet\":\"\"", "\"highlights\":{\"title\":\"BERT")]
    public async Task EveryParameterDoesWhatItSays(string query, params string[] fragments)
    {
        var text = await Client.GetStringAsync("/api/v1/search?" + query);
        Assert.All(fragments, f => Assert.Contains(f, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASearchWithoutAnythingGivesAllReviewsNewestFirst()
    {
        var answer = await Client.JsonAsync("/api/v1/search?size=100");
        var years = answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("year").GetInt32()).ToList();
        Assert.Equal(starter.Room.Archive.ReviewCount, answer.Total());
        Assert.Equal(years.OrderDescending(), years);
    }

    [Fact]
    public void EveryParameterOfTheTableIsTriedHere()
    {
        var tried = typeof(SearchOverHttpTests).GetMethod(nameof(EveryParameterDoesWhatItSays))!.CustomAttributes
            .Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .SelectMany(a => (IEnumerable<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)
            .Select(a => a.Value?.ToString()).OfType<string>().SelectMany(q => q.Split('&')).Select(p => p.Split('=')[0]).ToHashSet();
        // Page, digest and facetSize have tests of their own below.
        Assert.Empty(SearchRequest.Table.Notes.Select(n => n.Name).Except(tried).Except(["page", "digest", "facetSize"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=network")]
    [InlineData("q=обучение%20-video")]
    [InlineData("lab=Google&lab=Microsoft")]
    [InlineData("q=learning&topic=Computer%20Vision&year=2015..2020&has=code")]
    [InlineData("author=Kaiming%20He&reviewer=vision-desk&language=ru")]
    public async Task EveryCountIsTheTotalAfterTheClick(string query)
    {
        var client = edge.Client;
        var labels = (await client.SearchAsync(query + "&facetSize=1000&size=0")).Labels().ToList();
        Assert.True(labels.Select(l => l.Dimension).Distinct().Count() >= 8);
        await Parallel.ForEachAsync(labels, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (label, _) =>
        {
            var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !p.StartsWith(label.Dimension + "=", StringComparison.Ordinal));
            var click = string.Join('&', kept.Append($"{label.Dimension}={Uri.EscapeDataString(label.Value)}"));
            Assert.Equal((click, label.Count), (click, (await client.SearchAsync(click + "&facets=&size=0")).Total()));
        });
    }

    [Fact]
    public async Task WhatIsChosenInADimensionWidensItAndNarrowsTheOthers()
    {
        var (google, microsoft, both) = ((await Client.SearchAsync("lab=Google&size=100")).Ids(), (await Client.SearchAsync("lab=Microsoft&size=100")).Ids(), (await Client.SearchAsync("lab=Google&lab=Microsoft&size=100")).Ids());
        var narrowed = (await Client.SearchAsync("lab=Google&lab=Microsoft&year=2020&size=100")).Ids();
        Assert.Equal(google.Union(microsoft).Order(), both.Order());
        Assert.True(narrowed.Length < both.Length && narrowed.All(both.Contains));
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=learning")]
    [InlineData("q=learning&sort=oldest")]
    [InlineData("sort=title")]
    public async Task PagesJoinedAreOneLongPage(string query)
    {
        var whole = await Client.SearchAsync(query + "&size=100&facets=");
        var joined = new List<string>();
        for (var page = 1; joined.Count < whole.Total(); page++)
        {
            var ids = (await Client.SearchAsync($"{query}&size=7&facets=&page={page}")).Ids();
            Assert.NotEmpty(ids);
            joined.AddRange(ids);
        }
        Assert.True(joined.Count > 7);
        Assert.Equal(whole.Ids(), joined);
    }

    [Fact]
    public async Task PastTheLastPageThereIsNothingAndTheTotalStays()
    {
        var answer = await Client.SearchAsync("page=100&size=100&facets=");
        Assert.Empty(answer.Ids());
        Assert.Equal(starter.Room.Archive.ReviewCount, answer.Total());
    }

    [Fact]
    public async Task AChosenLabelIsListedHoweverFewLabelsAreAsked()
    {
        var all = (await Client.SearchAsync("facets=author&facetSize=1000&size=0")).Labels().ToList();
        var few = (await Client.SearchAsync($"facets=author&facetSize=2&size=0&author={Uri.EscapeDataString(all[^1].Value)}")).Labels().ToList();
        Assert.Equal(3, few.Count);
        Assert.Equal((all[^1].Value, true), (few[^1].Value, few[^1].Selected));
    }

    [Theory]
    [InlineData("topic", "Computer Vision", "en", "Computer Vision")]
    [InlineData("topic", "Computer Vision", "ru", "Компьютерное зрение")]
    [InlineData("language", "ru", "en", "Russian")]
    [InlineData("has", "code", "ru", "код")]
    public async Task LabelsAreToldInTheWordsOfALanguageAndValuesAreTheSame(string dimension, string value, string language, string expected)
    {
        var labels = (await Client.SearchAsync($"facets={dimension}&size=0&labels={language}")).GetProperty("facets").GetProperty(dimension).EnumerateArray().ToList();
        Assert.Equal(expected, labels.Single(label => label.GetProperty("value").GetString() == value).GetProperty("label").GetString(), ignoreCase: true);
        var one = (await Client.JsonAsync($"/api/v1/facets/{dimension}?facetSize=1000&labels={language}")).GetProperty("labels").EnumerateArray();
        Assert.Equal(expected, one.Single(label => label.GetProperty("value").GetString() == value).GetProperty("label").GetString(), ignoreCase: true);
    }

    [Fact]
    public async Task ADigestIsADimension()
    {
        var digest = starter.Room.Archive.Digests(0, 1)[0];
        Assert.Equal(digest.Reviews, (await Client.SearchAsync($"digest={digest.Id}&size=0")).Total());
    }

    [Theory]
    [InlineData("q=%00%01%02")]
    [InlineData("q=%22%22%22((((--OR%20OR%20-")]
    [InlineData("q=%F0%9F%8F%AE%20-%20%D0%A9")]
    [InlineData("q=author:%20year:x..y%20has:%20*")]
    [InlineData("q=%FF%FE%C0%80")]
    [InlineData("lab=%3E%20%3E%20%3E&author=%22")]
    [InlineData("digest=..%2F..%2Fetc%2Fpasswd")]
    public async Task AnyTextIsAQuery(string query) => Assert.True((await edge.Client.SearchAsync(query)).Total() >= 0);

    [Fact]
    public async Task AQueryAsLongAsAllowedIsAnsweredAndOneLetterMoreIsNot()
    {
        var most = Uri.EscapeDataString(string.Concat(Enumerable.Range(0, 400).Select(n => $"w{n:D3} ")));
        Assert.NotEmpty((await Client.SearchAsync("q=" + most)).GetProperty("query").GetProperty("warnings").EnumerateArray());
        using var longer = await Client.GetAsync($"/api/v1/search?q={most}x");
        (await Server.ServerTests.ProblemAsync(longer, 400)).Dispose();
    }

    [Fact]
    public async Task NothingThatADocumentSaysBecomesMarkupInAnAnswer()
    {
        foreach (var hit in (await edge.Client.SearchAsync("q=lantern%20OR%20фонарь%20OR%20alert&size=100")).GetProperty("hits").EnumerateArray())
            foreach (var name in new[] { "title", "snippet" })
            {
                var text = hit.GetProperty("highlights").GetProperty(name).GetString()!;
                var plain = text.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
                Assert.DoesNotContain('<', plain);
                Assert.DoesNotContain('>', plain);
            }
    }
}
