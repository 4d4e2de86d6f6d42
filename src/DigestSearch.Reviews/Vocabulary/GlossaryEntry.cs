namespace DigestSearch.Reviews;

/// <summary>Terms and acronyms of both languages that mean the same.</summary>
/// <param name="Russian">Russian forms, the usual one first.</param>
/// <param name="English">English forms, the usual one first.</param>
public sealed record GlossaryEntry(IReadOnlyList<string> Russian, IReadOnlyList<string> English);
