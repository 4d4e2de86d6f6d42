using DigestSearch.Reviews;
using DigestSearch.Reviews.Reading;
using DigestSearch.Tests.Support;

namespace DigestSearch.Tests.Reading;

/// <summary>The document the product was conceived from, where it is at hand.</summary>
public sealed class SeedTests
{
    private static DigestReading Seed()
    {
        Assert.SkipWhen(Repo.Shared is null, "The shared folder is not beside the repository.");
        return Readings.OfFile(Directory.EnumerateFiles(Path.Combine(Repo.Shared!, "seeds"), "*.txt").Single());
    }

    [Fact]
    public void TheSeedGivesElevenReviewsWithoutAProblem()
    {
        var seed = Seed();
        Assert.Empty(seed.Problems);
        Assert.Equal(
            ["Side-Tuning: Network Adaptation via Additive Side Networks", "Stacked DeBERT: All Attention in Incomplete Data for Text Classification",
             "Zero-Shot Video Object Segmentation via Attentive Graph Neural Networks", "SAUNet: Shape Attentive U-Net for Interpretable Medical Image Segmentation",
             "FaceShifter: Towards High Fidelity And Occlusion Aware Face Swapping", "Towards a Human-like Open-Domain Chatbot",
             "Positive Algorithmic Bias Cannot Stop Fragmentation in Homophilic Social Networks", "BERT-of-Theseus: Compressing BERT by Progressive Module Replacing",
             "A Simple Framework for Contrastive Learning of Visual Representations", "BADGR: An Autonomous Self-Supervised Learning-Based Navigation System",
             "Training Large Neural Networks with Constant Memory using a New Execution Algorithm"],
            seed.Reviews.Select(review => review.Title));
        Assert.Equal(Enumerable.Range(1, 11), seed.Reviews.Select(review => review.Ordinal));
    }

    [Fact]
    public void TheSeedGivesFiftyAuthorsInOrder()
    {
        var seed = Seed();
        Assert.Equal([5, 2, 5, 4, 5, 11, 2, 5, 4, 3, 4], seed.Reviews.Select(review => review.Authors.Count));
        Assert.Equal(["Jeffrey O Zhang", "Alexander Sax", "Amir Zamir", "Leonidas Guibas", "Jitendra Malik"], seed.Reviews[0].Authors);
        Assert.Equal("Quoc V. Le", seed.Reviews[5].Authors[^1]);
        Assert.Equal("David R. So", seed.Reviews[5].Authors[2]);
    }

    [Fact]
    public void TheSeedGivesYearsInstitutionsAndCountriesApart()
    {
        var seed = Seed();
        Assert.Equal([2019, 2020, 2020, 2020, 2019, 2020, 2020, 2020, 2020, 2020, 2020], seed.Reviews.Select(review => review.Year!.Value));
        Assert.Equal(
            ["University of California; Stanford University", "Kyungpook National University", "", "Toronto; Waterloo", "Peking University; Microsoft Research",
             "Google Brain", "Oxford", "Wuhan University; Beihang University; Microsoft Research Asia", "Google Research", "Berkeley AI Research", "Microsoft"],
            seed.Reviews.Select(review => string.Join("; ", review.Institutions)));
        Assert.Equal(["", "South Korea", "UAE; USA", "Canada", "", "", "UK", "", "", "USA", ""], seed.Reviews.Select(review => string.Join("; ", review.Countries)));
    }

    [Fact]
    public void TheSeedGivesLabsByTheVocabulary()
    {
        var labs = Seed().Reviews.SelectMany(review => review.Labs).ToList();
        Assert.Contains("Google > Google Brain", labs);
        Assert.Contains("University of Oxford", labs);
        Assert.Contains("University of Toronto", labs);
        Assert.Contains("University of Waterloo", labs);
        Assert.Equal(3, labs.Count(lab => lab.StartsWith("Microsoft", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheSeedGivesLinksByKindAndReviewersByHandle()
    {
        var seed = Seed();
        const string code = "code GitHub project";
        Assert.Equal(
            [code, code, code, code, "code Non official GitHub project", "blog Blog", "", code, code, code + ", video Video", ""],
            seed.Reviews.Select(review => string.Join(", ", review.Links.Select(link => link.Kind + " " + link.Label))));
        Assert.All(seed.Reviews.SelectMany(review => review.Links), link => Assert.Null(link.Url));
        Assert.Equal(
            ["artgor", "artgor", "artgor", "artgor", "shiron8bit", "fuckai", "sem", "belskikh", "belskikh", "belskikh", "belskikh"],
            seed.Reviews.Select(review => review.Reviewer));
    }

    [Fact]
    public void TheSeedGivesItsMonthsThoughItsTitleIsHindi()
    {
        var digest = Seed().Digest;
        Assert.Equal(new Period(new Month(2020, 1), new Month(2020, 2)), digest.Period);
        Assert.Equal("hi", digest.Language);
    }
}
