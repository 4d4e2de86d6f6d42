namespace DigestSearch.Search;

/// <summary>A text as it was parsed: clauses that must all match. Compares and prints without an index.</summary>
internal sealed record ParsedQuery(string Text, IReadOnlyList<QueryClause> Clauses, IReadOnlyList<string> Warnings)
{
    public string Read => string.Join(' ', Clauses.Select(clause => clause.Read));
}

/// <summary>One clause of a query, and where it stands in the text.</summary>
internal abstract record QueryClause(int Start, int End)
{
    /// <summary>Kind as in <see cref="QueryPart"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>The clause as a text that parses to it again.</summary>
    public abstract string Read { get; }
}

/// <summary>A word; a part of a word such as <c>Side-Tuning</c> does not stand alone.</summary>
internal sealed record WordClause(string Word, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "word";
    public override string Read => Word;
}

/// <summary>Words one after the other.</summary>
internal sealed record PhraseClause(string Words, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "phrase";
    public override string Read => $"\"{Words}\"";
}

/// <summary>All words that begin so.</summary>
internal sealed record PrefixClause(string Prefix, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "prefix";
    public override string Read => Prefix + "*";
}

/// <summary>A person by surname and initials.</summary>
internal sealed record NameClause(string Name, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "name";
    public override string Read => Name;
}

/// <summary>A clause that must match in one field.</summary>
internal sealed record FieldClause(QueryField Field, QueryClause Clause, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "field";
    public override string Read => $"{Field.Name}:{(Clause is NameClause ? $"\"{Clause.Read}\"" : Clause.Read)}";
}

/// <summary>A year or a range of years.</summary>
internal sealed record YearClause(YearRange Years, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "range";
    public override string Read => $"year:{Years}";
}

/// <summary>A clause that must not match.</summary>
internal sealed record NotClause(QueryClause Clause, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "not";
    public override string Read => "-" + Clause.Read;
}

/// <summary>Clauses as they were said, others that mean or name the same and match as well, and how that is told: where only the spelling differs, not at all.</summary>
internal sealed record WidenedClause(IReadOnlyList<QueryClause> Said, IReadOnlyList<QueryClause> Others, QueryStep? Step, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "widened";
    public override string Read => string.Join(' ', Said.Select(clause => clause.Read));

    /// <summary>What was said of a clause that may be widened, once or twice.</summary>
    public static IEnumerable<QueryClause> SaidIn(QueryClause clause) => clause is WidenedClause widened ? widened.Said.SelectMany(SaidIn) : [clause];

    /// <summary>A widened clause and those in it.</summary>
    public static IEnumerable<WidenedClause> In(QueryClause clause) => clause is WidenedClause widened ? widened.Said.SelectMany(In).Prepend(widened) : [];
}

/// <summary>Clauses of which one must match.</summary>
internal sealed record OrClause(IReadOnlyList<QueryClause> Clauses, int Start, int End) : QueryClause(Start, End)
{
    public override string Kind => "or";
    public override string Read => string.Join(" OR ", Clauses.Select(clause => clause.Read));
}
