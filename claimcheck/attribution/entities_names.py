"""The name and title under which a source is listed: the fullest that the article gives."""

from __future__ import annotations

from claimcheck.attribution.entities import Entity
from claimcheck.attribution.entities_lexicon import lexicon
from claimcheck.attribution.mentions import Mention
from claimcheck.attribution.names_runs import is_capital, run_end
from claimcheck.model import MARK, Article, Tokens

_LONGEST = 14  # words that a printed description may go on for


def print_name(entity: Entity, article: Article) -> str:
    """A name without its title, or a description with what tells it apart, articles in lower case."""
    tokens, best = article.tokens, entity.best
    if best.form == "name" and not entity.printed:
        return _text(article, best.begin, best.end)
    first, last = entity.printed or (best.first, best.last)
    if best.form == "description":
        document = best.noun is not None and best.noun.kind == "document"
        if not entity.printed or (document and last == best.last):
            last = phrase_end(tokens, last)
        nameable = entity.plural or (best.noun is not None and best.noun.kind not in ("role", "people"))
        named = _naming(tokens, best.last, last) if nameable else None
        if named:
            return _text(article, *named)
    name = _text(article, first, last)
    opens = tokens.lower[first]
    if (best.form == "description" and _opens_common(opens) and not name[:2].strip().isupper()) or name[
        :2
    ] == "A ":
        return name[0].lower() + name[1:]
    return name


def _opens_common(word: str) -> bool:
    """Whether a phrase that opens a sentence with this word would stand in lower case elsewhere."""
    words = lexicon()
    noun = words.nouns.get(word)
    return word in words.determiners or (noun is not None and noun.kind != "people")


def print_title(entity: Entity, article: Article) -> str | None:
    """The title or role that stands before the person's name, or after it; the longest one."""
    tokens = article.tokens
    titles = [
        m.title
        for m in entity.mentions
        if m.title and m.form == "name" and not _is_courtesy(tokens, *m.title)
    ]
    if not titles or entity.kind != "person":
        return None
    first, last = max(titles, key=lambda t: (t[1] - t[0], -t[0]))
    while first < last and tokens.lower[first] in lexicon().determiners:
        first += 1
    while last > first and (tokens.text[last - 1] in ",-" or tokens.lower[last - 1] in lexicon().stoppers):
        last -= 1
    return _text(article, first, last) if first < last else None


def _is_courtesy(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a title is only `Mr.` or `Ms.`."""
    return tokens.lower[first] in lexicon().plain_courtesy and last - first <= 2


def phrase_end(tokens: Tokens, at: int) -> int:
    """How far a noun phrase goes on after its noun: `published in the journal`, `for the ministry`."""
    words, limit = lexicon(), min(at + _LONGEST, len(tokens))
    start = end = at
    bound = False
    while at < limit and (tokens.kind[at] != MARK or (tokens.text[at] in "-&'’" and tokens.glued(at))):
        lower = tokens.lower[at]
        if lower in words.postmodifiers or lower in words.prepositions:
            if at + 1 < limit and (tokens.lower[at + 1] in words.calendar or _infinitive(tokens, at)):
                break
            bound = True
        elif (
            (
                lower in words.auxiliary
                or lower in words.verbs
                or lower in words.relatives
                or lower in words.conjunctions
            )
            or not bound
            or (at > start and not _belongs(tokens, at))
        ):
            break
        else:
            end = at + 1
        at += 1
    return end


def _infinitive(tokens: Tokens, at: int) -> bool:
    after = at + 1
    return (
        tokens.lower[at] == "to"
        and not is_capital(tokens, after)
        and tokens.lower[after] not in lexicon().determiners
    )


def _belongs(tokens: Tokens, at: int) -> bool:
    """Whether a word after a preposition still belongs to its noun phrase: nothing follows a name or noun."""
    words, before = lexicon(), at - 1
    if is_capital(tokens, at) or tokens.lower[at] in words.determiners:
        return True
    lower = tokens.lower[before]
    return not is_capital(tokens, before) and (lower not in words.nouns or tokens.lower[at] in words.nouns)


def _naming(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """`a group calling itself the Harbour Watch`: the name."""
    words = lexicon()
    for at in range(first, min(last + 6, len(tokens) - 1)):
        if tokens.lower[at] in words.namings:
            at += 1
            while at < len(tokens) and (
                tokens.lower[at] in words.determiners
                or tokens.lower[at] in words.reflexives
                or tokens.lower[at] == "as"
            ):
                at += 1
            return (
                (at, run_end(tokens, at, len(tokens)))
                if at < len(tokens) and is_capital(tokens, at)
                else None
            )
        if tokens.kind[at] == MARK and tokens.text[at] != ",":
            return None
    return None


def _text(article: Article, first: int, last: int) -> str:
    return " ".join(article.words(*article.tokens.span(first, last)).split())


def mention_span(mention: Mention) -> tuple[int, int]:
    """The tokens of a mention with its title."""
    return mention.first, max(mention.last, mention.end)
