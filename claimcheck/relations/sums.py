"""A total that follows its parts: `$4m for roads and $3m for parks, a total of $7m`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Figure
from claimcheck.relations.announced import compound
from claimcheck.relations.divided import told_apart
from claimcheck.relations.facts import Facts, group
from claimcheck.relations.series import Series, taken_up
from claimcheck.relations.whole import Whole, whole_of

_LONGEST_LINK = 4  # words of an aside within the gap
_AS_MANY = 7  # words from `a two-day` to its figure
_SUM = 10  # words from the last part to `a total of 45`


def summed_up(facts: Facts, series: Series, total: Figure) -> Whole | None:
    """`$4m for roads and $3m for parks, a total of $7m`; `made up of six and four, has 10 members`."""
    gap = range(series.last, total.first)
    words = facts.words(series.last, total.first)
    if any(taken_up(facts, part) for part in series.parts):
        return None
    if compound(facts, total, ["-", "of"]) and _makes_up(words):
        return whole_of(total, series) if series.closed else None
    if _all_of_them(facts, words, total) and not _wished(words):
        return whole_of(total, series) if series.closed else None
    moved = any(facts.classes[i] in ("shift", "rise", "fall", "open_list") for i in gap)
    if _wished(words) or (moved and not _brought(words)) or len(words) > _SUM + _LONGEST_LINK:
        return None
    if _summing(facts, series, total):
        return whole_of(total, series) if series.closed or _all_joined(facts, series) else None
    made = " ".join(facts.words(series.first - 2, series.first)).endswith(tuple(group("made_of")))
    if made and words[:-1] and words[-1] in group("possession"):
        return whole_of(total, series) if series.closed else None
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
    if "and" in words and not group("possession").isdisjoint(words[words.index("and") :]):
        return False  # `…, and her husband has six in all`
    if "total" in classes or ["in", "all"] in ([*words[i : i + 2]] for i in range(len(words))):
        return True
    if any(after[i : i + 2] in (["in", "all"], ["all", "told"]) for i in range(len(after))):
        return True
    shared = after[:2] == ["between", "them"] or (
        after[:1] == ["for"] and not group("spans").isdisjoint(after[2:])
    )
    if shared and words[-1:] in ([","], ["or"]):
        return True
    if _of_as_many(facts, series, total):
        return True
    if words[-1:] == ["making"] and words[-2:-1] == [","]:
        return True
    if words in (["of", "the"], ["of", "its"], ["of", "their"]) and told_apart(facts, series.parts):
        return True
    return _brought(words)


def _of_as_many(facts: Facts, series: Series, total: Figure) -> bool:
    """`11,200 on Friday and 9,100 on Saturday, a two-day attendance of`: for as many as there are parts."""
    lead = facts.words(total.first - _AS_MANY, total.first)
    if lead[-1:] not in (["of"], ["to"], ["at"]) or not {"a", "the"} & set(lead) or "," not in lead:
        return False
    line = facts.lines.get(facts.tokens.sentence[total.first], ())
    number = next(
        (f for f in line if total.first - _AS_MANY <= f.first < total.first and f.kind == "duration"), None
    )
    return (
        number is not None
        and number.low == len(series.parts)
        and facts.word(number.first - 1) in ("a", "the")
    )


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


def summed_within(facts: Facts, series: Series) -> Whole | None:
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
    return None if facts.word(parts[0].first - 1) == "," and not series.singles else whole_of(total, within)
