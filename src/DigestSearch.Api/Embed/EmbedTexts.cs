namespace DigestSearch.Api.Embed;

/// <summary>Words of the page about the element, in one language.</summary>
internal sealed record EmbedTexts
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Whole { get; init; }
    public required string OneLab { get; init; }
    public required string Dropdown { get; init; }
    public required string Attributes { get; init; }
    public required string Look { get; init; }
    public required string LookHint { get; init; }
    public required string Events { get; init; }
    public required string Safety { get; init; }
    public required string SafetyHint { get; init; }
    public required string Origins { get; init; }
    public required string Declaration { get; init; }
    public required IReadOnlyList<(string Name, string Meaning)> AttributeList { get; init; }
    public required IReadOnlyList<(string Name, string Meaning)> EventList { get; init; }

    /// <summary>The words in a language of the pages.</summary>
    public static EmbedTexts Of(string code) => code == "ru" ? Russian : English;

    private static EmbedTexts Russian { get; } = new()
    {
        Title = "Поиск на вашем сайте",
        Lead = "Несколько строк, без сборки, зависимостей и cookies. Без JavaScript форма внутри ищет сама.",
        Whole = "Весь архив",
        OneLab = "Одна лаборатория, меньше фильтров, состояние в адресе страницы",
        Dropdown = "Только строка: статьи в выпадающем списке",
        Attributes = "Атрибуты",
        Look = "Вид",
        LookHint = "Шрифт и цвет текста элемент берёт у страницы. Остальное — свойства и части:",
        Events = "События",
        Safety = "Политика безопасности и целостность",
        SafetyHint = "Страница с default-src 'none' добавляет к политике только это. Стили элемент несёт с собой, style-src ему не нужен.",
        Origins = "Сервер должен знать адрес вашего сайта: Cors:Origins в его настройках. Integrity меняется с каждой версией; со старой строкой остаётся форма.",
        Declaration = "Объявление для TypeScript:",
        AttributeList =
        [
            ("lang", "язык элемента: ru или en; иначе язык страницы"),
            ("placeholder", "подсказка в пустой строке"),
            ("size", "сколько разборов показать, от 1 до 20; обычно 5"),
            ("facets", "фильтры через пробел: year lab topic author reviewer venue language digest has; пусто — без фильтров"),
            ("results", "inline: под строкой; dropdown: в списке под строкой; link: на странице читальни"),
            ("lab, year, topic…", "выбрано заранее и остаётся; несколько значений через |"),
            ("url-state", "запрос и выбор хранятся в адресе страницы; значение — приставка имён, обычно ds-"),
            ("theme", "light или dark; иначе как у страницы (color-scheme)"),
            ("server", "адрес читальни, если сценарий взят из другого места"),
        ],
        EventList =
        [
            ("ds-search", "разборы показаны: query, total, page"),
            ("ds-select", "выбрана статья: id, title, url; preventDefault() оставляет читателя на странице"),
            ("ds-error", "поиск не ответил: message"),
        ],
    };

    private static EmbedTexts English { get; } = new()
    {
        Title = "The search on your site",
        Lead = "A few lines, no build, no dependency, no cookies. Without JavaScript the form inside searches on its own.",
        Whole = "The whole archive",
        OneLab = "One lab, fewer filters, the state in the address of the page",
        Dropdown = "The box alone: papers in a list below it",
        Attributes = "Attributes",
        Look = "Look",
        LookHint = "Font and colour of text are those of the page. The rest are properties and parts:",
        Events = "Events",
        Safety = "Content security policy and integrity",
        SafetyHint = "A page with default-src 'none' adds this to its policy and no more. The element brings its styles along and needs no style-src.",
        Origins = "The server has to know the origin of your site: Cors:Origins in its settings. The integrity changes with each version; with an old one the form remains.",
        Declaration = "Declaration for TypeScript:",
        AttributeList =
        [
            ("lang", "language of the element: ru or en; else that of the page"),
            ("placeholder", "hint in the empty box"),
            ("size", "how many reviews are shown, 1 to 20; 5 by default"),
            ("facets", "filters apart by blanks: year lab topic author reviewer venue language digest has; empty for none"),
            ("results", "inline: below the box; dropdown: in a list below it; link: on the page of the reading room"),
            ("lab, year, topic…", "chosen beforehand, and stays; several values apart by |"),
            ("url-state", "query and choices live in the address of the page; its value begins their names, ds- by default"),
            ("theme", "light or dark; else that of the page (color-scheme)"),
            ("server", "origin of the reading room where the script comes from elsewhere"),
        ],
        EventList =
        [
            ("ds-search", "reviews are shown: query, total, page"),
            ("ds-select", "a paper was chosen: id, title, url; preventDefault() keeps the reader here"),
            ("ds-error", "the search did not answer: message"),
        ],
    };
}
