"""The words of time expressions as typed tables, read once a process."""

from __future__ import annotations

from claimcheck.lexicon import load
from claimcheck.lexicon.ready import table
from claimcheck.values import frozen


@frozen
class Words:
    """Look-up tables; keys are lower-case token forms.

    `references` and `holidays` map a first word to the phrases it opens, `references_next` to the words that
    may come second, or None where the first can stand alone.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    weekdays_plural: dict[str, int]
    ambiguous_months: frozenset[str]
    abbreviations: frozenset[str]
    weekday_names: tuple[frozenset[str], frozenset[str]]
    units: dict[str, str]
    units_glued: dict[str, str]
    seasons: dict[str, str]
    day_parts: dict[str, str]
    halves: dict[str, str]
    days: dict[str, int]
    references: dict[str, list[tuple[tuple[str, ...], str]]]
    references_next: dict[str, frozenset[str] | None]
    not_references: dict[str, frozenset[str]]
    frequencies: dict[str, str]
    frequency_not_before: frozenset[str]
    amounts: dict[str, str]
    ordinals: dict[str, int]
    ordinal_suffixes: frozenset[str]
    numbers: dict[str, int]
    decades: dict[str, int]
    decade_not_after: frozenset[str]
    eras: dict[str, int]
    turns: dict[str, int]
    turns_mentioned: frozenset[str]
    offsets: dict[str, int]
    offsets_published: frozenset[str]
    offsets_linking: frozenset[str]
    early_late: frozenset[str]
    edges: frozenset[str]
    approximators: frozenset[str]
    bounds: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    prepositions: frozenset[str]
    counted: frozenset[str]
    not_year_after: frozenset[str]
    time_zones: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    not_past: frozenset[str]
    holidays: dict[str, list[tuple[tuple[str, ...], str]]]
    lists: dict[str, frozenset[str]]


def _phrases(table: dict[str, str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases by first token, longest first; a phrase is split as the tokeniser splits it."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in sorted(table.items(), key=lambda item: -len(item[0])):
        parts = phrase.replace("-", " - ").replace("'s", " 's").replace("s' ", "s ' ").split()
        words = tuple(part for word in parts for part in _stop_apart(word))
        found.setdefault(words[0], []).append((words, value))
    return found


def _second(phrases: list[tuple[tuple[str, ...], str]]) -> frozenset[str] | None:
    if any(len(phrase) == 1 for phrase, _ in phrases):
        return None
    return frozenset(phrase[1] for phrase, _ in phrases)


def _stop_apart(word: str) -> list[str]:
    return [word[:-1], "."] if word.endswith(".") and word.count(".") == 1 else [word]


_AS_WRITTEN = (
    "months", "weekdays", "weekdays_plural", "units", "units_glued", "seasons", "day_parts", "halves", "days",
    "amounts", "ordinals", "eras", "turns", "offsets",
)  # fmt: skip


@table
def words() -> Words:
    """The tables of `lexicon/times.toml`."""
    data = load("times")
    tense, beside = _sets(data["tense"]), _sets(data["beside"])
    references = _phrases(data["references"])
    return Words(
        **{name: data[name] for name in _AS_WRITTEN},
        future=tense["future"],
        past=tense["past"],
        present=tense["present"],
        not_past=tense["not_past"],
        early_late=beside["early_late"],
        edges=beside["edges"],
        approximators=beside["approximators"],
        between=beside["between"],
        ambiguous_months=frozenset(data["ambiguous"]["months"]),
        abbreviations=frozenset(data["ambiguous"]["abbreviations"]),
        weekday_names=(
            frozenset(data["ambiguous"]["weekday_names_before"]),
            frozenset(data["ambiguous"]["weekday_names_after"]),
        ),
        references=references,
        references_next={word: _second(phrases) for word, phrases in references.items()},
        not_references=_sets(data["not_references"]),
        frequencies=_without(data["frequencies"], data["frequency_use"]["not_read"]),
        frequency_not_before=frozenset(data["frequency_use"]["not_before"]),
        ordinal_suffixes=frozenset(data["ordinal_suffixes"]["words"]),
        numbers=data["number_words"],
        decades=data["decade_words"],
        decade_not_after=frozenset(data["decade_guard"]["not_after"]),
        turns_mentioned=frozenset(data["turns_mentioned"]["words"]),
        offsets_published=frozenset(data["offset_anchors"]["published"]),
        offsets_linking=frozenset(data["offset_anchors"]["linking"]),
        bounds=tuple(tuple(bound) for bound in data["bounds"]["phrases"]),
        prepositions=frozenset(data["time_prepositions"]["words"]),
        counted=frozenset(data["counted_after_year"]["words"]),
        not_year_after=frozenset(data["counted_after_year"]["before"]),
        time_zones=frozenset(data["time_zones"]["words"]),
        holidays=_phrases(data["holidays"]),
        lists=_sets(data["lists"]),
    )


def _sets(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in table.items()}


def _without(table: dict[str, str], names: list[str]) -> dict[str, str]:
    return {name: value for name, value in table.items() if name not in names}
