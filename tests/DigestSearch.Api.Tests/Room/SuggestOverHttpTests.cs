using System.Text.Json;

namespace DigestSearch.Api.Tests.Room;

/// <summary>Suggestions and labels of one dimension as clients meet them.</summary>
public sealed class SuggestOverHttpTests(StarterRoom starter, EdgeRoom edge)
{
    [Theory]
    [InlineData("tuning", "title", "Side-Tuning: Network Adaptation via Additive Side Networks")]
    [InlineData("malik", "author", "Jitendra Malik")]
    [InlineData("Малик", "author", "Jitendra Malik")]
    [InlineData("vfkbr", "author", "Jitendra Malik")]
    [InlineData("malki", "author", "Jitendra Malik")]
    [InlineData("googl", "lab", "Google")]
    [InlineData("зрение", "topic", "Computer Vision")]
    public async Task EveryTypeIsSuggested(string typed, string type, string value)
    {
        var items = (await SuggestAsync(typed)).GetProperty("items").EnumerateArray();
        Assert.Contains((type, value), items.Select(item => (Text(item, "type"), Text(item, "value"))));
    }

    [Fact]
    public async Task AnAnswerIsInTheWordsOfTheContract()
    {
        var answer = await SuggestAsync("side-tu");
        var item = answer.GetProperty("items")[0];
        Assert.Equal(["q", "items", "generation"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["type", "value", "label", "count", "highlight", "url"], item.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("side-tu", starter.Room.Index.Status.Generation), (Text(answer, "q"), answer.GetProperty("generation").GetInt64()));
        Assert.StartsWith("<mark>Side-Tu</mark>ning", Text(item, "highlight"), StringComparison.Ordinal);
        using var page = await starter.Client.GetAsync(Text(item, "url"));
        Assert.Contains("Side-Tuning", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20%20")]
    [InlineData("%00")]
    [InlineData("%22%3C")]
    public async Task WithoutAWordNothingIsSuggested(string typed) =>
        Assert.Empty((await starter.Client.JsonAsync("/api/v1/suggest?q=" + typed)).GetProperty("items").EnumerateArray());

    [Fact]
    public async Task NothingTypedIsNothingAtAll() => Assert.Empty((await starter.Client.JsonAsync("/api/v1/suggest")).GetProperty("items").EnumerateArray());

    [Fact]
    public async Task TheSizeIsTheMostThatIsSuggested()
    {
        Assert.Equal(20, (await starter.Client.JsonAsync("/api/v1/suggest?q=a&size=20")).GetProperty("items").GetArrayLength());
        Assert.Equal(8, (await SuggestAsync("a")).GetProperty("items").GetArrayLength());
        Assert.Equal(3, (await starter.Client.JsonAsync("/api/v1/suggest?q=a&size=3")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("le")]
    [InlineData("се")]
    [InlineData("university")]
    public async Task EveryCountIsTheTotalAfterTheClick(string typed)
    {
        var items = (await edge.Client.JsonAsync($"/api/v1/suggest?size=20&q={Uri.EscapeDataString(typed)}")).GetProperty("items").EnumerateArray().Where(item => Text(item, "type") != "title").ToList();
        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            var click = Text(item, "url").Split('?')[1];
            Assert.Equal((click, item.GetProperty("count").GetInt32()), (click, (await edge.Client.SearchAsync(click + "&size=0&facets=")).Total()));
        }
    }

    [Fact]
    public async Task WhatADocumentSaysIsEscaped()
    {
        var item = (await edge.Client.JsonAsync("/api/v1/suggest?q=bold%20claims")).GetProperty("items")[0];
        Assert.Equal("&lt;b&gt;<mark>Bold</mark>&lt;/b&gt; <mark>Claims</mark> &amp; &lt;script&gt;alert(&#39;title&#39;)&lt;/script&gt;", Text(item, "highlight"));
    }

    [Fact]
    public async Task ATextAsLongAsAllowedIsAnsweredAndOneLetterMoreIsNot()
    {
        var most = Uri.EscapeDataString(new string('щ', 2_000));
        Assert.Empty((await starter.Client.JsonAsync("/api/v1/suggest?q=" + most)).GetProperty("items").EnumerateArray());
        using var longer = await starter.Client.GetAsync($"/api/v1/suggest?q={most}x");
        (await Server.ServerTests.ProblemAsync(longer, 400)).Dispose();
    }

    [Theory]
    [InlineData("author", "q=learning", "he")]
    [InlineData("lab", "year=2015..2020&has=code", "univ")]
    [InlineData("topic", "lab=Google", "le")]
    [InlineData("venue", "", "")]
    [InlineData("year", "q=bert", "20")]
    public async Task LabelsOfADimensionAreThoseOfTheSearch(string dimension, string query, string prefix)
    {
        var all = (await edge.Client.SearchAsync(query + "&facetSize=1000&size=0&facets=" + dimension)).Labels().ToList();
        var answer = await edge.Client.JsonAsync($"/api/v1/facets/{dimension}?facetSize=1000&prefix={prefix}&{query}".TrimEnd('&'));
        var labels = answer.GetProperty("labels").EnumerateArray().Select(label => (Text(label, "value"), label.GetProperty("count").GetInt32())).ToList();
        bool Begins(string value) => value.Split(" > ")[^1].Split(' ', '-').Any(word => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(dimension, Text(answer, "dimension"));
        Assert.NotEmpty(labels);
        Assert.Equal(labels.Count, answer.Total());
        // Other names of labs and topics may begin so too.
        Assert.Subset(labels.ToHashSet(), all.Where(label => Begins(label.Value)).Select(label => (label.Value, label.Count)).ToHashSet());
        Assert.Subset(all.Select(label => (label.Value, label.Count)).ToHashSet(), labels.ToHashSet());
        if (dimension is "author") Assert.All(labels, label => Assert.True(Begins(label.Item1), label.Item1));
    }

    [Fact]
    public async Task ATotalIsOfAllLabelsAndWhatIsSelectedIsListed()
    {
        var few = await starter.Client.JsonAsync("/api/v1/facets/lab?facetSize=2&lab=Google&prefix=goo");
        var label = few.GetProperty("labels")[0];
        Assert.Equal(("Google", true), (Text(label, "value"), label.GetProperty("selected").GetBoolean()));
        var all = await starter.Client.JsonAsync("/api/v1/facets/author?facetSize=3");
        Assert.Equal(3, all.GetProperty("labels").GetArrayLength());
        Assert.True(all.Total() > 100);
        Assert.Equal("Computer Vision > Segmentation", Text((await starter.Client.JsonAsync("/api/v1/facets/topic?prefix=сегм")).GetProperty("labels")[0], "value"));
    }

    [Fact]
    public async Task AnUnknownDimensionIsToldThoseThatThereAre()
    {
        using var response = await starter.Client.GetAsync("/api/v1/facets/colour");
        using var problem = await Server.ServerTests.ProblemAsync(response, 404);
        Assert.Contains("year, lab, topic, author, reviewer, venue, language, digest, has", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private Task<JsonElement> SuggestAsync(string typed) => starter.Client.JsonAsync("/api/v1/suggest?q=" + Uri.EscapeDataString(typed));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
