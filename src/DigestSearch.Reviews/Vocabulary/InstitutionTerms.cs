using System.Collections.Frozen;

namespace DigestSearch.Reviews;

/// <summary>The words that institutions are made of, as <see cref="InstitutionWords"/> has them.</summary>
internal static class InstitutionTerms
{
    internal const string University = "university";

    /// <summary>Words that are left out of a name; «The» opens a name, «of» goes on with it.</summary>
    internal static readonly FrozenDictionary<string, Joint> Between = new Dictionary<string, Joint>
    {
        ["the"] = Joint.Blank, ["and"] = Joint.Blank, ["und"] = Joint.Blank, ["et"] = Joint.Blank, ["и"] = Joint.Blank,
        ["of"] = Joint.Of, ["for"] = Joint.Of, ["de"] = Joint.Of, ["des"] = Joint.Of, ["du"] = Joint.Of, ["di"] = Joint.Of, ["del"] = Joint.Of,
        ["della"] = Joint.Of, ["degli"] = Joint.Of, ["fur"] = Joint.Of, ["la"] = Joint.Of, ["der"] = Joint.Of, ["da"] = Joint.Of, ["do"] = Joint.Of,
        ["at"] = Joint.At, ["from"] = Joint.At, ["with"] = Joint.At, ["in"] = Joint.At, ["в"] = Joint.At,
    }.ToFrozenDictionary();

    /// <summary>Abbreviations, other languages and frequent slips of the words that matter.</summary>
    internal static readonly FrozenDictionary<string, string> WrittenOut = Table(
        (University, "u univ unversity univeristy univerisity universtiy universitiy universiy univesity univerity universty uniersity uinveristy univercity univeresity univesrity universit universiti universitaet universtitat univeristat universide uniwersytet univerzitet univerza uni universities universitat universite universita universidad universidade universiteit "
            + "universitet universitetet universitas univerzita универ университет"),
        ("institute", "inst institut institutes instituto istituto institutet insitute институт"),
        ("lab", "labs laboratory laboratories laboratoire laboratorium laboratorio лаборатория"),
        ("center", "centre centers centrum zentrum центр"),
        ("department", "dept dep depart departement departamento departments кафедра"),
        ("technology", "technol technologies tecnologia technologie techology techonolgy technolgy"),
        ("technical", "technische technischen tekniska technique"), ("polytechnical", "polytechincal"),
        ("science", "sci sciences scinece scienze"),
        ("engineering", "eng engg engr"),
        ("college", "coll colleges"),
        ("national", "natl"),
        ("academy", "acad academia"),
        ("corporation", "corp"),
        ("company", "co comp"),
        ("saint", "st"));

    /// <summary>A name that ends so and goes on with «of» is another name: Nanjing University of Aeronautics.</summary>
    internal static readonly FrozenSet<string> Heads = Words(University + " institute college academy school hospital политехнический");

    /// <summary>Words that make another name of the one behind them: Western Michigan University.</summary>
    internal static readonly FrozenSet<string> Regions = Words("north south east west northern southern eastern western central middle northwest northeast southwest southeast northwestern northeastern "
        + "southwestern southeastern new");

    /// <summary>Words after which, inside one part, another name may begin.</summary>
    internal static readonly FrozenSet<string> Units = Words(
        "department school faculty lab center institute group division unit team program programme chair section graduate college office факультет "
        + "science engineering technology physics mathematics maths statistics economics biology medicine informatics computing computer intelligence learning "
        + "robotics systems linguistics psychology neuroscience management business electronics automation information communications vision ai nlp cs ee ece eecs cse "
        + "research phd student professor");

    /// <summary>Words that may follow a name of one word without making it another name.</summary>
    internal static readonly FrozenSet<string> Companions = Words(
        "inc ltd llc gmbh ag sa plc pte pvt limited incorporated corporation company group holdings technology research lab ai ml nlp ads cloud team center headquarters hq "
        + "robotics vision speech core department computer science engineering campus uk usa us russia china deep learning artificial intelligence machine data "
        + "faculty school eecs cs ee ece cse advanced development r d");

    /// <summary>Words after which a name of one word is surely another name: Apple Valley College.</summary>
    internal static readonly FrozenSet<string> Strangers = Words(University + " college academy hospital medical press museum");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet();

    private static FrozenDictionary<string, string> Table(params (string Word, string Forms)[] rows) =>
        rows.SelectMany(row => row.Forms.Split(' ').Select(form => (form, row.Word))).ToFrozenDictionary(pair => pair.form, pair => pair.Word);
}
