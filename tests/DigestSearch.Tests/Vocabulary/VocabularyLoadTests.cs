using DigestSearch.Reviews;

namespace DigestSearch.Tests.Vocabularies;

public sealed class VocabularyLoadTests : IDisposable
{
    private readonly VocabularyFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ARightFolderLoads()
    {
        var vocabulary = folder.Load();
        Assert.Equal("Strelsau University", vocabulary.LabOf("SU"));
        Assert.Equal(Place.Country, vocabulary.PlaceOf("Руритания"));
        Assert.Equal(["Vision > Faces"], vocabulary.TopicsOf("Faces of computer vision", "", []));
        Assert.Equal("vision", Assert.Single(vocabulary.Glossary).English[0]);
        Assert.Equal(["the", "и"], vocabulary.StopWords.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("labs.yaml", "- name: A\n  nickname: B\n", "labs.yaml, line 2: The key «nickname» is unknown. Use name, parent, country, aliases.")]
    [InlineData("labs.yaml", "- name: A\n- aliases: [B]\n", "labs.yaml, line 2: The entry has no «name». Add it.")]
    [InlineData("labs.yaml", "- name: A\n- name: A\n", "labs.yaml, line 2: The lab «A» is there already, on line 1.")]
    [InlineData("labs.yaml", "- name: Alpha Lab\n  aliases: [Omega]\n- name: Beta Lab\n  aliases:\n  - OMEGA\n", "labs.yaml, line 5: The alias «OMEGA» of «Beta Lab» means «Alpha Lab» already (line 2).")]
    [InlineData("labs.yaml", "- name: University of Alpha\n- name: Beta Lab\n  aliases: [The Univ. of Alpha]\n", "The alias «The Univ. of Alpha» of «Beta Lab» means «University of Alpha» already (line 1).")]
    [InlineData("labs.yaml", "- name: Alpha\n  parent: Omega\n", "labs.yaml, line 1: The lab «Alpha» has the unknown parent «Omega».")]
    [InlineData("labs.yaml", "- name: Alpha\n  parent: Beta\n- name: Beta\n  parent: Alpha\n", "labs.yaml, line 1: The lab «Alpha» is its own ancestor.")]
    [InlineData("labs.yaml", "- name: Alpha\n  parent: Alpha\n", "labs.yaml, line 1: The lab «Alpha» is its own ancestor.")]
    [InlineData("labs.yaml", "- name: Alpha\n  country: Zenda\n", "labs.yaml, line 1: The lab «Alpha» is in the unknown country «Zenda».")]
    [InlineData("labs.yaml", "- name: Alpha > Beta\n", "labs.yaml, line 1: The name «Alpha > Beta» holds the sign «>».")]
    [InlineData("labs.yaml", "- name: Alpha\n  aliases: [of the]\n", "labs.yaml, line 2: The alias «of the» of «Alpha» has no letters that count.")]
    [InlineData("labs.yaml", "- name: Alpha\n  aliases: Omega\n", "labs.yaml, line 2: The key «aliases» must hold a list.")]
    [InlineData("labs.yaml", "- name: [Alpha]\n", "labs.yaml, line 1: The key «name» must hold a text.")]
    [InlineData("labs.yaml", "- Alpha\n", "labs.yaml, line 1: This entry has no keys.")]
    [InlineData("labs.yaml", "name: Alpha\n", "labs.yaml, line 1: The file must be a list.")]
    [InlineData("labs.yaml", "- name: Alpha\n  aliases: [B\n", "labs.yaml, line 3: This is not YAML")]
    [InlineData("labs.yaml", "- name: Alpha\n  name: Beta\n", "labs.yaml, line 2: This is not YAML")]
    [InlineData("labs.yaml", "\n \n", "labs.yaml: The file is empty.")]
    [InlineData("labs.yaml", "# nothing yet\n", "labs.yaml: The file has no entries.")]
    [InlineData("places.yaml", "countries:\n  - {name: Ruritania}\n  - {name: Ruritania}\n", "places.yaml, line 3: The country «Ruritania» is there already.")]
    [InlineData("places.yaml", "countries:\n  - {name: Ruritania}\ncities:\n  Zenda: [Hofbau]\n", "Cities are listed under the unknown country «Zenda».")]
    [InlineData("places.yaml", "countries:\n  - {name: Ruritania}\ncities:\n  Ruritania: [Hofbau, HOFBAU]\n", "places.yaml, line 4: The place «HOFBAU» is there already, on line 4.")]
    [InlineData("places.yaml", "countries:\n  - {name: Ruritania}\ncities:\n  Ruritania: [Ruritania]\n", "places.yaml, line 4: The place «Ruritania» is a country and a city (line 2).")]
    [InlineData("places.yaml", "countries:\n  - {name: Ruritania}\ntowns: {}\n", "places.yaml, line 3: The key «towns» is unknown.")]
    [InlineData("places.yaml", "- Ruritania\n", "places.yaml, line 1: The file must be a mapping.")]
    [InlineData("topics.yaml", "- name: A\n- name: B\n  ru: А\n- name: C\n  ru: А\n", "topics.yaml, line 4: The topic «А» is there already, on line 2.")]
    [InlineData("topics.yaml", "- name: A\n  topics:\n    - name: B\n      topics: []\n", "topics.yaml, line 4: The key «topics» is unknown.")]
    [InlineData("topics.yaml", "- name: A\n  terms: ['ab*']\n", "topics.yaml, line 2: The term «ab*» of «A» has a stem that begins too many words.")]
    [InlineData("topics.yaml", "- name: A\n  terms: [one two three four five six seven eight nine]\n", "topics.yaml, line 2: The term «one two three four five six seven eight nine» of «A» has 9 words.")]
    [InlineData("topics.yaml", "- name: A\n  terms: [face, FACE]\n", "topics.yaml, line 2: The term «FACE» of «A» is there already.")]
    [InlineData("glossary.yaml", "- {ru: [зрение]}\n", "glossary.yaml, line 1: The entry has fewer than two terms.")]
    [InlineData("glossary.yaml", "- {ru: [зрение], en: [vision]}\n- {ru: [взгляд], en: [Vision]}\n", "glossary.yaml, line 2: The term «Vision» is there already, on line 1.")]
    [InlineData("stopwords.txt", "the\nof the\n", "stopwords.txt, line 2: «of the» is not one word.")]
    [InlineData("stopwords.txt", "всё\n# again\nвсе\n", "stopwords.txt, line 3: The word «все» is there already, on line 1.")]
    public void AMistakeIsToldWithFileAndLine(string file, string text, string told)
    {
        folder.Write(file, text);
        Assert.Contains(folder.Mistakes(), mistake => mistake.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("places.yaml")]
    [InlineData("labs.yaml")]
    [InlineData("topics.yaml")]
    [InlineData("glossary.yaml")]
    [InlineData("stopwords.txt")]
    public void AMissingFileIsToldByName(string file)
    {
        folder.Delete(file);
        Assert.Equal([$"- {file}: The file is missing. Put it there, or name the folder that holds it."], folder.Mistakes());
    }

    [Fact]
    public void AFileThatIsNotUtf8IsToldByName()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "labs.yaml"), [0x2D, 0x20, 0xCC, 0xC3]);
        Assert.Contains("labs.yaml: The file is not UTF-8.", Assert.Single(folder.Mistakes()), StringComparison.Ordinal);
    }

    [Fact]
    public void AllMistakesAreToldAtOnce()
    {
        folder.Write("labs.yaml", "- name: A\n  nickname: B\n  country: Zenda\n");
        folder.Write("stopwords.txt", "of the\n");
        Assert.Equal(3, folder.Mistakes().Length);
    }

    [Fact]
    public void TheFingerprintFollowsTheContentAndNotTheLineEnds()
    {
        var before = folder.Load().Fingerprint;
        Assert.Matches("^[0-9a-f]{64}$", before);
        Assert.NotEqual(before, Vocabulary.Empty.Fingerprint);

        folder.Write("stopwords.txt", "\uFEFF# words\r\nи\r\nthe\r\n");
        Assert.Equal(before, folder.Load().Fingerprint);

        folder.Write("stopwords.txt", "# words\nи\nthe\nand\n");
        Assert.NotEqual(before, folder.Load().Fingerprint);
    }

    [Fact]
    public void ParentsMakePathsWhateverTheirOrder()
    {
        folder.Write("labs.yaml", "- {name: Gamma, parent: Beta}\n- {name: Beta, parent: Alpha}\n- {name: Alpha}\n");
        Assert.Equal("Alpha > Beta > Gamma", folder.Load().LabOf("gamma"));
    }

    [Fact]
    public void TheEmptyVocabularyKnowsNothing()
    {
        var empty = Vocabulary.Empty;
        Assert.Null(empty.LabOf("University of Strelsau"));
        Assert.Empty(empty.LabAliases("Google"));
        Assert.Equal(Place.None, empty.PlaceOf("USA"));
        Assert.Empty(empty.TopicsOf("Computer vision", "computer vision", ["computer vision"]));
        Assert.Equal("Segmentation", empty.TopicLabel("Computer Vision > Segmentation", "ru"));
        Assert.Empty(empty.Glossary);
        Assert.Empty(empty.StopWords);
    }
}
