using DigestSearch.Search;
using DigestSearch.Search.Suggest;
using static DigestSearch.Api.Pages.Plural;

namespace DigestSearch.Api.Pages;

/// <summary>The pages in Russian.</summary>
internal static class TextsRu
{
    private static readonly string[] OfMonth =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    public static Texts All { get; } = new()
    {
        Code = "ru",
        Site = "Читальня",
        Tagline = "Статьи, которые уже прочли",
        TaglineEnd = "внимательно",
        ToContent = "К содержанию",
        SearchBox = "Искать по разборам",
        SearchHint = "Название, автор, метод, мысль",
        Find = "Найти",
        Suggestion = type => type switch
        {
            SuggestionType.Author => "автор",
            SuggestionType.Lab => "лаборатория",
            SuggestionType.Topic => "тема",
            _ => "статья",
        },
        Suggested = count => count == 0 ? "Подсказок нет" : $"{count} {Russian(count, "подсказка", "подсказки", "подсказок")}: стрелки вниз и вверх, чтобы выбрать",
        Language = "Язык страниц",
        Footer = "Архив разборов научных статей",
        ForPrograms = "Для программ",
        Embed = "Для вашего сайта",
        TakeAlong = "Взять с собой:",

        Reading = "Ищем",
        WithoutPart = "искать без этой части",
        Exactly = text => $"искать ровно «{text}»",
        ReadExactly = "слова взяты ровно как есть",
        Loosely = "искать свободнее",
        StepKind = kind => kind switch
        {
            "layout" => "исправлена раскладка",
            "translit" => "транслитерация",
            "typo" => "исправлена опечатка",
            "glossary" => "словарь",
            "phrase" => "слова порознь",
            "relax" => "не все слова",
            _ => null,
        },
        PartKind = kind => kind switch
        {
            "phrase" => "точная фраза",
            "prefix" => "начало слова",
            "name" => "имя",
            "not" => "исключено",
            "or" => "любое из",
            "range" => "промежуток",
            _ => null,
        },

        Filters = "Фильтры",
        Chosen = count => $"{count} {Russian(count, "выбран", "выбрано", "выбрано")}",
        Dimension = dimension => dimension switch
        {
            DigestSearch.Search.Dimension.Year => "Год статьи",
            DigestSearch.Search.Dimension.Lab => "Лаборатория",
            DigestSearch.Search.Dimension.Topic => "Тема",
            DigestSearch.Search.Dimension.Author => "Автор",
            DigestSearch.Search.Dimension.Reviewer => "Кто разбирал",
            DigestSearch.Search.Dimension.Venue => "Где вышла",
            DigestSearch.Search.Dimension.Language => "Язык разбора",
            DigestSearch.Search.Dimension.Digest => "Дайджест",
            _ => "Есть",
        },
        ByYears = "По годам",
        Earlier = year => $"до {year}",
        Year = "Год",
        YearTable = "Годы списком",
        ShowMore = "показать больше",
        ShowLess = "показать меньше",
        AddLabel = label => $"добавить к выбранному: {label}",
        DropLabel = label => $"убрать: {label}",
        Selected = "выбрано",
        Reset = "сбросить",

        Sort = order => order switch
        {
            SortOrder.Relevance => "по смыслу",
            SortOrder.Newest => "новые",
            SortOrder.Oldest => "старые",
            SortOrder.Published => "последние выпуски",
            _ => "по названию",
        },
        SortBy = "сначала",
        MoreNames = count => $"и\u00a0ещё\u00a0{count}",
        LinkKind = kind => kind switch
        {
            "paper" => "статья",
            "code" => "код",
            "project" => "проект",
            "blog" => "блог",
            "video" => "видео",
            "tweet" => "тред",
            "other" => "другие ссылки",
            _ => null,
        },
        LanguageName = code => code switch
        {
            "ru" => "русский",
            "en" => "английский",
            "de" => "немецкий",
            "fr" => "французский",
            "es" => "испанский",
            "zh" => "китайский",
            "hi" => "хинди",
            _ => code,
        },
        Ordinal = number => $"№\u00a0{number}",
        Pages = "Страницы",
        Next = "дальше",
        Previous = "назад",
        DepthEnds = "Дальше листать нельзя: уточните запрос или выберите фильтр.",

        AllReviews = "Все разборы",
        LatestReviews = "Последние разборы",
        About = "О читальне",
        Newest = "Новые дайджесты",
        Inside = "Что внутри",
        Examples = "Например",
        ExampleTitle = "слова из названия, как помнятся",
        ExampleAuthor = "фамилия автора, с инициалами или без",
        ExampleLab = "лаборатория и год прямо в запросе",
        ExampleTopic = "точная фраза",
        EmptyArchive = "Полки пока пусты",
        EmptyArchiveHint = "Положите дайджест в папку, за которой следит программа, или отправьте его через API: через секунду он появится здесь.",

        NothingFound = "Ничего не нашлось",
        WithoutFilters = "Без фильтров",
        DropWord = "Без одного из слов",
        DropFilter = "Без одного из фильтров",
        Nearest = "Ближайшее, что есть",
        CheckWords = "Попробуйте другие слова: искать можно и по-русски, и по-английски, имена пишутся как угодно.",

        Paper = "О статье",
        Authors = "Авторы",
        Labs = "Лаборатории",
        Institutions = "Организации",
        Countries = "Страны",
        Venue = "Где вышла",
        Topics = "Темы",
        Reviewer = "Кто разбирал",
        Digest = "Дайджест",
        Links = "Ссылки",
        NoAddress = "адрес не сохранился",
        Table = "Таблица",
        NoText = "От этого разбора сохранились только сведения о статье, без текста.",
        OtherReviews = count => count == 1 ? "Ещё один разбор этой статьи" : "Другие разборы этой статьи",
        SimilarReviews = "Похожие разборы",
        InDigest = "В этом дайджесте",
        PreviousReview = "Предыдущий разбор",
        NextReview = "Следующий разбор",
        Contents = "Содержание",
        OriginalPost = "исходная публикация",
        SearchInside = "искать внутри дайджеста",
        Line = "строка",

        Indexing = "Расставляем книги по полкам",
        IndexingHint = "Указатель ещё строится. Страница обновится сама, когда он будет готов.",
        IndexingProgress = (archive, index) => $"В архиве {archive}, в указателе пока {index}.",
        StillWorks = "Тем временем открыты страницы разборов и дайджестов.",
        ErrorTitle = status => status switch
        {
            404 => "Такой страницы нет",
            401 => "Нужен ключ администратора",
            405 => "Так с этой страницей нельзя",
            429 => "Слишком много запросов подряд",
            400 => "Запрос не понят",
            503 => "Поиск сейчас недоступен",
            _ => "На нашей стороне что-то сломалось",
        },
        ErrorHint = status => status switch
        {
            404 => "Возможно, адрес набран с ошибкой или страница удалена вместе со своим дайджестом. Попробуйте найти её по названию.",
            401 => "Введите ключ как пароль; имя может быть любым.",
            405 => "Эту страницу можно только читать.",
            429 => "Подождите немного и обновите страницу.",
            400 => "Адрес составлен не так, как ожидается. Начните поиск заново.",
            503 => "Подождите немного и обновите страницу.",
            _ => "Мы записали, что случилось. Поиск и остальные страницы, скорее всего, работают.",
        },
        BadRequest = "Вот что сервер ответил об адресе:",
        Busy = "Сейчас ищут слишком многие сразу. Обновите страницу через секунду.",
        TooLong = "Поиск занял больше времени, чем отведено. Помогут менее общие слова.",
        NoReview = "Такого разбора нет",
        NoDigest = "Такого дайджеста нет",
        NoPaper = "Такой статьи нет",

        HardQueries = "Трудные запросы",
        HardQueriesHint = "Запросы, по которым ничего не нашлось или которые пришлось читать иначе. Кто спрашивал, не хранится.",
        Query = "Запрос",
        Times = "Раз",
        LastAsked = "Последний раз",
        Found = "Нашлось",
        ReadAs = "Прочитано как",
        ForGlossary = "Предложения для словаря",

        ReviewsWord = count => Russian(count, "разбор", "разбора", "разборов"),
        DigestsWord = count => Russian(count, "дайджест", "дайджеста", "дайджестов"),
        ProblemsWord = count => Russian(count, "место не прочиталось", "места не прочитались", "мест не прочитались"),
        PapersOfYear = year => $"статьи {year} года",
        Thousands = "\u202f",
        Months = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
        Day = day => $"{day.Day} {OfMonth[day.Month - 1]} {day.Year}",
    };
}
