using DigestSearch.Indexing;
using DigestSearch.Reviews;
using DigestSearch.Search;
using DigestSearch.Search.Ladder;

namespace DigestSearch.Tests.Support;

/// <summary>Random reviews, queries and selections from small pools, so that they meet; the same for the same seed.</summary>
internal sealed class RandomCorpus(int seed)
{
    private static readonly string[] Words = ["alfa", "brova", "kedro", "dulo", "fanto", "gomak", "lumo", "nivo", "орех", "клен", "42", "zx9"];
    private static readonly string[] Names = ["Ada Kedro", "Bo Lumo", "Ivo van Fanto", "Олег Клен", "Zo", "Mia-Li Gomak"];
    private static readonly string[] Labs = ["Gomak", "Gomak > Alfa", "Gomak > Brova", "Gomak > Alfa > Dulo", "Nivo", "Lumo > Kedro"];
    private static readonly string[] Topics = ["Fanto", "Fanto > Nivo", "Fanto > Dulo", "Орех"];
    private static readonly string[] Venues = ["NIVO", "Kedro Letters"];
    private static readonly string[] Reviewers = ["alfa-desk", "lumo-desk"];
    private static readonly string[] Languages = ["ru", "en"];

    private readonly Random random = new(seed);

    public StoredReview Review(int number)
    {
        var digest = random.Next(4);
        return new StoredReview(
            new Review
            {
                Id = "id" + number, Ordinal = number, Title = Sentence(1, 3), Text = Sentence(0, 12), Authors = Several(Names, 3), Labs = Several(Labs, 3), Topics = Several(Topics, 2),
                Institutions = Several(Words, 1), Year = random.Next(5) == 0 ? null : 2015 + random.Next(6), Venue = Maybe(Venues), Reviewer = Maybe(Reviewers), Language = Maybe(Languages),
                Links = [.. Several([.. LinkKind.All], 3).Select(kind => new ReviewLink(kind, kind, null))],
            },
            "d" + digest,
            new Digest { Title = "Digest " + digest, Published = digest == 0 ? null : new DateOnly(2020, digest, 1) });
    }

    public NaiveText Text()
    {
        if (random.Next(4) == 0) return NaiveText.Empty;
        return new NaiveText(Several(Words, 2), random.Next(4) == 0 ? [Pick(Words)] : [], random.Next(4) == 0 ? [Pick(Words), Pick(Words)] : [],
            random.Next(5) == 0 ? Pick(Words)[..2] : null, random.Next(5) == 0 ? $"{Pick(Words)} {Pick(Words)}" : null, random.Next(5) == 0 ? "kedro" : null);
    }

    /// <summary>A query as it is typed by mistake: on the other layout, in the other alphabet, with a slip, as a phrase that nobody wrote, or of too many words.</summary>
    public string Slipped()
    {
        var word = Pick(Words[..10]);
        return random.Next(6) switch
        {
            0 => KeyboardLayout.Switched(word)!,
            1 => Transliteration.Spellings(word).First(),
            2 => word.Length > 4 ? $"{word[..2]}{word[3]}{word[2]}{word[4..]}" : word + "x",
            3 => $"\"{word} {Pick(Words)} {Pick(Words)}\"",
            4 => string.Join(' ', Words.Take(5 + random.Next(5))),
            _ => $"{KeyboardLayout.Switched(word)} {Pick(Words)}",
        };
    }

    public ReviewQuery Query(string text)
    {
        var selections = new Dictionary<Dimension, IReadOnlyList<string>>();
        void Select(Dimension dimension, string[] values, int odds)
        {
            if (random.Next(odds) == 0) selections[dimension] = [.. Several(values, 2).DefaultIfEmpty("unheard of")];
        }
        Select(Dimension.Lab, Labs, 3);
        Select(Dimension.Topic, Topics, 4);
        Select(Dimension.Author, Names, 5);
        Select(Dimension.Venue, Venues, 6);
        Select(Dimension.Reviewer, Reviewers, 6);
        Select(Dimension.Language, Languages, 6);
        Select(Dimension.Digest, ["d0", "d1", "d2"], 6);
        Select(Dimension.Has, [.. LinkKind.All], 6);
        YearRange[] years = random.Next(3) == 0 ? [new(2016 + random.Next(3), random.Next(2) == 0 ? null : 2018), new(2015, 2015)] : [];
        return new ReviewQuery { Text = text, Selections = selections, Years = years, Size = 100, FacetSize = 1000 };
    }

    /// <summary>Several commits, some reviews put again with another content, some removed; what is left of them.</summary>
    public List<StoredReview> Fill(TempIndex index)
    {
        var live = new Dictionary<string, StoredReview>();
        for (var commit = 0; commit < 4; commit++)
        {
            var put = Enumerable.Range(0, 5 + Next(20)).Select(_ => Review(Next(60))).DistinctBy(stored => stored.Review.Id).ToList();
            var removed = live.Keys.Where(id => Next(6) == 0 && put.TrueForAll(stored => stored.Review.Id != id)).ToList();
            index.Commit(put, removed);
            foreach (var stored in put) live[stored.Review.Id!] = stored;
            foreach (var id in removed) live.Remove(id);
        }
        return [.. live.Values];
    }

    public int Next(int below) => random.Next(below);

    private string Sentence(int least, int most) => string.Join(' ', Enumerable.Range(0, least + random.Next(most - least + 1)).Select(_ => Pick(Words)));

    private string Pick(string[] values) => values[random.Next(values.Length)];

    private string? Maybe(string[] values) => random.Next(4) == 0 ? null : Pick(values);

    private IReadOnlyList<string> Several(string[] values, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pick(values)).Distinct()];
}
