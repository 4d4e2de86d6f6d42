namespace DigestSearch.Api.Pages;

/// <summary>Words of the page about the archive, in one language.</summary>
internal sealed record AboutTexts
{
    public required string Lead { get; init; }
    public required string Asking { get; init; }
    public required IReadOnlyList<(string Said, string Meaning)> Examples { get; init; }
    public required string Forgiving { get; init; }
    public required string Keys { get; init; }
    public required IReadOnlyList<(string Said, string Meaning)> KeyList { get; init; }
    public required string Taking { get; init; }
    public required string TakingHint { get; init; }

    /// <summary>The words in a language of the pages.</summary>
    public static AboutTexts Of(string code) => code == "ru" ? Russian : English;

    private static AboutTexts Russian { get; } = new()
    {
        Lead = "Здесь разборы научных статей из дайджестов сообщества: кто прочёл, что понял, что понравилось и что нет. Каждое число на страницах точное: столько и найдётся после щелчка.",
        Asking = "Как спрашивать",
        Examples =
        [
            ("contrastive learning", "все слова, где угодно в разборе, по-русски или по-английски"),
            ("\"deep learning\"", "слова подряд"),
            ("bert -video", "без слова"),
            ("vae OR gan", "любое из двух"),
            ("trans*", "начало слова"),
            ("автор:\"Дж. Малик\"", "автор с инициалами; ещё лаборатория:, тема:, год:2018..2020, есть:code, журнал:NeurIPS"),
            ("1912.13503", "номер arXiv, DOI или адрес кода"),
        ],
        Forgiving = "Опечатки, чужая раскладка, имена в другом алфавите и слишком длинные вопросы поправляются сами, если иначе ничего не найти; об этом сказано над разборами и отменяется одним щелчком.",
        Keys = "Клавиши",
        KeyList = [("/", "к строке поиска"), ("↓ ↑ Enter", "выбрать подсказку"), ("Esc", "закрыть подсказки")],
        Taking = "Взять с собой",
        TakingHint = "У любого поиска и разбора есть адреса с окончаниями .bib, .ris, .csl.json, .csv, .md; у поиска ещё .atom и .feed.json: подпишитесь на запрос, и новые разборы придут сами.",
    };

    private static AboutTexts English { get; } = new()
    {
        Lead = "Reviews of scientific papers from a community's digests: who read them, what they understood, what they liked and what not. Every number on the pages is exact: so many there are after the click.",
        Asking = "How to ask",
        Examples =
        [
            ("contrastive learning", "all words, anywhere in a review, in Russian or English"),
            ("\"deep learning\"", "words in a row"),
            ("bert -video", "without a word"),
            ("vae OR gan", "either of two"),
            ("trans*", "the beginning of a word"),
            ("author:\"J. Malik\"", "an author, initials too; also lab:, topic:, year:2018..2020, has:code, venue:NeurIPS"),
            ("1912.13503", "a number of arXiv, a DOI or the address of code"),
        ],
        Forgiving = "Slips, another keyboard layout, names in the other alphabet and questions that are too long are mended where nothing else matches; that is told above the reviews and taken back with one click.",
        Keys = "Keys",
        KeyList = [("/", "to the search box"), ("↓ ↑ Enter", "choose a suggestion"), ("Esc", "close the suggestions")],
        Taking = "Taking along",
        TakingHint = "Any search and any review has addresses ending in .bib, .ris, .csl.json, .csv, .md; a search also .atom and .feed.json: subscribe to a query, and new reviews come by themselves.",
    };
}
