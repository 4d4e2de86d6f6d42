using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Reviews.Reading.Formats;

namespace DigestSearch.Tests.Reading;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("Wuhan and Beihang Universities, Microsoft Research Asia, 2020", "Wuhan University; Beihang University; Microsoft Research Asia", "")]
    [InlineData("University of California, Berkeley, USA, 2020", "University of California, Berkeley", "USA")]
    [InlineData("University of California, Stanford University, 2019", "University of California; Stanford University", "")]
    [InlineData("Toronto and Waterloo, Canada, 2020", "Toronto; Waterloo", "Canada")]
    [InlineData("Oxford, London, UK, 2020", "Oxford", "UK")]
    [InlineData("Oxford, Cambridge, UK, 2020", "Oxford; Cambridge", "UK")]
    [InlineData("University of Toronto, Toronto, Canada, 2020", "University of Toronto", "Canada")]
    [InlineData("UAE, USA, 2020", "", "UAE; USA")]
    [InlineData("Kyungpook National University, South Korea, 2020", "Kyungpook National University", "South Korea")]
    [InlineData("School of Nets, University of Nowhere, 2031", "University of Nowhere", "")]
    [InlineData("Universities of Aster and Marlow, 2031", "University of Aster; University of Marlow", "")]
    [InlineData("Institute of Moss and Stone, 2031", "Institute of Moss and Stone", "")]
    [InlineData("МГУ, Россия, 2021", "МГУ", "Россия")]
    [InlineData("Aster University (East Shore), Tern Labs; Marlow College, 2031", "Aster University (East Shore); Tern Labs; Marlow College", "")]
    public void AffiliationsAreSplitAndCountriesStandApart(string text, string institutions, string countries)
    {
        var affiliation = Affiliation.Read(text, Readings.Vocabulary);
        Assert.Equal(institutions, string.Join("; ", affiliation.Institutions));
        Assert.Equal(countries, string.Join("; ", affiliation.Countries));
        Assert.NotNull(affiliation.Year);
    }

    [Theory]
    [InlineData("Department of Computer Science, University of Toronto", "University of Toronto")]
    [InlineData("1College of Nets, Aster University, Tidewater, China, 300350", "Aster University")]
    [InlineData("33 Kelp St., Aster University, Tidewater, MA 02138", "Aster University")]
    [InlineData("Center for Moss, Aster University", "Aster University")]
    [InlineData("Stony Brook University (SBU), Stony Brook, USA", "Stony Brook University (SBU)")]
    [InlineData("Tern Technologies Inc, Aster University", "Tern Technologies Inc; Aster University")]
    [InlineData("Google, Inc., Mountain View, CA", "Google")]
    [InlineData("Tern Technologies Co., Ltd.", "Tern Technologies Co")]
    [InlineData("School of Nets, Institute of Automation, Chinese Academy of Sciences, Beijing, China", "Institute of Automation, Chinese Academy of Sciences")]
    [InlineData("Department of Nets, Indian Institute of Technology, Kanpur, India", "Indian Institute of Technology, Kanpur")]
    [InlineData("University of California, Berkeley, CA, USA", "University of California, Berkeley")]
    [InlineData("Queen Mary, University of London, UK", "Queen Mary, University of London")]
    [InlineData("Rutgers, The State University of New Jersey", "Rutgers, The State University of New Jersey")]
    [InlineData("Interactive Nets Group, MIT, Cambridge", "MIT")]
    [InlineData("Aster College, 661 University Avenue, Tidewater", "Aster College")]
    [InlineData("Department of Nets, Aster College, Tidewater", "Aster College")]
    [InlineData(",,; ()", "")]
    public void AnAddressGivesItsInstitution(string address, string institutions) =>
        Assert.Equal(institutions, string.Join("; ", InstitutionList.OfAddresses([address], Readings.Vocabulary).Institutions));

    [Theory]
    [InlineData("Google and Stanford", "Google; Stanford")]
    [InlineData("CMU & Meta", "CMU; Meta")]
    [InlineData("MIT + IBM", "MIT; IBM")]
    [InlineData("MIT+IBM", "MIT; IBM")]
    [InlineData("KAIST / Naver", "KAIST; Naver")]
    [InlineData("KAIST/Naver", "KAIST; Naver")]
    [InlineData("МГУ и Сколтех", "МГУ; Сколтех")]
    [InlineData("Aster University and Marlow Institute", "Aster University; Marlow Institute")]
    [InlineData("Princeton and Google Brain", "Princeton; Google Brain")]
    [InlineData("Google, DeepMind", "Google; DeepMind")]
    [InlineData("Texas A&M", "Texas A&M")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("Face++", "Face++")]
    [InlineData("TU/e", "TU/e")]
    [InlineData("University of the Basque Country UPV/EHU", "University of the Basque Country UPV/EHU")]
    [InlineData("University of Science and Technology of China", "University of Science and Technology of China")]
    [InlineData("Aster University of Life Sciences and Technologies", "Aster University of Life Sciences and Technologies")]
    [InlineData("Singapore University of Technology and Design (SUTD)", "Singapore University of Technology and Design (SUTD)")]
    [InlineData("Virginia Polytechnic Institute and State University", "Virginia Polytechnic Institute and State University")]
    [InlineData("Broad Institute of MIT and Harvard", "Broad Institute of MIT and Harvard")]
    [InlineData("Institute of Arts & Sciences", "Institute of Arts & Sciences")]
    [InlineData("College of William & Mary", "College of William & Mary")]
    [InlineData("Microsoft Cloud & AI", "Microsoft Cloud & AI")]
    [InlineData("Key Laboratory of Tides in Universities", "Key Laboratory of Tides in Universities")]
    public void JoinedInstitutionsArePartedAndOthersAreNot(string text, string institutions) =>
        Assert.Equal(institutions, string.Join("; ", InstitutionList.Sort(InstitutionList.Parts(text), Readings.Vocabulary, oneAddress: false).Institutions));

    [Theory]
    [InlineData("Stanford University, NeurIPS 2022", "NeurIPS", 2022)]
    [InlineData("Aster University, 2031 г.", null, 2031)]
    [InlineData("Stanford University 2019", null, 2019)]
    public void TheYearMayStandBehindAVenueOrItsOwnWord(string text, string? venue, int year)
    {
        var affiliation = Affiliation.Read(text, Readings.Vocabulary);
        Assert.Equal((venue, year, 1), (affiliation.Venue, affiliation.Year!.Value, affiliation.Institutions.Count));
    }

    [Theory]
    [InlineData("Авторы статьи: Ada Example и Bo Example (Aster University, 2031)", "Ada Example|Bo Example")]
    [InlineData("Authors: Ada Example*, Bo Example Jr., Cy Example, III et al. (2031)", "Ada Example|Bo Example Jr.|Cy Example, III")]
    [InlineData(": Ada Example (Aster University, 2031)", "Ada Example")]
    [InlineData("Suharto, Zdeňka van der Test (Aster University, 2031)", "Suharto|Zdeňka van der Test")]
    [InlineData("Author: 王伟, 李娜 (Aster University, 2031)", "王伟|李娜")]
    public void BylinesAreRead(string line, string authors) =>
        Assert.Equal(authors, string.Join('|', Byline.Read(RichText.Of(line), Readings.Vocabulary)!.Authors));

    [Theory]
    [InlineData("The method works well on long letters (see the table, 2019)")]
    [InlineData("Ada Example, Bo Example (Aster University)")]
    [InlineData(":: GitHub project")]
    [InlineData(": ( ivy-desk)")]
    [InlineData("")]
    public void OtherLinesAreNoBylines(string line) => Assert.Null(Byline.Read(RichText.Of(line), Readings.Vocabulary));

    [Theory]
    [InlineData("जनवरी - फरवरी 2020", "2020-01 2020-02")]
    [InlineData("Январь - Февраль 2020", "2020-01 2020-02")]
    [InlineData("декабрь 2019 — январь 2020", "2019-12 2020-01")]
    [InlineData("Читаем статьи за вас. Декабрь–январь 2020", "2019-12 2020-01")]
    [InlineData("Papers of March 2021", "2021-03 2021-03")]
    [InlineData("October 2015 – March 2016", "2015-10 2016-03")]
    [InlineData("обзоры за 2020-01", "2020-01 2020-01")]
    [InlineData("2020-01..2020-03", "2020-01 2020-03")]
    [InlineData("Jan 2020 to Feb 2020", "2020-01 2020-02")]
    [InlineData("5 января 2020 года", "2020-01 2020-01")]
    [InlineData("2018 год: избранное", "2018-01 2018-12")]
    [InlineData("Januar und Februar ohne Jahr", null)]
    [InlineData("March of the penguins", null)]
    [InlineData("2020-13", null)]
    public void PeriodsAreRead(string text, string? expected) =>
        Assert.Equal(expected, PeriodText.Read(text) is { } period ? $"{period.From} {period.To}" : null);

    [Theory]
    [InlineData("GitHub project", null, LinkKind.Code)]
    [InlineData("Non official GitHub project", null, LinkKind.Code)]
    [InlineData("код", null, LinkKind.Code)]
    [InlineData("Оригинал статьи", null, LinkKind.Paper)]
    [InlineData("Страница проекта", null, LinkKind.Project)]
    [InlineData("YouTube", null, LinkKind.Video)]
    [InlineData("Блог", null, LinkKind.Blog)]
    [InlineData("Tweet", null, LinkKind.Tweet)]
    [InlineData("here", "https://arxiv.org/abs/3001.00001", LinkKind.Paper)]
    [InlineData("here", "https://github.com/made-up/code", LinkKind.Code)]
    [InlineData("here", "https://made-up.github.io/page", LinkKind.Project)]
    [InlineData("here", "https://youtu.be/x", LinkKind.Video)]
    [InlineData("here", "https://x.com/made_up", LinkKind.Tweet)]
    [InlineData("here", "https://box.com/made_up", LinkKind.Other)]
    [InlineData("here", "https://made-up.example/a.pdf", LinkKind.Paper)]
    public void LinksAreOfAKindByLabelElseByAddress(string label, string? url, string kind) => Assert.Equal(kind, LinkKinds.Of(label, url));

    [Theory]
    [InlineData(":: GitHub project", "GitHub project")]
    [InlineData("Paper :: :: Video", "Paper|Video")]
    [InlineData("::", "")]
    [InlineData("https://arxiv.org/abs/3001.00001", "https://arxiv.org/abs/3001.00001")]
    [InlineData("Code: https://github.com/made-up/x :: Video", "Code|Video")]
    public void LinesOfLinksAreRead(string line, string labels) => Assert.Equal(labels, string.Join('|', Links.OfLine(RichText.Of(line))!.Select(link => link.Label)));

    [Theory]
    [InlineData("In C++ a name such as std::vector belongs to a namespace and this is no line of links at all")]
    [InlineData("The video shows a moss.")]
    public void ProseIsNoLineOfLinks(string line) => Assert.Null(Links.OfLine(RichText.Of(line)));

    [Theory]
    [InlineData("https://arxiv.org/abs/3001.01234v2", "3001.01234", null)]
    [InlineData("http://arxiv.org/pdf/3001.01234v12.pdf", "3001.01234", null)]
    [InlineData("https://arxiv.org/abs/cs/0112017", "cs/0112017", null)]
    [InlineData("https://doi.org/10.18653/v1/P19-1001", null, "10.18653/v1/P19-1001")]
    [InlineData("https://made-up.example/3001.01234", null, null)]
    public void IdentifiersAreFoundInAddresses(string url, string? arxiv, string? doi) =>
        Assert.Equal(new PaperIds(arxiv, doi), Links.Ids([new ReviewLink(LinkKind.Paper, "Paper", url)]));

    [Theory]
    [InlineData("Автор обзора: Имя Выдумано (в слэке one, на habr two)", "one", "Имя Выдумано")]
    [InlineData("Reviewer: vision-desk", "vision-desk", null)]
    [InlineData("Автор обзора: Имя Выдумано", "Имя Выдумано", null)]
    [InlineData(": ( ivy-desk)", "ivy-desk", null)]
    public void ReviewersAreRead(string line, string handle, string? name) =>
        Assert.Equal(new ReviewerLine(handle, name), ReviewerLine.Read(RichText.Of(line)));

    [Theory]
    [InlineData("Метод использует attention и transformer, а обучение идёт end-to-end.", "ru")]
    [InlineData("The method is simple, and it works on all of the data that we have.", "en")]
    [InlineData("Метод є простим, і він працює на всіх даних, які ми маємо.", "uk")]
    [InlineData("नमस्कार, यह एक समीक्षा है।", "hi")]
    [InlineData("本文提出了一种新的方法来解决问题", "zh")]
    [InlineData("Das Verfahren ist einfach und läuft auf den Daten, die wir haben.", "de")]
    [InlineData(", pretrained , (, ), , . . RL . , ,", null)]
    [InlineData("", null)]
    public void LanguagesAreToldByScriptAndFunctionWords(string text, string? code) => Assert.Equal(code, Language.Of(text));

    [Fact]
    public void AnUnknownInstitutionIsALabByItsOwnName()
    {
        var review = Assert.Single(Readings.Of("a.md", "# May 2031\n\n## 1. A\nAuthors: Ada Example (Nowhere > Fjord Institute of Test, 2031)\n\nB.\n").Reviews);
        Assert.Equal(["Nowhere / Fjord Institute of Test"], review.Labs);
    }

    [Theory]
    [InlineData("<span class=katex><span class=katex-mathml><math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding=application/x-tex>x^2</annotation></semantics></math></span><span class=katex-html aria-hidden=true>x2</span></span>", "$x^2$")]
    [InlineData("<span class=MathJax_Preview>x2</span><span class=MathJax>x2</span><script type=math/tex>x^2</script>", "$x^2$")]
    [InlineData("<script type='math/tex; mode=display'>x^2</script>", "$$x^2$$")]
    [InlineData("<math alttext='x^2' display=block><mi>x</mi></math>", "$$x^2$$")]
    [InlineData("<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", "x=2")]
    [InlineData("<script>x^2</script>", "")]
    public void AFormulaIsReadOnceAsItsTex(string html, string text) =>
        Assert.Equal($"It is {text}.".Replace(" .", ".", StringComparison.Ordinal), HtmlBlocks.ReadFragment($"<p>It is {html}.</p>", 1).Single().Text.Plain.Replace(" .", ".", StringComparison.Ordinal));

    [Theory]
    [InlineData("Ada Example and Bo Example", "Ada Example; Bo Example")]
    [InlineData("Example, Ada and Example, Bo and others", "Ada Example; Bo Example")]
    [InlineData("Ada Example, Bo Example, Cy Example", "Ada Example; Bo Example; Cy Example")]
    [InlineData("Пример, Ада", "Ада Пример")]
    public void BibTexNamesAuthorsAsPeopleJoinThem(string text, string authors) =>
        Assert.Equal(authors, string.Join("; ", BibTex.Find([new Block(BlockKind.Code, 1, RichText.Of($"@misc{{a,\n  author = {{{text}}},\n  year = {{2031}}\n}}"))])!.Authors));

    [Fact]
    public void ACopyThatLostOneAlphabetKeepsWhoReviewed()
    {
        var reading = Readings.Of("a.txt", "1. A Paper of Moss\n\n: Ada Example, , Bo Example (, Aster University, 2031)\n,\n: ( moss_desk)\n\nNets grow.\n\n2. A Paper of Stone\n\n: Cy Example (Marlow University, 2031)\n\nStones do not.\n\n(): , stone-desk\n");
        Assert.Equal(["moss_desk", "stone-desk"], reading.Reviews.Select(review => review.Reviewer));
    }

    [Theory]
    [InlineData("moss/review.md", "# Moss\n\n", "Метод растит мох из шума. В этой статье мох растёт.", true)]
    [InlineData("moss/readme.md", "# Moss\n\n", "Метод растит мох из шума.", false)]
    [InlineData("moss/readme.md", "# Moss\n\nПодробный разбор архитектуры мха.\n\n", "Метод растит мох из шума.", true)]
    [InlineData("moss/readme.md", "# Moss\n\nA collection of reviews of papers about moss.\n\n", "The paper tells. A paper tells. This paper tells.", false)]
    public void AnEssayIsAReviewWhereItSaysSo(string name, string opening, string text, bool isReview)
    {
        var reading = Readings.Of(name, opening + string.Join("\n\n", Enumerable.Repeat(text + " Мох растёт медленно, но верно, и шум ему не помеха.", 6)) + "\n");
        Assert.Equal(isReview ? 1 : 0, reading.Reviews.Count);
    }

    [Theory]
    [InlineData("[A Paper of Moss](https://arxiv.org/abs/3101.00001) - A. Example, B. Xu (2031). It grows.", "A. Example; B. Xu", null, 2031)]
    [InlineData("[A Paper of Moss](https://arxiv.org/abs/3101.00001) by Ada van der Example and T.-Y. Xu. It grows.", "Ada van der Example; T.-Y. Xu", null, 2031)]
    [InlineData("**A Paper of Moss**. Ada Example, Jo Long, Bo Example. *NeurIPS 2030*. [[paper]](https://arxiv.org/abs/3101.00001) Long ago moss was long.", "Ada Example; Jo Long; Bo Example", "NeurIPS", 2031)]
    [InlineData("Ada Example, Bo Example. [A Paper of Moss](https://arxiv.org/abs/3101.00001). NeurIPS 2030.", "Ada Example; Bo Example", "NeurIPS", 2031)]
    [InlineData("A Paper of Moss and Deep Stone Nets [[pdf]](https://arxiv.org/abs/3101.00001)", "", null, 2031)]
    [InlineData("Ada Example, “A Paper of Moss”, ICLR 2030. [[pdf]](https://example.org/a.pdf)", "Ada Example", "ICLR", 2030)]
    [InlineData("[CVPR 2030] A Paper of Moss: Growing in Shade [[paper]](https://example.org/a.pdf)", "", "CVPR", 2030)]
    [InlineData("**[CVPR 2030]** A Paper of Moss [[paper]](https://example.org/a.pdf)", "", "CVPR", 2030)]
    public void AnEntryOfAListIsReadInAnyOrder(string item, string authors, string? venue, int year)
    {
        var reviews = Readings.Of("a.md", "# Papers\n\n" + string.Concat(Enumerable.Repeat("- " + item + "\n", 3))).Reviews;
        Assert.Equal(3, reviews.Count);
        Assert.StartsWith("A Paper of Moss", reviews[0].Title, StringComparison.Ordinal);
        Assert.Equal((authors, venue, year), (string.Join("; ", reviews[0].Authors), reviews[0].Venue, reviews[0].Year));
    }

    [Fact]
    public void ATitleOfCapitalsBeforeALinkIsNoAuthor() =>
        Assert.Equal("Deep Moss Prior", Readings.Of("a.md", string.Concat(Enumerable.Repeat("- Deep Moss Prior [[pdf]](https://arxiv.org/abs/3101.00001)\n", 3))).Reviews[0].Title);

    [Fact]
    public void TwoHeadingsThatLeadToPapersAreReviewsAndHeadingsThatLeadElsewhereAreNone()
    {
        var reviews = Readings.Of("a.md", "# Notes\n\n## A Paper of Moss (ICML 2030)\n[![arXiv](https://example.org/b.svg)](https://arxiv.org/abs/3001.00001)\n\nMoss grows.\n\n## A Paper of Stone [[paper]](https://arxiv.org/abs/3001.00002)\n\nStone does not.\n").Reviews;
        Assert.Equal([("A Paper of Moss", "ICML", 1), ("A Paper of Stone", null, 1)], reviews.Select(review => (review.Title, review.Venue, review.Links.Count)));
        Assert.Empty(Readings.Of("a.md", "# Links\n\n## Courses\n- [A course](https://example.org/course)\n\n## Tools\n- [A tool](https://example.org/tool)\n\n## Chat\n- [A chat](https://example.org/chat)\n").Reviews);
    }

    [Fact]
    public void ARowWithoutATitleIsNoReview() =>
        Assert.Equal(["A Paper of Moss"], Readings.Of("a.md", "# Club\n\n| Date | Presenter | Paper |\n|-|-|-|\n| May 2 | Ada | [A Paper of Moss](https://arxiv.org/abs/3001.00001) |\n| May 9 | Bo | TBA |\n").Reviews.Select(review => review.Title));
}
