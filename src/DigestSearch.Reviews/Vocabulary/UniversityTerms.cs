using System.Collections.Frozen;

namespace DigestSearch.Reviews;

/// <summary>The words that names of universities are made of, as <see cref="UniversityNames"/> has them.</summary>
internal static class UniversityTerms
{
    internal const string University = "University", Institute = "Institute", Polytechnic = "Polytechnic", College = "College", Of = "of";

    /// <summary>What a folded word is called in the one way of writing; words that are not here stay as they are.</summary>
    internal static readonly FrozenDictionary<string, string> English = Table(
        ("National", "national nacional nationale nazionale natl"), ("Autonomous", "autonomous autonoma autonome autonoom"),
        (Polytechnic, "polytechnic polytechnique politecnica politecnico politehnica politechnika"), ("Pontifical", "pontifical pontificia"),
        ("Technical", "technical technische tekniska teknisk tecnica technologique"), ("Technological", "technological tecnologica tecnologico"),
        ("Catholic", "catholic catolica cattolica catholique"), ("Federal", "federal federale"), ("State", "state estatal estadual"),
        ("Free", "free freie libre libera"), ("Complutense", "complutense"), ("Medical", "medical medica"), ("Superior", "superior"),
        (Institute, "institute inst institut instituto istituto"), (College, "college"), ("Academy", "academy"), ("Technology", "technology techology techonolgy technolgy"),
        ("Science", "science"), ("Sciences", "sciences"), ("Saint", "saint st"), ("and", "and und et e"), (Of, "of"));

    /// <summary>Words that may stand behind the head in other languages and stand before it in English.</summary>
    internal static readonly FrozenSet<string> Adjectives =
        Words("National Autonomous Polytechnic Pontifical Technical Technological Catholic Federal State Free Complutense Medical Superior");

    /// <summary>Words that name no university when nothing else does.</summary>
    internal static readonly FrozenSet<string> General = Words("National Autonomous Polytechnic Pontifical Technical Technological Catholic Federal State Free Medical Superior "
        + "University Institute College Academy Technology Science Sciences and of for at in the de di des du del la le y "
        + "Inter Applied Normal City Open International Independent Private Public Royal Higher Central Northern Southern Eastern Western North South East West New Great Our Your "
        + "Agricultural Education Medicine Health Arts Art Engineering Business Management Economics Law Research Advanced Graduate Regional Global Online Virtual Joint");

    internal static readonly FrozenSet<string> Connectors =
        Words("of for at in from with de di du des del della degli da do dos dell d zu der van von");

    /// <summary>Connectors that part a name from what stands before it; the others stand inside names: Rio de Janeiro State University.</summary>
    internal static readonly FrozenSet<string> Borders = Words("of for at in from with");

    /// <summary>Forms of the head that begin a name, whatever stands before them.</summary>
    internal static readonly FrozenSet<string> Fronts = Words("universite universita universidad universidade");

    /// <summary>Forms of the head behind which the name goes on without a connector.</summary>
    internal static readonly FrozenSet<string> Middles = Words("universitat universitaet universtitat");

    /// <summary>Words with which a part of a university begins.</summary>
    internal static readonly FrozenSet<string> Departments = Words("department dept dep departement departamento dipartimento school faculty faculte facultad faculdade fakultat institute lab labs "
        + "laboratory laboratoire laboratories center centre centro division section group chair unit program programme team college hospital office campus press library kafedra");

    /// <summary>Endings after which a name is complete.</summary>
    internal static readonly FrozenSet<string> Ends = Words("department dept school faculty college hospital hospitals lab labs laboratory laboratories institute center centre campus press group division "
        + "medical clinic cedex umr avenue ave road street drive");

    /// <summary>Schools whose names begin with this word and stay in their language.</summary>
    internal static readonly FrozenSet<string> Schools = Words("ecole ecoles scuola hochschule fachhochschule");

    internal static readonly FrozenSet<string> Peoples = Words("american arab australian austrian bangladesh brazilian british bulgarian canadian chinese croatian czech danish dutch egyptian estonian "
        + "european finnish flemish french german hellenic hungarian indian indonesian international iranian irish israeli italian japanese kazakh korean latvian lithuanian mexican moroccan "
        + "norwegian pakistan polish portuguese romanian russian saudi serbian slovak slovenian spanish swedish swiss turkish ukrainian vietnamese");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet();

    private static FrozenDictionary<string, string> Table(params (string Word, string Forms)[] rows) =>
        rows.SelectMany(row => row.Forms.Split(' ').Select(form => (form, row.Word))).ToFrozenDictionary(pair => pair.form, pair => pair.Word);
}
