namespace DigestSearch.Reviews;

/// <summary>Something in a document that could not be read, told to the person who can mend it.</summary>
/// <param name="Code">Stable kebab-case name of the rule, such as <c>byline-missing</c>.</param>
/// <param name="File">Path relative to the source, or the name it was posted under.</param>
/// <param name="Line">Line from 1; null where the whole file is meant.</param>
/// <param name="Message">What is wrong, a whole sentence.</param>
/// <param name="Hint">What to do about it, a whole sentence.</param>
public sealed record Problem(string Code, string File, int? Line, string Message, string Hint);
