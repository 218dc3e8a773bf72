"""Verb or namesake: whether `claims`, `state`, `reported` is a reporting verb where it stands."""

from __future__ import annotations

from claimcheck.attribution.stream import QUOTES, Stream
from claimcheck.attribution.vocabulary import Form, verb_forms
from claimcheck.model import MARK, NUMERAL, WORD

# Before `claims that` these endings mostly make an adjective or a plural, and `claims` a noun.
_ADJECTIVAL = ("s", "ed", "ing", "ar", "al", "ous", "ive", "ful", "ic", "able", "ible", "less", "est")


def is_verb(s: Stream, form: Form, first: int, index: int, low: int) -> bool:
    """Whether the word at `index`, whose verb group starts at `first`, is the verb that `form` says."""
    before = s.lower[first - 1] if first > low else ""
    grouped = first < index
    if first and s.text[first - 1] == "-" and not s.dash(first - 1):
        return False  # `state-backed`
    if s.capital(index) and index > low and not s.text[index].isupper() and not s.titled(s.sentence[index]):
        return False  # `District Judge Ann Roe`
    if before in s.words.determiners and before not in s.words.bare_determiners:
        return False
    if form.name == "base":
        return _is_base(s, form, first, index, low, before)
    if form.name == "third":
        return grouped or not form.verb.noun or _is_third(s, first, index, low, before)
    if form.name == "gerund":
        return grouped or _is_gerund(s, form, index, low, before)
    if grouped:
        return True
    if form.verb.adjective and first and (s.kind[first - 1] == NUMERAL or before in s.words.prepositions):
        return s.lower[index + 1 : index + 2] == ["that"]  # `758 pledged delegates`
    if first > 1 and s.lower[first - 2] == "to" and s.kind[first - 1] == WORD:
        return False  # `to submit detailed plans`
    return before != "of"


def opens_clause(s: Stream, index: int) -> bool:
    """Whether what stands at `index` can begin a clause or an object, and so speaks for a verb before it."""
    if index >= len(s.lower):
        return False
    word = s.lower[index]
    if word in s.words.sure_clauses or word == "to" or word in s.words.all_pronouns:
        return True
    if word in s.words.determiners:
        return word != "'s"
    return (
        s.kind[index] == NUMERAL
        or word in s.words.quantities
        or (s.kind[index] == WORD and s.capital(index))
        or s.text[index] == "$"
    )


def _is_base(s: Stream, form: Form, first: int, index: int, low: int, before: str) -> bool:
    if first < index:
        return s.adverb(index - 1) or s.lower[index - 1] not in s.words.perfect
    if before in s.words.base_subjects:
        return not form.verb.noun or before in s.words.persons or opens_clause(s, index + 1)
    if first <= low or (s.capital(index) and not s.capital(first - 1)):
        return False
    if before in (",", ")"):
        return not form.verb.noun
    if s.kind[first - 1] != WORD or before in s.words.prepositions or s.auxiliary(first - 1):
        return False
    plural = before.endswith("s") and not before.endswith(("'s", "ss", "us"))
    if _ends_sentence(s, index + 1):
        return plural
    if not form.verb.noun:
        return plural or opens_clause(s, index + 1)
    return opens_clause(s, index + 1) and (plural or s.capital(first - 1))


def _is_third(s: Stream, first: int, index: int, low: int, before: str) -> bool:
    """`claims`, `states`: a verb after a singular noun or name when no noun can stand there."""
    if before in s.words.persons or before in s.words.relatives:
        return True
    if first <= low or before in s.words.prepositions or before in s.words.determiners:
        return False
    if before in s.words.quantities or s.kind[first - 1] == NUMERAL:
        return False
    if before in s.words.documents and s.word(index + 1):
        after = s.lower[index + 1]
        return not (after in s.words.prepositions or after in verb_forms() or s.auxiliary(index + 1))
    if before.endswith(_ADJECTIVAL) and before not in s.words.documents and not s.capital(first - 1):
        return False
    if opens_clause(s, index + 1):
        return s.kind[first - 1] == WORD or s.text[first - 1] in ",)" or s.text[first - 1] in QUOTES
    if _ends_sentence(s, index + 1):
        return s.capital(first - 1) or before in s.words.documents
    named = s.capital(first - 1) or before in s.words.documents
    return named and (s.text[index + 1] in QUOTES or s.text[index + 1] == ",")


def _ends_sentence(s: Stream, index: int) -> bool:
    return index >= len(s.text) or s.text[index] in ".;:" or s.sentence[index] != s.sentence[index - 1]


def _is_gerund(s: Stream, form: Form, index: int, low: int, before: str) -> bool:
    """`saying` after a comma, or after a noun when a clause follows; not `the ruling`, `gold detailing`."""
    if before in s.words.prepositions:
        return before in s.words.gerund_prepositions
    if index <= low or s.kind[index - 1] == MARK or before in s.words.no_heads:
        return True
    if s.lower[index] in s.words.gerund_nouns:
        return False
    if "clause" not in form.verb.takes:
        return False
    if form.verb.document:
        return s.lower[index + 1 : index + 2] == ["that"]
    return "object" not in form.verb.takes or opens_clause(s, index + 1) or index + 1 in s.opening
