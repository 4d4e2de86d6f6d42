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
    public DigestReading Read(ReadOnlyMemory<byte> bytes, string name, string? mediaType = null)
    {
        var lines = System.Text.Encoding.UTF8.GetString(bytes.Span).Split('\n');
        var reviews = new List<Review>();
        var title = vocabulary is null ? "" : name;
        foreach (var line in lines)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) title = line[2..].Trim();
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                reviews.Add(new Review { Ordinal = reviews.Count + 1, Title = line[(line.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim() });
            else if (reviews.Count > 0)
                reviews[^1] = reviews[^1] with { Text = (reviews[^1].Text + "\n" + line).Trim() };
        }
        Problem[] problems = reviews.Count == 0 ? [new("no-reviews", name, null, "The file holds no review.", "Write one.")] : [];
        return new(new Digest { Title = title, Language = "en" }, reviews, problems);
    }

    /// <summary>The review of a line.</summary>
    public Review ToReview(ReviewLine line, int ordinal) => new()
    {
        Id = line.Id, Ordinal = ordinal, Title = line.Title!, Authors = line.Authors ?? [], Institutions = line.Institutions ?? [],
        Labs = line.Labs ?? [], Countries = line.Countries ?? [], Year = line.Year, Venue = line.Venue, Topics = line.Topics ?? [],
        Links = line.Links ?? [], Ids = line.Ids ?? PaperIds.None, Reviewer = line.Reviewer, ReviewerName = line.ReviewerName,
        Language = line.Language, Text = line.Text ?? (vocabulary is null ? "" : ""),
    };
}

/// <summary>What one document gave.</summary>
public sealed record DigestReading(Digest Digest, IReadOnlyList<Review> Reviews, IReadOnlyList<Problem> Problems);
