"""Words of made-up articles: every pair says the same in English and Russian, and any two pairs go together."""

SUBJECTS = [
    ("The negotiators", "Участники переговоров"),
    ("Both governments", "Оба правительства"),
    ("Independent observers", "Независимые наблюдатели"),
    ("The two academies", "Обе академии"),
    ("Regional exporters", "Региональные экспортёры"),
    ("Younger voters", "Молодые избиратели"),
    ("The central banks", "Центральные банки"),
    ("Energy companies", "Энергетические компании"),
    ("Former diplomats", "Бывшие дипломаты"),
    ("Military planners", "Военные"),
    ("Local councils", "Местные советы"),
    ("Polar researchers", "Полярники"),
]
PREDICATES = [
    ("have revised the schedule of inspections", "пересмотрели график инспекций"),
    ("expect the agreement to be prolonged", "ожидают продления соглашения"),
    ("warned against hasty conclusions", "предостерегли от поспешных выводов"),
    ("published their figures for {year}", "опубликовали свои данные за {year} год"),
    ("proposed a permanent channel of communication", "предложили постоянный канал связи"),
    ("disagree about the cost of delay", "расходятся в оценке цены промедления"),
    ("returned to the question of trust", "вернулись к вопросу о доверии"),
    ("refer to the crisis of {year}", "ссылаются на кризис {year} года"),
    ("are preparing a joint declaration", "готовят совместное заявление"),
    ("doubt that sanctions will change anything", "сомневаются, что санкции что-либо изменят"),
    ("kept the archives closed until {year}", "держали архивы закрытыми до {year} года"),
    ("have agreed to meet again", "договорились встретиться снова"),
]
IN_TOWN = ("in the town of {}", "в городе {}")
# Three of these make the name of a town: eight thousand names, so that some words are rare.
SYLLABLES = [
    *(("ka", "ка"), ("ri", "ри"), ("vo", "во"), ("ne", "не"), ("mu", "му"), ("ta", "та"), ("lo", "ло")),
    *(("si", "си"), ("be", "бе"), ("du", "ду"), ("ga", "га"), ("zo", "зо"), ("pi", "пи"), ("re", "ре")),
    *(("no", "но"), ("ma", "ма"), ("fi", "фи"), ("lu", "лу"), ("de", "де"), ("so", "со")),
]
FIELDS = [
    ("Arms control", "Контроль над вооружениями"),
    ("Trade", "Торговля"),
    ("Science", "Наука"),
    ("Water", "Водные ресурсы"),
    ("Public health", "Здравоохранение"),
    ("Migration", "Миграция"),
    ("Energy", "Энергетика"),
    ("Education", "Образование"),
]
REGIONS = [
    ("Arctic", "Арктика"),
    ("Baltic Sea", "Балтийское море"),
    ("Central Asia", "Центральная Азия"),
    ("Far East", "Дальний Восток"),
    ("Black Sea", "Чёрное море"),
]
INSTITUTIONS = [
    ("Institute of World Economy", "Институт мировой экономики"),
    ("Centre for Policy Studies", "Центр политических исследований"),
    ("University", "Университет"),
    ("Academy of Sciences", "Академия наук"),
    ("Foundation for Dialogue", "Фонд диалога"),
]
OUTLET = ("Review", "Обозрение")
# Surnames that are the same for men and women in both languages.
GIVEN = [
    *(("Anna", "Анна"), ("Boris", "Борис"), ("Clara", "Клара"), ("Dmitry", "Дмитрий"), ("Emma", "Эмма")),
    *(("Fyodor", "Фёдор"), ("Galina", "Галина"), ("Henry", "Генри"), ("Irina", "Ирина"), ("James", "Джеймс")),
    *(("Kirill", "Кирилл"), ("Laura", "Лаура"), ("Maria", "Мария"), ("Nikolai", "Николай"), ("Olga", "Ольга")),
    *(("Peter", "Питер"), ("Rosa", "Роза"), ("Semyon", "Семён"), ("Tatiana", "Татьяна"), ("Viktor", "Виктор")),
]
FAMILY = [
    *(("Stone", "Стоун"), ("Weiss", "Вайс"), ("Gray", "Грей"), ("Lind", "Линд"), ("Kovalenko", "Коваленко")),
    *(("Black", "Блэк"), ("Shevchuk", "Шевчук"), ("Meyer", "Мейер"), ("Durnovo", "Дурново"), ("Hall", "Холл")),
    *(("Dahl", "Даль"), ("Schmidt", "Шмидт"), ("Belykh", "Белых"), ("Brown", "Браун"), ("Roth", "Рот")),
    *(("Young", "Янг"), ("Sedykh", "Седых"), ("Costa", "Коста"), ("Wood", "Вуд"), ("Marchenko", "Марченко")),
]
POSTS = [
    ("Research fellow", "Научный сотрудник"),
    ("Professor", "Профессор"),
    ("Programme director", "Руководитель программы"),
]
