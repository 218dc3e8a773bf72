"""The values that pass from stage to stage. All are frozen; offsets index `Document.text`, end exclusive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.text.markup import unmarked
from claimcheck.values import frozen

if TYPE_CHECKING:
    from claimcheck.places import Place
    from claimcheck.text.comments import Comment

BlockKind = Literal["headline", "standfirst", "caption", "body", "list", "table"]
FigureKind = Literal[
    "count", "percent", "points", "money", "measure", "duration", "age",
    "ratio", "multiplier", "score", "ordinal", "date", "vague",
]  # fmt: skip
Modifier = Literal["exact", "approx", "upper", "lower", "range", "vague"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
SourceKind = Literal["person", "role", "organisation", "document", "media", "group", "unnamed"]
HedgeCategory = Literal[
    "estimate", "approximator", "upper-bound", "lower-bound", "modal", "hearsay",
    "belief", "forecast", "conditional", "vague", "low-confidence",
]  # fmt: skip
Strength = Literal["strong", "check", "note"]
Severity = Literal["error", "warning", "advice"]
Family = Literal["figure", "hedge", "source", "arithmetic", "date", "unit", "headline", "poll", "input"]
PublishedFrom = Literal["option", "metadata", "dateline", "caption", "record"]


class Span(NamedTuple):
    """A stretch of the document's text."""

    start: int
    end: int


@frozen
class Block:
    """A headline, paragraph, caption, list item or table cell; blocks are in order and do not overlap."""

    kind: BlockKind
    start: int
    end: int


@frozen
class Document:
    """What a reader gives: text, its blocks, and what the file itself says about the article."""

    text: str
    blocks: tuple[Block, ...]
    path: str | None = None
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    plain: bool = True  # the text is the file's own, character for character
    markup: tuple[Span, ...] = ()  # what is no words within the blocks: emphasis marks, link targets
    places: tuple[Place, ...] = ()  # where the text stands in a file that is not plain
    comments: tuple[Comment, ...] = ()  # comments to claimcheck that stand beside the text, not in it
    original: bytes | None = None  # the file itself, where a report gives it back with comments: Word


@frozen
class Sentence:
    """A sentence as character offsets, as a token range [first, last), and the index of its block."""

    start: int
    end: int
    first: int
    last: int
    block: int


@frozen
class Numeral:
    """A number as written, scale words included, modifiers and units not: tokens [first, last).

    `value` is exact; `grain` is the size of one step in the last written digit (`21.1bn`: 0.1bn, `7,000`: 1).
    `form` says how it is written; `vague` numerals (`dozens`, `hundreds of thousands`) have value None.
    """

    first: int
    last: int
    value: Decimal | None
    grain: Decimal
    form: Literal["digits", "words", "mixed", "fraction", "vague"]
    scale: Decimal = Decimal(1)  # the scale word's worth: `1.5 million`: 1000000


@frozen
class Time:
    """A time expression: its TIMEX3 type and value, and the first and last day it covers where known."""

    start: int
    end: int
    first: int
    last: int
    type: TimeType
    value: str | None
    begin: date | None = None
    until: date | None = None
    rule: str = ""


@frozen
class Figure:
    """A quantity as written, modifier and unit included: characters [start, end), tokens [first, last).

    `low` or `high` is None where the figure is open; both are None for a vague one. Never a midpoint.
    `grain` is the written precision of the ends. `about` is the phrase that says what is counted or measured.
    """

    start: int
    end: int
    first: int
    last: int
    kind: FigureKind
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier = "exact"
    unit: str | None = None
    grain: Decimal = Decimal(1)
    about: Span | None = None
    hedge: Hedge | None = None  # the modifier word itself: `about`, `up to`, `an estimated`
    rule: str = ""


@frozen
class SetAside:
    """A number that makes no claim, and why: part of a name, a clock time, a pronoun."""

    start: int
    end: int
    reason: str


@frozen
class Hedge:
    """A word or phrase that weakens a claim; `scope` is the clause or figure it bears on."""

    start: int
    end: int
    category: HedgeCategory
    strength: Strength = "check"
    scope: Span | None = None


@frozen
class Quotation:
    """Quoted text with its marks: characters [start, end), tokens [first, last).

    `continues` is true where the quotation opens a paragraph and goes on from the one before.
    """

    start: int
    end: int
    first: int
    last: int
    continues: bool = False


@frozen
class Attribution:
    """Who says what: the cue, the words that name the source, and the stretches that are said.

    `source_id` indexes the article's sources; None is a cue without an agent (`it was reported`).
    `outer` indexes the attribution that this one is nested in.
    """

    cue: Span | None
    source: Span | None
    contents: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    source_id: int | None = None
    outer: int | None = None


@frozen
class Source:
    """One distinct source with all its mentions; `name` is the fullest name that the article gives it."""

    name: str
    kind: SourceKind
    anonymous: bool
    mentions: tuple[Span, ...]
    title: str | None = None
    reason: Span | None = None  # why it is not named, in the article's words


@frozen
class ClaimSource:
    """The source of one claim: the mention that carries it, and who that is."""

    start: int
    end: int
    source_id: int
    cue: Span | None


@frozen
class Claim:
    """A figure with who says it and how surely. `id` survives edits elsewhere in the article."""

    id: str
    figure: Figure
    sentence: int
    source: ClaimSource | None
    in_quote: bool
    hedges: tuple[Hedge, ...]
    flags: tuple[str, ...]


@frozen
class Finding:
    """A place to look at: the question for an editor, and the sum that shows it."""

    code: str
    name: str
    family: Family
    severity: Severity
    start: int
    end: int
    message: str
    working: str | None = None
    claims: tuple[str, ...] = ()
    related: tuple[Span, ...] = ()


@frozen
class Silenced:
    """A finding that the article itself silences, and why."""

    finding: Finding
    reason: str


@frozen
class Report:
    """All that is known of one document.

    `set_aside` holds the numbers outside claims; `numbers` counts those and the ones in claims.
    """

    article: Article
    claims: tuple[Claim, ...]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    hedges: tuple[Hedge, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    numbers: int
    silenced: tuple[Silenced, ...] = ()


@frozen
class Article:
    """A document split and tokenised; what every later stage reads."""

    document: Document
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    published: date | None = None
    published_from: PublishedFrom | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def words(self, start: int, end: int) -> str:
        """The words at characters [start, end): the text there without its markup."""
        return unmarked(self.document.text, self.document.markup, start, end)


@frozen
class Tokens:
    """The token stream as parallel sequences; token i is `text[i]` at characters [start[i], end[i]).

    `lower[i]` is the look-up form: lower case, apostrophes straight. `kind[i]` is WORD, NUMERAL or MARK.
    `sentence[i]` is the index of the token's sentence. Tokens without white space between them touch:
    `start[i] == end[i - 1]`.
    """

    text: list[str]
    lower: list[str]
    start: Sequence[int]
    end: Sequence[int]
    kind: bytes
    sentence: Sequence[int]

    def __len__(self) -> int:
        return len(self.text)

    def glued(self, index: int) -> bool:
        """Whether token `index` touches the one before it."""
        return 0 < index < len(self.start) and self.start[index] == self.end[index - 1]

    def part(self, first: int, last: int) -> Tokens:
        """The stream of tokens [first, last) alone."""
        lists = (self.text, self.lower, self.start, self.end, self.kind, self.sentence)
        return Tokens(*(each[first:last] for each in lists))  # type: ignore[arg-type]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens [first, last)."""
        return Span(self.start[first], self.end[last - 1])


WORD, NUMERAL, MARK = 1, 2, 3
