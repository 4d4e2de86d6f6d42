using System.Globalization;

namespace DigestSearch.Indexing;

/// <summary>What rides in the user data of every commit, atomic with the documents.</summary>
/// <param name="Format">Number of the field table, <see cref="ReviewFields.Format"/>.</param>
/// <param name="Fingerprint">See <see cref="IndexFingerprint"/>.</param>
/// <param name="Archive">Identity of the archive that was indexed.</param>
/// <param name="Version">Cursor: the archive version up to which changes are included.</param>
/// <param name="Lineage">Changes whenever the directory is begun anew, since Lucene then uses the names of segments again.</param>
public sealed record CommitData(int Format, string Fingerprint, string Archive, long Version, string Lineage)
{
    internal static CommitData? Read(IDictionary<string, string> data) =>
        data.TryGetValue("format", out var format) && int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && data.TryGetValue("version", out var version) && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor)
        && data.TryGetValue("fingerprint", out var fingerprint) && data.TryGetValue("archive", out var archive)
        && data.TryGetValue("lineage", out var lineage)
            ? new CommitData(number, fingerprint, archive, cursor, lineage) : null;

    internal Dictionary<string, string> Write() => new()
    {
        ["format"] = Format.ToString(CultureInfo.InvariantCulture), ["fingerprint"] = Fingerprint, ["archive"] = Archive,
        ["version"] = Version.ToString(CultureInfo.InvariantCulture), ["lineage"] = Lineage,
    };
}
