using DigestSearch.Reviews;

namespace DigestSearch.Tests.Vocabularies;

public sealed class ShippedVocabularyTests
{
    private static readonly Vocabulary Shipped = Vocabulary.Load(VocabularyFolder.Shipped);

    [Fact]
    public void EveryAliasFindsItsOwnLab()
    {
        var lost = from lab in Shipped.Labs
                   from alias in Shipped.LabAliases(lab.Path).Prepend(lab.Name)
                   where Shipped.LabOf(alias) != lab.Path
                   select $"{alias} → {Shipped.LabOf(alias) ?? "none"}, not {lab.Path}";
        Assert.Empty(lost);
    }

    [Fact]
    public void ItHoldsWhatWasAskedFor()
    {
        Assert.True(Shipped.Labs.Count() >= 1500);
        Assert.True(Shipped.Topics.Count >= 85);
        Assert.All(Shipped.Topics, topic => Assert.NotNull(topic.Russian));
        Assert.True(Shipped.Glossary.Count >= 150);
        Assert.Contains("все", Shipped.StopWords);
        Assert.Contains("the", Shipped.StopWords);
    }

    [Theory]
    [InlineData("University of Toronto", "University of Toronto", "Toronto University", "Univ. of Toronto", "UNIVERSITY OF TORONTO", "The University of Toronto", "Toronto",
        "Department of Computer Science, University of Toronto", "Dept. of Statistics, University of Toronto, Toronto, ON M5S 3G4, Canada", "Университет Торонто", "Toronto, Canada",
        "U. of Toronto", "Computer Science Department University of Toronto")]
    [InlineData("Technical University of Munich", "Technische Universität München (TUM)", "TU München", "Technical University of Munich, Germany", "TUM", "Technische Universitat Munchen")]
    [InlineData("Université de Montréal", "University of Montreal", "Universite de Montreal", "UNIVERSITÉ DE MONTRÉAL", "Université de Montréal, Montréal, Canada")]
    [InlineData("Google > Google Brain", "Google Brain", "Google Brain, USA", "Google Brain Toronto", "Google Research, Brain Team", "google brain")]
    [InlineData("Google > Google Research", "Google Research", "Google Research, Zurich", "Google Research Zürich", "Google AI Research")]
    [InlineData("Google > DeepMind", "DeepMind", "Google DeepMind", "DeepMind, London, UK")]
    [InlineData("Google", "Google", "Google Inc.", "Google, Mountain View, CA", "Google Health", "Robotics at Google")]
    [InlineData("Microsoft > Microsoft Research > Microsoft Research Asia", "Microsoft Research Asia", "MSRA", "Microsoft Research Asia, Beijing, China")]
    [InlineData("Microsoft > Microsoft Research", "Microsoft Research", "Microsoft Research Redmond", "MSR")]
    [InlineData("Massachusetts Institute of Technology", "MIT", "M.I.T.", "Massachusetts Institute of Technology, Cambridge, MA, USA", "Department of EECS, MIT")]
    [InlineData("Massachusetts Institute of Technology > CSAIL", "MIT CSAIL", "CSAIL, MIT", "Computer Science and Artificial Intelligence Laboratory, Massachusetts Institute of Technology")]
    [InlineData("University of California", "University of California", "UC", "University of California, USA")]
    [InlineData("University of California > University of California, Berkeley", "UC Berkeley", "U.C. Berkeley", "University of California at Berkeley", "University of California Berkeley", "Berkeley")]
    [InlineData("University of California > University of California, Berkeley > Berkeley AI Research", "Berkeley AI Research", "Berkeley AI Research (BAIR) Laboratory", "BAIR, UC Berkeley", "UC Berkeley, BAIR")]
    [InlineData("Moscow State University", "МГУ", "Lomonosov Moscow State University", "МГУ им. М. В. Ломоносова", "Московский государственный университет имени М. В. Ломоносова")]
    [InlineData("Max Planck Society", "Max Planck Institute for Astrophysics", "Институт Макса Планка")]
    [InlineData("Max Planck Society > Max Planck Institute for Informatics", "Max Planck Institute for Informatics, Saarbrücken", "MPI Informatics")]
    [InlineData("York University", "York University", "York University, Toronto")]
    [InlineData("University of York", "University of York", "The University of York, UK")]
    [InlineData("New York University", "New York University", "Department of Physics, New York University", "NYU")]
    [InlineData("Kyungpook National University", "Kyungpook National University", "Kyungpook National University, Daegu, South Korea")]
    [InlineData("Inception Institute of Artificial Intelligence", "Inception Institute of Artificial Intelligence", "IIAI, Abu Dhabi")]
    [InlineData("Huawei > Noah's Ark Lab", "Huawei Noah’s Ark Lab", "Noah's Ark Lab, Huawei Technologies")]
    [InlineData("Ca' Foscari University of Venice", "Ca’ Foscari University of Venice")]
    [InlineData("AT&T Labs", "AT&T", "AT&T Labs - Research, Florham Park, NJ")]
    [InlineData("Yandex", "Яндекс", "Yandex, Moscow", "ООО, Яндекс")]
    public void NamesOfOneLabMatch(string path, params string[] institutions)
    {
        foreach (var institution in institutions) Assert.Equal((institution, path), (institution, Shipped.LabOf(institution)));
    }

    [Theory]
    [InlineData("University of Californiax")]
    [InlineData("Stanfordshire College")]
    [InlineData("Stanford Research Park")]
    [InlineData("Nanjing University of Chinese Medicine")]
    [InlineData("Western Michigan University")]
    [InlineData("Department of Physics Western Michigan University")]
    [InlineData("Oxford Brookes University")]
    [InlineData("Some Startup, Toronto")]
    [InlineData("Siemensstadt Institute, Princeton")]
    [InlineData("Cambridge, MA")]
    [InlineData("Apple Valley College")]
    [InlineData("Amazon Rainforest University")]
    [InlineData("Duke Kunshan University")]
    [InlineData("Department of Computer Science")]
    [InlineData("Independent Researcher")]
    [InlineData("Toronto, University")]
    [InlineData("Wuhan, University")]
    [InlineData("Vocational University of Nokia")]
    [InlineData("University")]
    [InlineData("London")]
    [InlineData("")]
    [InlineData(" , ()")]
    public void NamesOfNoLabMatchNone(string institution) => Assert.Null(Shipped.LabOf(institution));

    [Fact]
    public void AnyTextIsAnsweredHoweverLong()
    {
        Assert.Null(Shipped.LabOf(new string('(', 100_000)));
        Assert.Equal("Stanford University", Shipped.LabOf("Stanford University, " + new string('x', 100_000)));
        Assert.Equal(Place.None, Shipped.PlaceOf(new string(',', 100_000)));
    }

    [Fact]
    public void AliasesAreToldWithoutNameAndMarks()
    {
        var aliases = Shipped.LabAliases("Google");
        Assert.Contains("Гугл", aliases);
        Assert.DoesNotContain("Google", aliases);
        Assert.DoesNotContain(aliases, alias => alias.Contains('*', StringComparison.Ordinal));
        Assert.Empty(Shipped.LabAliases("Nobody's Lab"));
    }

    [Theory]
    [InlineData(Place.Country, "USA", "U.S.A.", "US", "United States", "США", "UK", "UAE", "ОАЭ", "South Korea", "Korea", "PRC", "P.R. China", "The Netherlands", "Canada", "Россия", "Côte d’Ivoire")]
    [InlineData(Place.City, "London", "Zürich", "Zurich", "Toronto", "Oxford", "Москва", "Beijing 100084", "MA", "CA 94305", "Montréal, Canada", "Xi'an", "New York", "St. Louis")]
    [InlineData(Place.None, "Google Brain", "University of Toronto", "Londonderry Labs, UK", "", ",", "2020", "Jane Roe")]
    public void PlacesAreToldApart(Place kind, params string[] texts)
    {
        foreach (var text in texts) Assert.Equal((text, kind), (text, Shipped.PlaceOf(text)));
    }
}
