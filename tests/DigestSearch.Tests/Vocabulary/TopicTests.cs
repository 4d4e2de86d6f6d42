using CsCheck;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Vocabularies;

public sealed class TopicTests : IDisposable
{
    private static readonly Vocabulary Shipped = Vocabulary.Load(VocabularyFolder.Shipped);
    private readonly VocabularyFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Learning > Transfer & Continual Learning", "Side-Tuning: Network Adaptation via Additive Side Networks")]
    [InlineData("Natural Language Processing > Text Classification", "Stacked DeBERT: All Attention in Incomplete Data for Text Classification")]
    [InlineData("Computer Vision > Segmentation", "Zero-Shot Video Object Segmentation via Attentive Graph Neural Networks")]
    [InlineData("Medicine & Biology > Medical Imaging", "SAUNet: Shape Attentive U-Net for Interpretable Medical Image Segmentation")]
    [InlineData("Computer Vision > Image Generation", "FaceShifter: Towards High Fidelity And Occlusion Aware Face Swapping")]
    [InlineData("Natural Language Processing > Dialogue", "Towards a Human-like Open-Domain Chatbot")]
    [InlineData("Social & Complex Networks", "Positive Algorithmic Bias Cannot Stop Fragmentation in Homophilic Social Networks")]
    [InlineData("Model Efficiency > Model Compression", "BERT-of-Theseus: Compressing BERT by Progressive Module Replacing")]
    [InlineData("Learning > Self-Supervised Learning", "A Simple Framework for Contrastive Learning of Visual Representations")]
    [InlineData("Robotics > Robot Navigation", "BADGR: An Autonomous Self-Supervised Learning-Based Navigation System")]
    [InlineData("Model Efficiency > Large-Scale Training", "Training Large Neural Networks with Constant Memory using a New Execution Algorithm")]
    [InlineData("Reinforcement Learning", "Обучение с подкреплением в больших пространствах")]
    public void ATitleTellsItsTopic(string path, string title) =>
        Assert.Contains(path.Replace("Learning >", "Learning Methods >", StringComparison.Ordinal), Shipped.TopicsOf(title, "", []));

    [Fact]
    public void AStemMatchesTheBeginningOfAWordAndATermOnlyAWholeOne()
    {
        folder.Write("topics.yaml", "- name: A\n  strong: [ран]\n- name: B\n  strong: ['сегментац*']\n");
        var vocabulary = folder.Load();
        Assert.Empty(vocabulary.TopicsOf("Трансфер и ранжирование", "пересегментация", []));
        Assert.Equal(["A", "B"], vocabulary.TopicsOf("РАН: сегментацией", "", []));
    }

    [Theory]
    [InlineData("A", "an alpha")]
    [InlineData("", "an alpha {200}")]
    [InlineData("", "alpha {100} alpha {200}")]
    [InlineData("A", "an alpha, then beta-gamma {200}")]
    [InlineData("", "{100} an alpha, then beta-gamma {200}")]
    [InlineData("A", "alpha, beta gamma, delta {200} two twice")]
    [InlineData("", "small small little little {20}")]
    public void OneMentionInPassingIsTooLittleForALongText(string topics, string text)
    {
        folder.Write("topics.yaml", "- name: A\n  strong: [alpha, beta gamma]\n  terms: [delta]\n- name: B\n  strong: [two, twice]\n- name: C\n  weak: [small, little]\n");
        foreach (var count in new[] { 20, 100, 200 })
            text = text.Replace($"{{{count}}}", string.Join(' ', Enumerable.Repeat("word", count)), StringComparison.Ordinal);
        Assert.Equal(topics, string.Join(", ", folder.Load().TopicsOf("", text, [])));
    }

    [Theory]
    [InlineData("A", "alpha of anything")]
    [InlineData("A", "delta of anything")]
    [InlineData("", "small things")]
    [InlineData("B, A", "two twice alpha")]
    [InlineData("B", "two twice delta")]
    [InlineData("C", "small delta two")]
    public void ATitleNamesATopicByAStrongTermOrByMuchOfItsWeight(string topics, string title)
    {
        folder.Write("topics.yaml", "- name: A\n  strong: [alpha]\n  terms: [delta]\n- name: B\n  strong: [two, twice]\n- name: C\n  strong: [small delta two]\n  weak: [small]\n");
        Assert.Equal(topics, string.Join(", ", folder.Load().TopicsOf(title, "", [])));
    }

    [Fact]
    public void ALongerTermCoversThoseWithinIt()
    {
        folder.Write("topics.yaml", "- name: Nets\n  strong: ['neural network*']\n- name: Graphs\n  strong: ['graph neural network*']\n- name: Both\n  strong: ['graph neural network*']\n");
        var vocabulary = folder.Load();
        Assert.Equal(["Graphs", "Both"], vocabulary.TopicsOf("Graph neural networks", "", []));
        Assert.Equal(["Nets", "Graphs", "Both"], vocabulary.TopicsOf("Graph neural networks and neural networks", "", []));
    }

    [Fact]
    public void AtMostTwoTopicsOfATreeAreGivenAndOtherTreesComeBetween()
    {
        folder.Write("topics.yaml", "- name: A\n  topics:\n    - name: A1\n      strong: [one]\n    - name: A2\n      strong: [two]\n    - name: A3\n      strong: [three]\n- name: B\n  strong: [bee]\n");
        Assert.Equal(["A > A1", "B", "A > A2"], folder.Load().TopicsOf("one two three bee", "one", []));
    }

    [Fact]
    public void EvidenceOfChildrenAddsUpForTheParentThatStandsWhereNoChildIsSureEnough()
    {
        folder.Write("topics.yaml", "- name: A\n  terms: [image]\n  topics:\n    - name: A1\n      terms: [image, pixel]\n    - name: A2\n      terms: [camera]\n");
        var vocabulary = folder.Load();
        Assert.Equal(["A"], vocabulary.TopicsOf("", "pixel camera", []));
        Assert.Empty(vocabulary.TopicsOf("", "image", []));
    }

    [Fact]
    public void ATopicFarBelowTheBestIsLeftOut()
    {
        folder.Write("topics.yaml", "- name: A\n  strong: [a1, a2, a3, a4]\n- name: B\n  strong: [b1]\n");
        Assert.Equal(["A"], folder.Load().TopicsOf("a1 a2 a3 a4", "b1 b1 b1", []));
    }

    [Fact]
    public void AChildStandsForItsParentAndTheWeightierComesFirst()
    {
        folder.Write("topics.yaml", "- name: A\n  strong: [one]\n  topics:\n    - name: B\n      strong: [two]\n- name: C\n  strong: [three, four]\n");
        Assert.Equal(["C", "A > B"], folder.Load().TopicsOf("one two three four", "", []));
    }

    [Fact]
    public void TagsComeFirstByNameLabelStrongTermPathOrPart()
    {
        folder.Write("topics.yaml", "- name: A\n  ru: Первая\n- name: B\n  strong: ['bee*']\n  terms: [wasp]\n- name: C\n  strong: [sea]\n  topics:\n    - name: D\n");
        var vocabulary = folder.Load();
        Assert.Equal(["B", "A", "C > D"], vocabulary.TopicsOf("sea", "", ["BEES", "первая", "c > d", "unheard-of", ""]));
        Assert.Equal(["C"], vocabulary.TopicsOf("sea", "", ["bees and birds", "wasp"]));
        Assert.Equal(["B", "C"], vocabulary.TopicsOf("sea", "", ["Animals: BEES", "none: such"]));
        Assert.Equal(["A", "C"], vocabulary.TopicsOf("sea", "", ["Первая: unheard-of"]));
    }

    [Fact]
    public void AtMostFourTopicsAreGiven()
    {
        folder.Write("topics.yaml", string.Concat("abcdef".Select(letter => $"- name: {letter}\n  strong: [{letter}{letter}]\n")));
        Assert.Equal(4, folder.Load().TopicsOf("aa bb cc dd ee ff", "", ["f"]).Count);
    }

    [Fact]
    public void TheEndOfAVeryLongTextDoesNotCount() =>
        Assert.Empty(folder.Load().TopicsOf("", new string('x', 8_000) + " computer vision faces computer vision faces", []));

    [Fact]
    public void LabelsAreToldInBothLanguages()
    {
        Assert.Equal("Сегментация", Shipped.TopicLabel("Computer Vision > Segmentation", "ru"));
        Assert.Equal("Segmentation", Shipped.TopicLabel("Computer Vision > Segmentation", "en"));
        Assert.Equal("Unheard-of", Shipped.TopicLabel("Nowhere > Unheard-of", "ru"));
    }

    [Fact]
    public void TheFastFoldingAgreesWithTheGeneralOne() =>
        Gen.String[Gen.Char["abzАЯёЁй09+#-—«»’ .,\u00A0\u00AD\u0301éß´ﬁ\n"], 0, 40].Sample(text => Folding.Fold(text) == Folding.FoldAny(text));
}
