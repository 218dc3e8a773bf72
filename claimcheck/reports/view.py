"""What a report shows, as the reader chose."""

from __future__ import annotations

from claimcheck.values import frozen


@frozen
class View:
    """`dates`: rows of kind `date` too; `set_aside`: list the numbers outside claims; `advice`: advice too;
    `with_text`: the article's text in the JSON; `implied`: what else the figures imply."""  # fmt: skip

    dates: bool = False
    set_aside: bool = False
    advice: bool = False
    with_text: bool = False
    implied: bool = False


class Part(str):
    """A piece of a report that ends within a line, which goes on in the next piece."""

    __slots__ = ()
