namespace DigestSearch.Reviews.Reading;

/// <summary>Bytes of a document to its digest, reviews and problems. Pure and total: any bytes give an answer, never an exception.</summary>
public sealed class DigestReader(Vocabulary vocabulary)
{
    /// <summary>Hash of everything that shapes a reading: rules and vocabulary. Another fingerprint means read the stored bytes again.</summary>
    public string Fingerprint => vocabulary.Fingerprint;

    /// <summary>Reads one document.</summary>
    /// <param name="bytes">The document as received.</param>
    /// <param name="name">Path relative to its source, or the name it was posted under; its extension tells the format.</param>
    /// <param name="mediaType">Tells the format where the name does not.</param>
    public DigestReading Read(ReadOnlyMemory<byte> bytes, string name, string? mediaType = null) => throw new NotImplementedException();
}

/// <summary>What one document gave.</summary>
public sealed record DigestReading(Digest Digest, IReadOnlyList<Review> Reviews, IReadOnlyList<Problem> Problems);
