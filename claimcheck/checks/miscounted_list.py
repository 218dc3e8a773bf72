"""The number announced and the items listed differ.

What it does
    Counts the items of a plain list after a colon, in brackets, between dashes, in apposition or in bullets
    and compares them with the number announced, or with "both", "the trio".

Why it matters
    An item is cut for length and the number stays.

Example
    Wrong: The chef gave up three things: butter, salt, sugar and cream.
    Right: The chef gave up four things: butter, salt, sugar and cream.

What it leaves alone
    Lists with clauses or asides in them, open lists, lists that the next sentence takes up ("The fourth is
    ..."), items that hold an "and" of their own, as long as some way of counting fits.

Source
    Gibson, copydesk.org: count the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.concern import Concern, shown, span_of
from claimcheck.relations import Facts, Relations
from claimcheck.relations.working import Working

CODE = "CC110"
NAME = "miscounted-list"
FAMILY = "figure"
SEVERITY = "warning"
NEEDS = ("listings",)


def check(facts: Facts, relations: Relations) -> Iterator[Concern]:
    """Announced numbers that no way of counting the list gives."""
    for listing in relations.listings:
        stated = listing.number.low
        if stated is None or listing.fewest <= stated <= listing.most:
            continue
        counted = (
            str(listing.fewest) if listing.fewest == listing.most else f"{listing.fewest} to {listing.most}"
        )
        places = (facts.tokens.span(listing.first, min(listing.last, len(facts.tokens))),)
        working = Working((counted,), "{0} listed, {stated} announced", "", shown(facts, listing.number))
        question = "Does the list name as many as the sentence announces?"
        yield Concern(span_of(listing.number), question, working, (listing.number,), places=places)
