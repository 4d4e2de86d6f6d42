using DigestSearch.Reviews;

namespace DigestSearch.Archive;

/// <summary>The digests that the lines of one document belong to: by their id, else their title, else the document's name.</summary>
internal sealed class LineDigests(ReviewStore store, DocumentRow document)
{
    private readonly Dictionary<string, LineDigest> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    /// <summary>The ordinal of a line that gives none.</summary>
    public int NextOrdinal(ReviewLine line)
    {
        var key = KeyOf(line);
        return ordinals[key] = ordinals.GetValueOrDefault(key) + 1;
    }

    /// <summary>The digest of a line; the first line of a digest gives its facts.</summary>
    public LineDigest Of(ReviewLine line)
    {
        var key = KeyOf(line);
        return known.TryGetValue(key, out var digest) ? digest : known[key] = Put(key, line, known.Count + 1);
    }

    private LineDigest Put(string key, ReviewLine line, int ordinal)
    {
        var facts = Facts(line);
        if (line.DigestId is { Length: > 0 } given && store.OwnerOfDigest(given) is var owner)
        {
            if (owner is null)
            {
                store.AddDigest(given, document, key, ordinal, facts);
                return new(given, false);
            }
            if (owner.Value.Document != document.Id)
            {
                if (owner.Value.Reviews > 0) return new(null, true);
                store.TakeOverDigest(given, document, key);
            }
            return PutFacts(given, ordinal, facts);
        }
        return store.FindDigest(document.Id, key) is { } id ? PutFacts(id, ordinal, facts) : new(store.AddDigest(document, key, ordinal, facts), false);
    }

    private LineDigest PutFacts(string id, int ordinal, Digest facts)
    {
        if (store.IsRemoved(id)) return new(null, false);
        store.PutFacts(id, ordinal, facts);
        return new(id, false);
    }

    private Digest Facts(ReviewLine line) => new()
    {
        Title = string.IsNullOrWhiteSpace(line.Digest) ? TitleOf(document.Name) : line.Digest,
        Url = line.DigestUrl,
        Published = line.DigestPublished,
        Period = Month.Parse(line.DigestFrom) is { } from && Month.Parse(line.DigestTo) is { } to ? new Period(from, to) : null,
        Language = line.DigestLanguage,
    };

    private static string TitleOf(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.IndexOf(".jsonl", StringComparison.OrdinalIgnoreCase) is var at and > 0 ? file[..at] : file;
    }

    private static string KeyOf(ReviewLine line) =>
        line.DigestId is { Length: > 0 } id ? "id:" + id : string.IsNullOrWhiteSpace(line.Digest) ? "" : "title:" + line.Digest.Trim();
}

/// <summary>The digest of a line.</summary>
/// <param name="Id">Its id; null when its lines are left out.</param>
/// <param name="IsTaken">Whether they are left out because another document has a digest of this id.</param>
internal sealed record LineDigest(string? Id, bool IsTaken);
