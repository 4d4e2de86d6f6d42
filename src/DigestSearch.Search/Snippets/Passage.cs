namespace DigestSearch.Search.Snippets;

/// <summary>A stretch of a text.</summary>
internal readonly record struct Passage(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Where a text holds a word of the query.</summary>
/// <param name="Start">Offset of the word, in UTF-16 units.</param>
/// <param name="End">Offset after its last unit.</param>
/// <param name="Word">Number of the query word; several marks in one place are several query words found there.</param>
internal readonly record struct Mark(int Start, int End, int Word);
