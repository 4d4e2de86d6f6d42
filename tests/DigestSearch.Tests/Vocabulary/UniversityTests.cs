using CsCheck;
using DigestSearch.Reviews;

namespace DigestSearch.Tests.Vocabularies;

/// <summary>Universities that no alias knows: all ways to write one give one label.</summary>
public sealed class UniversityTests
{
    private static readonly Vocabulary Shipped = Vocabulary.Load(VocabularyFolder.Shipped);

    [Theory]
    [InlineData("University of Aster", "University of Aster", "The University of Aster", "Univ. of Aster", "UNIVERSITY OF ASTER", "Dept. of Nets, Univ. of Aster, 12345 Oslo, Norway",
        "Université d'Aster", "Universidad de Áster", "Università degli Studi di Aster", "Universidade do Aster", "University of Aster (UoA)", "Univeristy of Aster Norway", "Universit ´e d’Aster",
        "2University of Aster", "Department of Physics University of Aster", "University of Aster and Marlow Center", "University of Aster Hospital", "University of Aster 5020")]
    [InlineData("Aster State University", "Aster State University", "ASTER STATE UNIVERSITY", "Tidal Group, Aster State Univ., Marlow, TX 79409, USA", "Vision Lab at Aster State University",
        "College of Nets of Aster State University", "SIST Aster State University", "Aster State University School of Law", "Aster State University Norway", "ISCAS & Aster State University")]
    [InlineData("Bella Marlow University Linz", "Bella-Marlow-Universität Linz", "Bella Marlow University Linz", "Bella-Marlow-Universitaet Linz, Austria")]
    [InlineData("Technical University of Plovdiv", "Technische Universität Plovdiv", "TU Plovdiv", "Technical University Plovdiv", "Technical University of Plovdiv, Bulgaria", "Dept. of Nets, TU Plovdiv")]
    [InlineData("University of Varna", "Universität Varna", "University Varna", "Université de Varna", "University of Varna")]
    [InlineData("National Autonomous University of Aster", "Universidad Nacional Autónoma de Aster", "National Autonomous University of Aster", "Univ. Nacional Autonoma de Aster")]
    [InlineData("Federal University of Aster", "Universidade Federal do Aster", "Federal University of Aster")]
    [InlineData("Marlow Aster University", "Université Marlow Aster", "University Marlow Aster", "LABX Université Marlow Aster")]
    [InlineData("Aster University of Science and Technology", "Aster University of Science and Technology", "Aster University of Science & Technology", "Aster Univ. of Science and Technology, Norway")]
    [InlineData("Aster Language and Culture University", "Aster Language and Culture University", "Aster Language & Culture University, China")]
    [InlineData("University of Eastern Norway", "University of Eastern Norway", "Univ. of Eastern Norway, Norway")]
    [InlineData("Aster Institute of Technology", "Aster Institute of Technology", "Department of Nets, Aster Inst. of Technology, Norway")]
    [InlineData("Polytechnic University of Aster", "Politecnico di Aster", "Polytechnic of Aster", "Polytechnic University of Aster", "Universidad Politécnica de Aster", "Universitat Politècnica d'Aster")]
    [InlineData("Norwegian Institute of Tides", "Norwegian Institute of Tides", "Vision Group, Norwegian Institute of Tides, Oslo, Norway")]
    [InlineData("École Centrale de Varna", "École Centrale de Varna", "Ecole Centrale de Varna, Varna, Bulgaria", "´Ecole Centrale de Varna")]
    [InlineData("Hochschule Aster", "Hochschule Aster", "Computer Vision, Hochschule Aster, Germany")]
    [InlineData("Aster College", "Aster College", "Department of Computer Science, Aster College, Oslo, Norway")]
    [InlineData("University College Aster", "University College Aster", "School of Nets, University College Aster, Ireland")]
    [InlineData("Астерский государственный университет", "Астерский государственный университет", "АСТЕРСКИЙ ГОСУДАРСТВЕННЫЙ УНИВЕРСИТЕТ", "ФГБОУ ВО «Астерский государственный университет»",
        "Кафедра сетей, Астерский гос. университет", "Астерский Государственный Университет имени И. О. Придуманного", "Астерский государственный ун-т")]
    [InlineData("Южно-Астерский институт приливов", "Южно-Астерский институт приливов", "Южно-Астерский Институт приливов им. И. О. Придуманного")]
    public void WaysToWriteAUniversityFallTogether(string label, params string[] institutions)
    {
        foreach (var institution in institutions) Assert.Equal((institution, new LabMatch(LabMatchKind.Pattern, label)), (institution, Shipped.MatchLab(institution)));
    }

    [Theory]
    [InlineData("University of Genoa", "Università degli Studi di Genova", "Universit `a di Genova, Italy", "DITEN, University of Genova")]
    [InlineData("Stanford University", "University Stanford", "Dept. of CS, Stanford University, CA, USA", "Stanford University2")]
    [InlineData("ETH Zurich", "Zurich, ETH", "ETH Zürich", "Institute of Nets, ETH, Zurich")]
    [InlineData("University of Oxford", "Univ. of Oxford", "Oxford University, UK", "Оксфорд")]
    [InlineData("University of Bonn", "Institute of Tides and Shores, University of Bonn", "University Bonn")]
    [InlineData("Carnegie Mellon University", "Center for Tides & Shores Carnegie Mellon University")]
    public void AKnownOneIsFoundThroughItsPattern(string path, params string[] institutions)
    {
        foreach (var institution in institutions) Assert.Equal((institution, new LabMatch(LabMatchKind.Known, path)), (institution, Shipped.MatchLab(institution)));
    }

    [Theory]
    [InlineData("Department of Computer Science")]
    [InlineData("Institute of Automation")]
    [InlineData("Institute for Artificial Intelligence")]
    [InlineData("Robotics Institute")]
    [InlineData("College of Computing")]
    [InlineData("School of Engineering")]
    [InlineData("University of Applied Sciences")]
    [InlineData("University of Science and Technology, Oslo")]
    [InlineData("National University")]
    [InlineData("Free University Press")]
    [InlineData("University Hospital, Department of Medicine")]
    [InlineData("661 University Avenue")]
    [InlineData("Inter-University Research Center")]
    [InlineData("Aster U. 29")]
    [InlineData("Universal Robots")]
    [InlineData("Aster Technologies GmbH")]
    [InlineData("Independent Researcher")]
    [InlineData("Институт проблем приливов")]
    [InlineData("Кафедра сетей")]
    [InlineData("College Station, TX")]
    [InlineData("Centre for Autonomous Systems (CAS)")]
    [InlineData("Centre for Autonomous Systems, CAS")]
    [InlineData("")]
    public void OtherTextsAreUnknown(string institution) => Assert.Equal(new LabMatch(LabMatchKind.Unknown, null), Shipped.MatchLab(institution));

    [Theory]
    [InlineData("Chinese Academy of Sciences", "Chinese Academy of Sciences (CAS)", "CAS", "CAS, Beijing")]
    [InlineData("Massachusetts Institute of Technology", "Massachusets Institute of Technology (MIT)")]
    public void AnAcronymBehindItsOwnNameStandsForIt(string path, params string[] institutions)
    {
        foreach (var institution in institutions) Assert.Equal((institution, path), (institution, Shipped.LabOf(institution)));
    }

    [Fact]
    public void ALabelIsItsOwnLabelAndAnyTextHasAnAnswer()
    {
        string[] words = ["University", "of", "Aster", "State", "Universität", "de", "Institute", "and", "Technology", ",", "Oslo", "Norway", "College", "The", "École", "(", ")", "университет", ">", "1"];
        Gen.Int[0, words.Length - 1].Select(at => words[at]).Array[0, 9].Sample(parts =>
        {
            var match = Shipped.MatchLab(string.Join(' ', parts));
            return match.Kind is not LabMatchKind.Pattern || !match.Path!.Contains('>', StringComparison.Ordinal);
        });
        Assert.Equal(LabMatchKind.Unknown, Shipped.MatchLab(new string('(', 100_000)).Kind);
    }
}
