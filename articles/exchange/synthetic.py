"""Made-up bilingual articles in any number: the same ones for the same seed. For scale, never for reading."""

import random

from articles.texts.document import Document, Section, Signature

# Each pair says the same in English and Russian; the two halves of a sentence go together freely.
SUBJECTS = [
    ("The negotiators", "Участники переговоров"),
    ("Both governments", "Оба правительства"),
    ("Independent observers", "Независимые наблюдатели"),
    ("The two academies", "Обе академии"),
    ("Regional exporters", "Региональные экспортёры"),
    ("Younger voters", "Молодые избиратели"),
    ("The joint commission", "Совместная комиссия"),
    ("Energy companies", "Энергетические компании"),
]
PREDICATES = [
    ("have revised the schedule of inspections", "пересмотрели график инспекций"),
    ("expect the agreement to be prolonged", "ожидают продления соглашения"),
    ("warned against hasty conclusions", "предостерегли от поспешных выводов"),
    ("published their figures for {year}", "опубликовали свои данные за {year} год"),
    ("proposed a permanent channel of communication", "предложили постоянный канал связи"),
    ("disagree about the cost of delay", "расходятся в оценке цены промедления"),
    ("returned to the question of trust", "вернулись к вопросу о доверии"),
]
SUBJECTS_OF_TITLES = [
    ("Arms Control", "контроль над вооружениями"),
    ("Trade", "торговля"),
    ("Arctic Research", "исследования Арктики"),
    ("Water", "водные ресурсы"),
    ("Public Health", "здравоохранение"),
    ("Migration", "миграция"),
]
GIVEN = [("Anna", "Анна"), ("Boris", "Борис"), ("Clara", "Клара"), ("Dmitry", "Дмитрий"), ("Emma", "Эмма")]
FAMILY = [("Orlova", "Орлова"), ("Stone", "Стоун"), ("Weiss", "Вайс"), ("Gray", "Грей"), ("Lind", "Линд")]
ROLES = [("Research fellow", "Научный сотрудник"), ("Professor of history", "Профессор истории")]
LANGUAGES = ("en", "ru")
PARAGRAPHS, SENTENCES = 12, 5  # about the length of a commentary in a policy journal


def synthetic_pairs(count, seed):
    """Yield ``count`` pairs of Documents, English and Russian; equal seeds give equal documents."""
    source = random.Random(seed)  # noqa: S311  (repeatable on purpose)
    for number in range(1, count + 1):
        yield _pair(number, source)


def _pair(number, source):
    subject = source.choice(SUBJECTS_OF_TITLES)
    people = source.sample([(given, family) for given in GIVEN for family in FAMILY], 2)
    roles = [source.choice(ROLES) for _ in people]
    text = [[_sentence(source) for _ in range(SENTENCES)] for _ in range(PARAGRAPHS)]
    titles = (f"{subject[0]}: A Common View, No. {number}", f"Общий взгляд № {number}: {subject[1]}")
    for side, language in enumerate(LANGUAGES):
        paragraphs = tuple(" ".join(sentence[side] for sentence in sentences) for sentences in text)
        matter = {"title": titles[side], "slug": f"common-view-{number}"}
        if language != LANGUAGES[0]:
            matter["translation_of"] = f"common-view-{number}"
        yield Document(
            language=language,
            front_matter=matter,
            signatures=tuple(
                Signature(f"{given[side]} {family[side]}", role[side])
                for (given, family), role in zip(people, roles, strict=True)
            ),
            short=Section(paragraphs[:2]),
            full=Section(paragraphs),
        )


def _sentence(source):
    subject, predicate, year = source.choice(SUBJECTS), source.choice(PREDICATES), source.randint(1990, 2025)
    return [f"{subject[side]} {predicate[side].format(year=year)}." for side in range(len(LANGUAGES))]
