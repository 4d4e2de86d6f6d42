namespace DigestSearch.Tests.Reading;

/// <summary>Documents as people write them who keep to no form: each line of what is expected is a review, as title, authors, institutions, year and venue.</summary>
public sealed class LooseShapesTests
{
    private const string Paper = "https://arxiv.org/abs/3101.00001";

    [Theory]
    [InlineData("*Ada Example, Bo Sample (Aster University, MIT), CVPR 2031*", "Ada Example; Bo Sample", "Aster University; MIT", "CVPR")]
    [InlineData("Ada Example, Bo Sample — Aster University, MIT", "Ada Example; Bo Sample", "Aster University; MIT", "")]
    [InlineData("Ada Example, Bo Sample | MIT | NeurIPS 2031", "Ada Example; Bo Sample", "MIT", "NeurIPS")]
    [InlineData("by Ada Example and Bo Sample", "Ada Example; Bo Sample", "", "")]
    [InlineData("Ada Example¹, Bo Sample²", "Ada Example; Bo Sample", "", "")]
    [InlineData("Ada Example et al., ACL 2031, MIT.", "Ada Example", "MIT", "ACL")]
    [InlineData("By Muster et al., published in SIGGRAPH 2031 [[pre-print]](https://arxiv.org/abs/3101.00001)", "Muster", "", "SIGGRAPH")]
    [InlineData("Muster & Beispiel (MIT) · April 2031", "Muster; Beispiel", "MIT", "")]
    [InlineData("Muster, Ada, Bo Sample, and Cy Third", "Ada Muster; Bo Sample; Cy Third", "", "")]
    public void ALineOfNamesBelowAHeadingNeedsNoLabel(string line, string authors, string institutions, string venue)
    {
        var review = Assert.Single(Readings.Of("a.md", $"# A Paper of Moss\n\n{line}\n\n[paper]({Paper})\n\nThe authors grow moss in deep shade and count its leaves.\n").Reviews);
        Assert.Equal(("A Paper of Moss", authors, institutions, venue),
            (review.Title, string.Join("; ", review.Authors), string.Join("; ", review.Institutions), review.Venue ?? ""));
        Assert.DoesNotContain("Ada", review.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deep Learning, Computer Vision")]
    [InlineData("Moss, 2031")]
    [InlineData("Key Ideas")]
    [InlineData("Ada Example, who grows moss, and Bo Sample, who does not")]
    [InlineData("“Ada Example, Bo Sample”, they say")]
    public void ALineOfOtherWordsIsNoLineOfNames(string line) =>
        Assert.Empty(Assert.Single(Readings.Of("a.md", $"# A Paper of Moss\n\n[paper]({Paper})\n\n{line}\n\nThe authors grow moss.\n").Reviews).Authors);

    [Theory]
    [InlineData("[CVPR'31] A Paper of Moss", "", "CVPR")]
    [InlineData("A Paper of Moss (Muster et al., 2031)", "Muster", "")]
    [InlineData("A Paper of Moss — MIT, NeurIPS 2031", "", "NeurIPS")]
    [InlineData("1. A Paper of Moss", "", "")]
    [InlineData("№1. A Paper of Moss", "", "")]
    [InlineData("Title: A Paper of Moss", "", "")]
    [InlineData("A Paper of Moss (2031-01)", "", "")]
    public void WhatStandsBesideATitleIsNoPartOfIt(string heading, string authors, string venue)
    {
        var review = Readings.Of("a.md", $"# Papers\n\n## {heading}\n\n[paper]({Paper})\n\nMoss grows.\n\n## A Paper of Stone\n\n[paper](https://arxiv.org/abs/3101.00002)\n\nStones do not.\n").Reviews[0];
        Assert.Equal(("A Paper of Moss", authors, venue, 2031), (review.Title, string.Join("; ", review.Authors), review.Venue ?? "", review.Year));
    }

    [Theory]
    [InlineData("A Paper of Moss (BERT)")]
    [InlineData("2.5D Moss: A Paper")]
    [InlineData("Moss in Review — 2031")]
    [InlineData("Moss, Stone, and Shade")]
    public void WhatBelongsToATitleStays(string title) =>
        Assert.Equal(title, Readings.Of("a.md", $"# Papers\n\n## {title}\n\n[paper]({Paper})\n\nMoss grows.\n\n## A Paper of Stone\n\n[paper](https://arxiv.org/abs/3101.00002)\n\nStones do not.\n").Reviews[0].Title);

    [Theory]
    [InlineData("[A Paper of Moss](notes/moss.md) [[arXiv]({0})]", "", "")]
    [InlineData("Muster et al., \"A Paper of Moss\", CVPR 2031. [pdf]({0})", "Muster", "CVPR")]
    [InlineData("Muster, A., Beispiel, B. (2031). A Paper of Moss Growing in Shade. NeurIPS. {0}", "A. Muster; B. Beispiel", "NeurIPS")]
    [InlineData("Muster, A., & Beispiel, B. C. (2031). A Paper of Moss. [link]({0})", "A. Muster; B. C. Beispiel", "")]
    [InlineData("Muster, Ada, Bo Sample, and Cy Third. \"A Paper of Moss.\" Nature 521.7553 (2031): 436-444. [pdf]({0})", "Ada Muster; Bo Sample; Cy Third", "Nature")]
    [InlineData("Muster, Ada, et al. \"A Paper of Moss.\" Nature 521 (2031). [pdf]({0})", "Ada Muster", "Nature")]
    [InlineData("Ada Example, Bo Sample, and Quo V. Third, A Paper of Moss Growing in Deep Shade, NIPS, 2031. [[Paper]]({0})", "Ada Example; Bo Sample; Quo V. Third", "NIPS")]
    [InlineData("Ada Example, Bo Sample. A Paper of Moss, ACL 2031. {0}", "Ada Example; Bo Sample", "ACL")]
    [InlineData("Ada Example. A Paper of Moss Growing in Shade. CACM 2031. {0}", "Ada Example", "CACM")]
    [InlineData("A Paper of Moss, M. Example and B. Sample. [[pdf]]({0})", "M. Example; B. Sample", "")]
    [InlineData("A Paper of Moss, dec 2031, Google, [arxiv]({0})", "", "")]
    [InlineData("**\"A Paper of Moss\"**. *Ada Q. Example et al*. NeurIPS 2031. [[paper]({0})]", "Ada Q. Example", "NeurIPS")]
    [InlineData("**A Paper of Moss.** WI 2031. [paper]({0})", "", "WI")]
    [InlineData("[A Paper of Moss]({0}). *Computational Linguistics*.", "", "Computational Linguistics")]
    [InlineData("[A Paper of Moss]({0}) — *Muster, Beispiel, Drittmann*", "Muster; Beispiel; Drittmann", "")]
    [InlineData("**[MOSS]** A Paper of Moss: a Study | Ada Example, Bo Sample | **[CVPR' 31]** | [`[pdf]`]({0})", "Ada Example; Bo Sample", "CVPR")]
    [InlineData("A Paper of Moss (Feb 2031) [[arXiv]({0})]", "", "")]
    [InlineData("**A Paper of Moss.** ICML 2031.\n\n   *Ada Example, Bo Sample.* [[pdf]({0})]", "Ada Example; Bo Sample", "ICML")]
    [InlineData("A Paper of Moss [[Paper]({0})]\n    - Ada Example, Bo Sample, ArXiv, 2031", "Ada Example; Bo Sample", "ArXiv")]
    [InlineData("A Paper of Moss\n    - Ada Example, Bo Sample\n    - {0}", "Ada Example; Bo Sample", "")]
    [InlineData("MOSS Labs\n    - [A Paper of Moss]({0})", "", "")]
    public void AnEntryOfAListNamesItsPaperInAnyOrder(string item, string authors, string venue)
    {
        var entries = Enumerable.Range(1, 3).Select(at => "- " + item.Replace("{0}", $"https://arxiv.org/abs/3101.0000{at}", StringComparison.Ordinal) + "\n\n");
        var reviews = Readings.Of("a.md", "# Papers\n\n" + string.Concat(entries)).Reviews;
        Assert.Equal(3, reviews.Count);
        Assert.StartsWith("A Paper of Moss", reviews[0].Title, StringComparison.Ordinal);
        Assert.Equal((authors, venue, 2031), (string.Join("; ", reviews[0].Authors), reviews[0].Venue ?? "", reviews[0].Year));
    }

    [Theory]
    [InlineData("Grow Long, Think Short: Moss in Shade")]
    [InlineData("Moss Models And A Second Opinion Use Case: The Pocket Garden")]
    [InlineData("ARR: Answering Questions of Moss")]
    [InlineData("2.5 Years in Shade: A Textbook of Moss")]
    [InlineData("Moss, Stone, Fish, and the Rest")]
    [InlineData("Deep Moss Networks")]
    [InlineData("Is Moss All You Need?")]
    public void ATitleThatIsWrittenLikeNamesIsATitle(string title)
    {
        var reviews = Readings.Of("a.md", "# Papers\n\n" + string.Concat(Enumerable.Range(1, 3).Select(at => $"- {title} [[pdf]](https://arxiv.org/abs/3101.0000{at})\n"))).Reviews;
        Assert.Equal(3, reviews.Count);
        Assert.All(reviews, review => Assert.Equal((title, 0), (review.Title, review.Authors.Count)));
    }

    [Fact]
    public void AListThatNamesAuthorsNeedsNoLinks()
    {
        var reviews = Readings.Of("a.md", "# Papers\n\n* Ada Example, et al.: A Paper of Moss, 2029.\n* Bo Sample: A Paper of Stone, COLING/ACL 2030.\n* Cy Third, Di Fourth: A Paper of Fish, ICML 2031.\n* Ed Fifth et al.: A Paper of Birds, Journal of Birds, 2028.\n").Reviews;
        Assert.Contains(reviews, review => review is { Title: "A Paper of Moss", Year: 2029 } && review.Authors is ["Ada Example"]);
        Assert.Contains(reviews, review => review is { Title: "A Paper of Fish", Year: 2031, Venue: "ICML" } && review.Authors is ["Cy Third", "Di Fourth"]);
        Assert.Contains(reviews, review => review is { Title: "A Paper of Birds", Year: 2028, Venue: "Journal of Birds" });
    }

    [Fact]
    public void ReferencesInParagraphsAreAList()
    {
        var reviews = Readings.Of("a.md", "# Papers\n\n## 2.1 Moss\n\n**[14]** Muster, Ada E., et al. \"**A Paper of Moss**.\" arXiv preprint arXiv:3101.00001 (2031). [[pdf]](https://arxiv.org/pdf/3101.00001.pdf) **(Shade)** :star:\n\n"
            + "**[15]** Beispiel, Bo, et al. \"**A Paper of Stone**.\" Nature 15.1 (2030): 1929-1958. [[pdf]](https://example.org/a.pdf)\n").Reviews;
        Assert.Equal([("A Paper of Moss", "Ada E. Muster"), ("A Paper of Stone", "Bo Beispiel")], reviews.Select(review => (review.Title, string.Join("; ", review.Authors))));
    }

    [Theory]
    [InlineData("**A Paper of Moss** ([paper]({0}))\n\nMoss grows.\n\n**A Paper of Stone** ([paper]({1}), [code](https://github.com/example/stone))\n\nStones do not.\n")]
    [InlineData("🔥 A Paper of Moss\n📄 {0}\nMoss grows.\n\n🔥 A Paper of Stone\n📄 {1}\nStones do not.\n")]
    [InlineData("<details>\n<summary>A Paper of Moss</summary>\n\n[paper]({0})\n\nMoss grows.\n\n</details>\n\n<details>\n<summary>A Paper of Stone</summary>\n\n[paper]({1})\n\nStones do not.\n\n</details>\n")]
    [InlineData("## A Paper of Moss\n\nPaper: {0}\n\nMoss grows.\n\n## A Paper of Stone\n\nPaper: {1}\n\nStones do not.\n\n## A stub\n")]
    [InlineData("### Title:\n    A Paper of Moss\n- **Authors:** Ada Example\n- **Arxiv link:** {0}\n- **Abstract**\nMoss grows.\n\n### Title:\n    A Paper of Stone\n- **Authors:** Bo Sample\n- **Arxiv link:** {1}\n- **Abstract**\nStones do not.\n")]
    public void SeveralPapersOfOnePostAreReadApart(string post)
    {
        var reviews = Readings.Of("a.md", "# Papers of the week\n\n" + post.Replace("{0}", Paper, StringComparison.Ordinal).Replace("{1}", "https://arxiv.org/abs/3101.00002", StringComparison.Ordinal)).Reviews;
        Assert.Equal(["A Paper of Moss", "A Paper of Stone"], reviews.Select(review => review.Title));
        Assert.Equal(["3101.00001", "3101.00002"], reviews.Select(review => review.Ids.Arxiv));
    }

    [Fact]
    public void ADigestWithFrontMatterIsNoReview() =>
        Assert.Equal(["A Paper of Moss", "A Paper of Stone"], Readings.Of("a.md",
            $"---\ntitle: Daily 2031-04-19\n---\n\n## A Paper of Moss\n\n[Paper]({Paper})\n\nMoss grows.\n\n## A Paper of Stone\n\n[Paper](https://arxiv.org/abs/3101.00002)\n\nStones do not.\n").Reviews.Select(review => review.Title));

    [Theory]
    [InlineData("# A Paper of Moss\n\n### Authors\nAda Example, Bo Sample\n\n### Link\nhttps://arxiv.org/abs/3101.00001\n\n### Summary\nMoss grows.\n")]
    [InlineData("# A Paper of Moss\n#### Ada Example and Bo Sample (2031)\n\n[Paper](https://arxiv.org/abs/3101.00001)\n\nMoss grows.\n")]
    [InlineData("# Notes\n\n- **标题**: A Paper of Moss\n- **作者**：Ada Example, Bo Sample 等\n- **论文链接**: https://arxiv.org/abs/3101.00001\n\nMoss grows.\n")]
    [InlineData("# My notes on moss\n\nPaper: [How Moss Grows in Shade](https://arxiv.org/abs/3101.00001)\n\nAuthors: Ada Example, Bo Sample\n\nMoss grows.\n")]
    [InlineData("# Notes\n\nTitle: [A Paper of Moss](https://arxiv.org/abs/3101.00001)\n\nAuthors: Ada Example, Bo Sample\n\nMoss grows.\n")]
    [InlineData("# A Paper of Moss\n\n## Metadata\n\n- **Authors**: Ada Example, Bo Sample\n- **URL**: https://arxiv.org/abs/3101.00001\n\n## Goal\n\nMoss grows.\n")]
    [InlineData("### Paper\n\n+ **Title**: A Paper of Moss\n+ **Authors**: Ada Example, Bo Sample\n+ **Link**: https://arxiv.org/abs/3101.00001\n\n### Goal\n\nMoss grows.\n")]
    [InlineData("# Paper review: A Paper of Moss [[pdf]](https://arxiv.org/abs/3101.00001)\n\n*Ada Example and Bo Sample. \"A paper of moss.\" EMNLP 2031*\n\nMoss grows.\n")]
    [InlineData("# A Paper of Moss\n\n- 来源：PubMed\n- 作者：Ada Example, Bo Sample, et al.\n- 链接：[https://arxiv.org/abs/3101.00001](https://arxiv.org/abs/3101.00001)\n\nMoss grows.\n")]
    [InlineData("# A Paper of Moss\n\n| Field | Value |\n|-|-|\n| **Authors** | Ada Example, Bo Sample |\n| **arXiv** | [3101.00001](https://arxiv.org/abs/3101.00001) |\n\nMoss grows.\n")]
    [InlineData("A Paper of Moss\nAuthors: Ada Example, Bo Sample\nPaper: https://arxiv.org/abs/3101.00001\n\nMoss grows.\n")]
    [InlineData("---\nlayout: post\nauthor: Cy Third\npaper_authors: [Ada Example, Bo Sample]\ntitle: \"A Paper of Moss, ACL 2031\"\npaper_url: https://arxiv.org/abs/3101.00001\n---\n\nMoss grows.\n")]
    public void AHeaderMayHaveAnyForm(string document)
    {
        var review = Assert.Single(Readings.Of("a.md", document).Reviews);
        Assert.Equal(("Ada Example; Bo Sample", "3101.00001", 2031), (string.Join("; ", review.Authors), review.Ids.Arxiv, review.Year));
        Assert.Contains(review.Title, (string[])["A Paper of Moss", "How Moss Grows in Shade"]);
        Assert.DoesNotContain(review.Links, link => link.Url is null);
    }

    [Fact]
    public void TheAuthorOfAPostIsItsReviewer()
    {
        var review = Assert.Single(Readings.Of("a.md", "---\ntitle: \"A Paper of Moss, Muster and Beispiel, ACL 2031\"\nauthor: Cy\n---\n\nThe paper tells how moss grows.\n").Reviews);
        Assert.Equal(("A Paper of Moss", "Muster; Beispiel", "ACL", "Cy"), (review.Title, string.Join("; ", review.Authors), review.Venue, review.Reviewer));
    }

    [Fact]
    public void ANoteNeedsNoLinkWhereItSpeaksOfThePaper() =>
        Assert.Equal("A Paper of Moss", Assert.Single(Readings.Of("a.md", "# A Paper of Moss\n\n## Summary\n\nThe authors propose to grow moss in deep shade, and count its leaves every day of the year, without any light at all.\n").Reviews).Title);

    [Theory]
    [InlineData("<html><body><article><h2>A Paper of Moss</h2><p>Authors: Ada Example</p><p>Moss grows in deep shade.</p></article><article><h2>A Paper of Stone</h2><p>Authors: Bo Sample</p><p>Stones do not grow at all.</p></article></body></html>", 2)]
    [InlineData("<html><head><title>A Paper of Moss - Garden</title></head><body><header><h1>A Paper of Moss</h1><p>Authors: Ada Example</p></header><main><h2>Overview</h2><p>Moss grows.</p><p><a href='https://arxiv.org/abs/3101.00001'>Paper</a></p></main></body></html>", 1)]
    [InlineData("<html><head><title>A Paper of Moss - Garden</title></head><body><header><h1>Garden</h1></header><article><h2>A Paper of Moss</h2><p>Authors: Ada Example</p><p>Moss grows.</p></article></body></html>", 1)]
    public void APageHasItsTitleAndAllOfItsArticles(string page, int count)
    {
        var reviews = Readings.Of("a.html", page).Reviews;
        Assert.Equal(count, reviews.Count);
        Assert.Equal(("A Paper of Moss", "Ada Example"), (reviews[0].Title, string.Join("; ", reviews[0].Authors)));
    }

    [Fact]
    public void ABareAddressEndsBeforeChineseMarks() =>
        Assert.Equal(["https://github.com/a/b", "https://github.com/c/d", "https://github.com/e/f"], Assert.Single(Readings.Of("a.md",
            "# A Paper of Moss\n\nAuthors: Ada Example\n\nText.\n\n- 代码：`https://github.com/a/b`，表明代码已开源。\n- 代码：https://github.com/c/d，表明代码已开源。\n- 代码（https://github.com/e/f）已开源。\n").Reviews).Links.Select(link => link.Url));

    [Fact]
    public void ABadgeInHtmlLinks() =>
        Assert.Contains(Assert.Single(Readings.Of("a.md", "# A Paper of Moss\n\nAuthors: Ada Example\n\nText <a href=\"https://github.com/a/b\"><img src=\"https://example.org/b.svg\"></a> goes on.\n").Reviews).Links, link => link.Url == "https://github.com/a/b");

    [Fact]
    public void TheNumbersOfAnAddressAreNoDate() =>
        Assert.All(Readings.Of("a.md", "# Papers\n\nBased on: https://example.org/2015/10/09/moss.html\n\n- [A Paper of Moss](https://example.org/a.pdf)\n- [A Paper of Stone](https://example.org/b.pdf)\n- [A Paper of Fish](https://example.org/c.pdf)\n").Reviews, review => Assert.Null(review.Year));

    [Fact]
    public void ALineThatIsADatePartsAList() =>
        Assert.Equal([2030, 2029], Readings.Of("a.md", "# Papers\n\n*11/2030*\n\n- [A Paper of Moss](https://example.org/a.pdf)\n- [A Paper of Stone](https://example.org/b.pdf)\n\n**September 2029**\n\n- [A Paper of Fish](https://example.org/c.pdf)\n").Reviews.Select(review => review.Year).Distinct().OfType<int>());

    [Theory]
    [InlineData("## 2018\n\n- Moss in Deep Shade [[arXiv](https://arxiv.org/abs/1803.10122)]\n\n## 2017\n\n- Stones at Noon [[arXiv](https://arxiv.org/abs/1602.02867)]\n", 2)]
    [InlineData("- [A Paper of Moss](https://arxiv.org/abs/3101.00001)\n", 1)]
    [InlineData("- [Moss](https://arxiv.org/abs/3101.00001)\n- [Stones at Noon](https://arxiv.org/abs/3101.00002)\n- https://arxiv.org/abs/3101.00003\n\n#### Where I find papers\n\n- [Garden](https://example.org/garden)\n- [Forest](https://example.org/forest)\n- [River](https://example.org/river)\n", 2)]
    public void AShortListIsAList(string list, int count) => Assert.Equal(count, Readings.Of("a.md", "# Reading list\n\n" + list).Reviews.Count);

    [Theory]
    [InlineData("## Обзор\n\nСтатья рассматривает мох в глубокой тени.\n", "Статья рассматривает мох")]
    [InlineData("## Implementation\n\nThe authors implement moss with three layers.\n", "three layers")]
    [InlineData("## Organization\n\nThe paper is organized as follows: moss, stones, fish.\n", "moss, stones, fish")]
    [InlineData("## Video\n\nThe authors feed video of moss into the network.\n", "video of moss")]
    public void AHeadingThatNamesAFieldMayHeadText(string section, string text)
    {
        var review = Assert.Single(Readings.Of("a.md", $"# A Paper of Moss\n\nAuthors: Ada Example\n\n{section}").Reviews);
        Assert.Contains(text, review.Text, StringComparison.Ordinal);
        Assert.Equal((0, null), (review.Institutions.Count, review.Reviewer));
    }

    [Fact]
    public void AReviewThatNamesItsPaperMaySpeakOfOthers() =>
        Assert.Equal("A Paper of Moss", Assert.Single(Readings.Of("a.md",
            $"# A Paper of Moss\n\nAuthors: Ada Example, Bo Sample\nPaper: {Paper}\n\nMoss grows.\n\n### Baseline: Stone Net\n\n[paper](https://arxiv.org/abs/2001.00002)\n\nIt is older.\n\n### Baseline: Fish Net\n\n[paper](https://arxiv.org/abs/2001.00003)\n\nIt is older too.\n").Reviews).Title);

    [Theory]
    [InlineData("Vaswani, Shazeer et al.", "Vaswani; Shazeer")]
    [InlineData("Иванов, Петров и др.", "Иванов; Петров")]
    [InlineData("OpenAI, NYU", "OpenAI; NYU")]
    [InlineData("DeepMind, Google, Ada Example", "DeepMind; Google; Ada Example")]
    [InlineData("Иванов, Петров и Сидоров, Кузнецов", "Иванов; Петров; Сидоров; Кузнецов")]
    [InlineData("Kaiming He, Anna An, Bo So", "Kaiming He; Anna An; Bo So")]
    [InlineData("Muster, A., Beispiel, B.", "A. Muster; B. Beispiel")]
    [InlineData("Muster, Ada; Beispiel, Bo", "Ada Muster; Bo Beispiel")]
    [InlineData("张三、李四等", "张三; 李四")]
    public void NamesThatMayBeTurnedAreTurnedOnlyWhereTheirFormTells(string line, string authors) =>
        Assert.Equal(authors, string.Join("; ", Assert.Single(Readings.Of("a.md", $"# A Paper of Moss\n\nAuthors: {line}\n\nMoss grows.\n").Reviews).Authors));

    [Theory]
    [InlineData("# ACL: Access Control Lists")]
    [InlineData("# The State of NLP — ACL")]
    [InlineData("# Learning Moss (LM)")]
    [InlineData("# Moss and Stones in Europe, 2001")]
    public void AWordThatMayBeAVenueStaysInATitle(string heading) =>
        Assert.Equal(heading[2..], Assert.Single(Readings.Of("a.md", $"{heading}\n\nAuthors: Ada Example\n\nMoss grows.\n").Reviews).Title);

    [Theory]
    [InlineData("# Elegant tools\n\nThis is a tool that helps. If you use it, please cite the paper of our group, which tells how the tool grows and why it is of use to all who have a garden with moss.\n")]
    [InlineData("# Course\n\nPlease hand in this paper until Friday. The paper must have five pages, no more and no less, and it must be set in two columns as all papers of the course are.\n")]
    [InlineData("# My Project\n\nThis is a tool that helps.\n\n## References\n\n- [Adam: A Method of Moss](https://arxiv.org/abs/3101.00001)\n")]
    [InlineData("# Meeting\n\n- Ada Example, Bo Sample: discuss the budget, 2020.\n- Cy Third: hire two people, 2021.\n- Di Fourth, Ed Fifth: go home, 2022.\n")]
    [InlineData("# Notes\n\nText of a page.\n\n[1] We thank Ada Example for moss.\n\n[2] See the manual of 2019 for more, https://example.org/a.pdf\n")]
    public void WhatOnlyMentionsPapersIsNoReview(string page) => Assert.Empty(Readings.Of("a.md", page).Reviews);

    [Theory]
    [InlineData("CVPR 2031\n\n", "CVPR", 2031)]
    [InlineData("> CVPR'31\n\n", "CVPR", 2031)]
    [InlineData("- Venue: CVPR 2031, Oral.\n\n", "CVPR", 2031)]
    [InlineData("- Date: 2031-03-27\n\n", null, 2031)]
    public void ALineMayTellVenueOrDateAlone(string line, string? venue, int year)
    {
        var review = Assert.Single(Readings.Of("a.md", $"# [A Paper of Moss](https://example.org/moss.pdf)\n\n{line}The authors propose moss.\n").Reviews);
        Assert.Equal((venue, year), (review.Venue, review.Year));
    }

    [Fact]
    public void SeveralParenthesesOfABylineAreAllInstitutions()
    {
        var review = Assert.Single(Readings.Of("a.md", "# A Paper of Moss\n\n**Authors:** Ada Example, Bo Sample (MIT); Cy Third (Institute for Moss and Stone).\n\nMoss grows.\n").Reviews);
        Assert.Equal(("Ada Example; Bo Sample; Cy Third", "MIT; Institute for Moss and Stone"), (string.Join("; ", review.Authors), string.Join("; ", review.Institutions)));
    }

    [Fact]
    public void AHeadingIsTheTitleWhateverIsLinkedBelow() =>
        Assert.Equal(["A Paper of Moss in Shade", "A Paper of Stone at Noon"], Readings.Of("a.md",
            "# Issue 7\n\n## A Paper of Moss in Shade\n\n[The moss of the shade](https://arxiv.org/abs/3101.00001)\n\nMoss grows.\n\n## A Paper of Stone at Noon\n\n[The stone of noon](https://arxiv.org/abs/3101.00002)\n\nStones do not.\n").Reviews.Select(review => review.Title));

    [Fact]
    public void ANoteThatRefersToPapersIsOneReview() =>
        Assert.Equal("A Paper of Moss", Assert.Single(Readings.Of("a.md",
            "---\ntitle: A Paper of Moss\n---\n\nThe paper tells how moss grows in deep shade.\n\n## References\n\n- Ada Example and Bo Sample. A Paper of Stone, in deep shade. In CVPR, 2019. [pdf](https://arxiv.org/abs/1901.00001)\n- [A Paper of Fish](https://arxiv.org/abs/1901.00002)\n- [A Paper of Birds](https://arxiv.org/abs/1901.00003)\n").Reviews).Title);

    [Fact]
    public void ACollectionThatTellsOfItselfIsNoReview() =>
        Assert.Empty(Readings.Of("README.md", "# paper-notes\n\nThis repository holds notes on the papers I read. Each note summarizes the paper in a page, and the authors propose what they propose.\n\n## Structure\n\nOne folder a topic. Read the paper first, then the note of the paper, then the paper again.\n").Reviews);
}
