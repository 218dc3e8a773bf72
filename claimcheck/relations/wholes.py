"""A whole and its parts: closed lists, `a total of`, `of those`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.figures.plurals import singular
from claimcheck.model import Figure
from claimcheck.relations.divided import bare_parts, find_divided, told_apart
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.reading import alike, leads
from claimcheck.relations.series import Series, find_series, taken_up, without_head
from claimcheck.relations.whole import Whole

_KINDS = ("count", "money", "measure")
_LONGEST_LINK = 4  # words between `the 23 dead were` and the first part
_APPOSED = 8  # words between a total and the comma that opens its parts
_SUM = 10  # words from the last part to `a total of 45`
_ENDS = frozenset(["from", "by", "than", "compared"])  # what leads to the ends of a change
_MOVES = _ENDS | {"rise", "fall"}
_OPENING = 8  # words of a sentence up to `came to 45`


def find_wholes(facts: Facts) -> Iterator[Whole]:
    """Every total with its parts."""
    before: list[Series] = []
    for sentence, line in facts.lines.items():
        numbers = [f for f in line if f.kind in _KINDS and f.low is not None]
        numbers = numbers or [f for f in line if f.kind == "duration" and f.low is not None]
        series = list(find_series(facts, numbers)) if numbers else []
        found = [*find_divided(facts, sentence, numbers)]
        found = found or [whole for one in series if (whole := _whole(facts, sentence, one, numbers))]
        if not found and numbers and before:
            found = [whole for whole in [_taken_up(facts, sentence, numbers, before[-1])] if whole]
        yield from found
        before = series


def _whole(facts: Facts, sentence: int, series: Series, numbers: Sequence[Figure]) -> Whole | None:
    """The total of a list, which stands before it, after it or in the sentence before."""
    place = numbers.index(series.parts[0])
    earlier = numbers[place - 1] if place else None
    after = place + len(series.parts)
    later = numbers[after] if after < len(numbers) else None
    found = None
    listed = series.closed or facts.word(series.first - 1) == ":"
    if earlier and listed and alike(earlier, series.parts[0]):
        found = _announced(facts, earlier, series)
    if not found and later and alike(later, series.parts[0]):
        found = _summed_up(facts, series, later)
    if not found and later is None and len(series.parts) > 1 and series.parts[-1] is numbers[-1]:
        found = _summed_within(facts, series)
    if not found and series.closed and _may_be_total(series.parts[0]) and (tail := without_head(series)):
        found = _announced(facts, series.parts[0], tail)
    if not found and earlier is None and series.closed:
        found = _consists(facts, sentence, series)
    if not found and series.closed:
        found = _exceeded(facts, series, earlier)
    return found


def _announced(facts: Facts, total: Figure, series: Series) -> Whole | None:
    """`39 instruments: 22 violins, 12 horns and five drums`, and other links from a total to its parts."""
    link = facts.words(total.last, series.first)
    if not link or ";" in link or (taken_up(facts, series.parts[0]) and link[-1] != ","):
        return None
    if link[-1] in group("openers") | group("brackets"):
        return _whole_of(total, series, near=not series.closed) if _fills(facts, series) else None
    if _made_of(link) or _compound(facts, total, link):
        return _whole_of(total, series)
    if link[-1] in group("copulas") and len(link) <= _LONGEST_LINK and facts.word(total.first - 1) == "the":
        return _whole_of(total, series)
    if total.kind == "money" and len(link) <= _APPOSED and _with(link):
        return _whole_of(total, series, closed=False)
    if link[-1] == ",":
        return _apposed(facts, total, series, link)
    told = link[-2:-1] == [","] and link[-1] in group("outcomes") and told_apart(facts, series.parts)
    return _whole_of(total, series, near=True) if told or link[-2:] == [",", "with"] else None


def _may_be_total(head: Figure) -> bool:
    """Whether the first figure of a list says what it counts, as a total does."""
    return head.kind != "count" or head.unit is not None


def _made_of(link: Sequence[str]) -> bool:
    """`consisting of`, `comprising a house worth`: with at most the item before the first figure."""
    words = " ".join(link[-_LONGEST_LINK - 2 :])
    return any(f" {phrase} " in f" {words} " for phrase in group("made_of"))


def _whole_of(total: Figure, series: Series, closed: bool = True, near: bool = False) -> Whole:
    return Whole(total, series.parts, closed, series.singles, near)


def _with(link: Sequence[str]) -> bool:
    """`the tunnel will cost $2.4 billion, with the state paying $1.6 billion`."""
    return "with" in link[link.index(",") : link.index(",") + 2] if "," in link else False


def _fills(facts: Facts, series: Series) -> bool:
    """Whether the list goes on to the mark that closes it: no further figure stands before that."""
    opener = series.first - 1
    while facts.word(opener) in group("soft"):
        opener -= 1
    last = facts.bounds(opener)[1]
    mark = facts.word(opener)
    twin = ")" if mark == "(" else "" if mark == ":" else mark
    stop = next((i for i in range(series.last, last) if facts.word(i) == twin), last)
    return not facts.holds_number(series.last, stop)


def _compound(facts: Facts, total: Figure, link: Sequence[str]) -> bool:
    """`the 12-member jury of five men and seven women`."""
    return (
        facts.tokens.glued(total.last) and link[0] == "-" and link[-1] == "of" and len(link) <= _LONGEST_LINK
    )


def _apposed(facts: Facts, total: Figure, series: Series, link: Sequence[str]) -> Whole | None:
    """`640 pupils, 315 boys and 335 girls`; `17 schools, six in the north and eight in the south`."""
    if not 2 <= len(link) <= _APPOSED or facts.tokens.glued(series.first):
        return None
    kinds = {part.unit for part in series.parts}
    people = total.unit in group("collective") and kinds <= group("kinds_of_people") and len(kinds) > 1
    if people and not series.singles and len(link) <= _LONGEST_LINK:
        of_a_kind = any(singular(word) in group("kinds_of_people") for word in link[:-2])
        return None if of_a_kind else _whole_of(total, series)
    if total.kind != "count" or series.singles or not all(_bare(facts, part) for part in series.parts):
        return None
    following = {facts.word(part.last) for part in series.parts}
    sure = len(following) == 1 or (len(series.parts) > 2 and following <= group("list_prepositions"))
    return _whole_of(total, series, near=True) if sure else None


def _bare(facts: Facts, part: Figure) -> bool:
    """Whether a number stands without its noun: `six in the north`, `five slightly`."""
    return part.unit is None or facts.word(part.last) in group("list_prepositions")


def _summed_up(facts: Facts, series: Series, total: Figure) -> Whole | None:
    """`$4m for roads and $3m for parks, a total of $7m`; `made up of six and four, has 10 members`."""
    gap = range(series.last, total.first)
    words = facts.words(series.last, total.first)
    if any(taken_up(facts, part) for part in series.parts):
        return None
    if _compound(facts, total, ["-", "of"]) and _makes_up(words):
        return _whole_of(total, series) if series.closed else None
    if _all_of_them(facts, words, total) and not _wished(words):
        return _whole_of(total, series) if series.closed else None
    moved = any(facts.classes[i] in ("shift", "rise", "fall", "open_list") for i in gap)
    if _wished(words) or (moved and not _brought(words)) or len(words) > _SUM + _LONGEST_LINK:
        return None
    if _summing(facts, series, total):
        return _whole_of(total, series) if series.closed or _all_joined(facts, series) else None
    made = " ".join(facts.words(series.first - 2, series.first)).endswith(tuple(group("made_of")))
    if made and words[:-1] and words[-1] in group("possession"):
        return _whole_of(total, series) if series.closed else None
    return None


def _makes_up(words: Sequence[str]) -> bool:
    """`… make up the 14-member panel`."""
    return words[-1:] == ["the"] and any(" ".join(words[:-1]).endswith(verb) for verb in group("making_up"))


def _all_joined(facts: Facts, series: Series) -> bool:
    return len(series.parts) >= 2


def _summing(facts: Facts, series: Series, total: Figure) -> bool:
    """Whether the words about a figure call it the sum of those before it."""
    words = facts.words(max(series.last, total.first - _SUM), total.first)
    after = facts.words(total.last, min(total.last + 4, facts.bounds(total.first)[1]))
    classes = facts.classes[
        max(series.last, total.first - _SUM) : min(total.last + 4, facts.bounds(total.first)[1])
    ]
    if "total" in classes or ["in", "all"] in ([*words[i : i + 2]] for i in range(len(words))):
        return True
    if any(after[i : i + 2] in (["in", "all"], ["all", "told"]) for i in range(len(after))):
        return True
    if words[-1:] == ["making"] and words[-2:-1] == [","]:
        return True
    if words in (["of", "the"], ["of", "its"], ["of", "their"]) and told_apart(facts, series.parts):
        return True
    return _brought(words)


def _brought(words: Sequence[str]) -> bool:
    """`, bringing the bill to`, `, putting the toll at`."""
    if any(" ".join(words).endswith(phrase) for phrase in group("summing")):
        return True
    start = next((i for i, word in enumerate(words) if word in group("bringing")), 0)
    return start > 0 and words[start - 1] == "," and words[-1] in ("to", "at") and "from" not in words


def _wished(words: Sequence[str]) -> bool:
    """Whether the total is hoped for, not counted: `and hopes for 1,000 in all`."""
    return not (group("hoping") | group("modal_verbs")).isdisjoint(words)


def _all_of_them(facts: Facts, words: Sequence[str], total: Figure) -> bool:
    """`two policemen and a passer-by were shot; all four survived`."""
    told = facts.word(total.last) in group("modal_verbs") or facts.classes[total.last : total.last + 1] == [
        ""
    ]
    return words[-1:] == ["all"] and words[-2:-1] in ([";"], [","]) and told


def _summed_within(facts: Facts, series: Series) -> Whole | None:
    """`$4m, $3m and $2m, $9m in all`: a list whose last figure is its total."""
    parts, total = series.parts[:-1], series.parts[-1]
    within = Series(parts, series.singles, series.first, parts[-1].last, True)
    if len(parts) + len(series.singles) < 2 or not _summing(facts, within, total):
        return None
    joint = facts.words(parts[-1].last, total.first)
    if _wished(joint):
        return None
    if not {"and", "plus"} & set(facts.words(series.first, parts[-1].first)) and "and" not in joint:
        return None
    return None if facts.word(parts[0].first - 1) == "," and not series.singles else _whole_of(total, within)


def _consists(facts: Facts, sentence: int, series: Series) -> Whole | None:
    """`Total spending was €84m. Wages took €51m, …`; `It consists of $20m in loans and …`."""
    total = _only_alike(facts, sentence - 1, series.parts[0])
    if total is None or len(series.parts) < 2:
        return None
    first = facts.bounds(series.first)[0]
    made = " ".join(facts.words(series.first - 2, series.first)).endswith(tuple(group("made_of")))
    if (
        made
        and facts.word(first) in ("it", "they", "this", "these", "the")
        and series.first - first <= _OPENING
    ):
        return _whole_of(total, series)
    begin, end = facts.bounds(total.first)
    if not series.closed or len(series.parts) < 3:
        return None
    in_all = any(facts.words(i, i + 2) == ["in", "all"] for i in range(total.last, end))
    if (in_all or "total" in facts.classes[begin:end]) and not _governed(facts, series, _ENDS):
        return _whole_of(total, series, near=True)
    named = total.kind == "count" and total.unit is not None and bare_parts(facts, total, series.parts)
    named = named and not _governed(facts, series)
    return _whole_of(total, series, closed=False, near=True) if named else None


def _exceeded(facts: Facts, series: Series, earlier: Figure | None) -> Whole | None:
    """`The survey of 60 wells found 41 clean, 12 polluted and nine dry`: too many, if of the total."""
    whole = series if earlier else without_head(series)
    total = earlier or series.parts[0]
    if whole is None or len(whole.parts) < 3 or whole.singles or not alike(total, whole.parts[0]):
        return None
    said = any(facts.word(part.last) in group("verbs") for part in whole.parts)
    named = total.kind == "count" and total.unit is not None and bare_parts(facts, total, whole.parts)
    plain = named and not said and not _governed(facts, whole)
    return _whole_of(total, whole, closed=False, near=True) if plain else None


def _governed(facts: Facts, series: Series, leading: frozenset[str] = _MOVES) -> bool:
    """Whether a figure of the list is the end of a change, not a part."""
    return any(not leading.isdisjoint(leads(facts, part)) for part in series.parts)


def _only_alike(facts: Facts, sentence: int, figure: Figure) -> Figure | None:
    before = [f for f in facts.lines.get(sentence, ()) if alike(f, figure) and f.low is not None]
    return before[0] if len(before) == 1 else None


def _taken_up(facts: Facts, sentence: int, line: Sequence[Figure], series: Series) -> Whole | None:
    """`… 9,300 and Mr Ames 2,100. In all, 23,800 votes were cast.`: the parts one sentence back."""
    if (
        facts.tokens.sentence[series.first] != sentence - 1
        or len(line) != 1
        or not alike(line[0], series.parts[0])
    ):
        return None
    first = facts.article.sentences[sentence].first
    opening = facts.words(first, line[0].first)
    if not opening or len(opening) > _LONGEST_LINK or _governed(facts, series):
        return None
    summed = opening[:2] == ["in", "all"] or "total" in facts.classes[first : line[0].first]
    if (summed or opening[:2] == ["that", "makes"]) and (series.closed or len(series.parts) > 2):
        return _whole_of(line[0], series)
    whole_list = series.closed and len(facts.lines.get(sentence - 1, ())) == len(series.parts)
    if opening in (["the"], ["all"]) and whole_list and len(series.parts) + len(series.singles) > 2:
        return _whole_of(line[0], series, near=True)
    return None
