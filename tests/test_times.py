"""Time expressions: the corpus of meanings and spellings, look-alikes, and what must hold for any date."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.figures.numerals import read_numerals
from claimcheck.model import Article, Block, Document, Time
from claimcheck.text.blocks import split_blocks
from claimcheck.text.sentences import split
from claimcheck.times.grammar import find_published, match_times, resolve_times
from claimcheck.times.parse import parse_date
from claimcheck.values import replace

CORPUS = tomllib.loads((Path(__file__).parent / "corpus" / "times.toml").read_text(encoding="utf-8"))
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
ANY_DAY = st.dates(date(1700, 1, 1), date(2099, 12, 31))


def read(text: str, published: date | None) -> list[Time]:
    document = Document(text, (Block("body", 0, len(text)),), published=published)
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    expressions = match_times(article, read_numerals(tokens))
    day, origin = find_published(article, expressions)
    return resolve_times(replace(article, published=day, published_from=origin), expressions)


def spellings() -> Iterator[tuple[str, str, str, str]]:
    for group in CORPUS.values():
        for value, kind, *sentences in group.get("rows", ()):
            for sentence in sentences:
                yield group["anchor"], sentence, kind, value


@pytest.mark.parametrize(("anchor", "marked", "kind", "value"), list(spellings()))
def test_spelling_gives_its_meaning(anchor: str, marked: str, kind: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = [(text[t.start : t.end], t.type, t.value) for t in read(text, date.fromisoformat(anchor))]
    assert (marked[marked.index("[") + 1 : marked.index("]")], kind, value) in found
    assert len(found) == 1


@pytest.mark.parametrize("sentence", CORPUS["lookalikes"]["sentences"])
def test_lookalike_is_no_time(sentence: str) -> None:
    assert read(sentence, date(2022, 3, 23)) == []


def in_words(day: date) -> tuple[str, ...]:
    """The ways a newspaper writes a date."""
    month, suffix = MONTHS[day.month - 1], ordinal(day.day)
    short = f"{month[:4] if month == 'September' else month[:3]}." if len(month) > 4 else month
    return (
        f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{short} {day.day}, {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}", f"the {suffix} of {month} {day.year}",
        f"{month} {suffix}, {day.year}", f"{suffix} {month}, {day.year}", day.isoformat(),
        f"{day.month}/{day.day}/{day.year}", f"{day.day}-{month[:3]}-{day.year}",
        f"{day.year}/{day.month:02}/{day.day:02}", f"{day:%A} {day.day} {month} {day.year}",
    )  # fmt: skip


def ordinal(number: int) -> str:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{suffix}"


@settings(max_examples=60, deadline=None)
@given(day=ANY_DAY, published=ANY_DAY)
def test_any_date_in_any_spelling_reads_back(day: date, published: date) -> None:
    for spelling in in_words(day):
        text = f"The bridge was opened on {spelling} by the mayor."
        (time,) = read(text, published)
        assert (time.type, time.value, time.begin, time.until) == ("DATE", day.isoformat(), day, day)
        assert text[time.start : time.end] == spelling


@settings(max_examples=60, deadline=None)
@given(day=ANY_DAY)
def test_option_reads_any_spelling(day: date) -> None:
    spellings = [spelling for spelling in in_words(day) if spelling.count("/") != 2 or spelling[:4].isdigit()]
    assert [parse_date(spelling) for spelling in spellings] == [day] * 11
    assert "dateparser" not in sys.modules


@settings(max_examples=60, deadline=None)
@given(published=ANY_DAY, ahead=st.integers(0, 6))
def test_weekday_is_within_the_week_that_its_tense_points_to(published: date, ahead: int) -> None:
    name = f"{date(2024, 1, 1 + ahead):%A}"
    (past,) = read(f"The bridge was closed on {name}.", published)
    (future,) = read(f"The bridge will open on {name}.", published)
    assert past.begin is not None and future.begin is not None
    assert past.begin.weekday() == future.begin.weekday() == ahead
    assert 0 <= (published - past.begin).days <= 6
    assert 0 <= (future.begin - published).days <= 6


@settings(max_examples=60, deadline=None)
@given(count=st.integers(2, 400), unit=st.sampled_from(["day", "week", "month", "year"]), published=ANY_DAY)
def test_durations_of_any_length(count: int, unit: str, published: date) -> None:
    value = f"P{count}{unit[0].upper()}"
    (plain,) = read(f"The strike lasted {count} {unit}s.", published)
    (joined,) = read(f"It was a {count}-{unit} strike.", published)
    assert [(t.type, t.value) for t in (plain, joined)] == [("DURATION", value)] * 2


HOSTILE = (
    "the last this next 1998 12 3 days weeks May march Sept . , - – ' ’ s of to from ago later earlier on in "
    "at p.m. a.m. noon Friday BC quarter third Q3 year two thousand nineteen ninety '99 1/2 / : 30 00 now "
    "time every each years century 20th decade 9999 0 99999999 00000000 31 13 \u200f \u00a0 九月 ² half few"
)
PIECES = st.sampled_from(HOSTILE.split(" "))


@settings(max_examples=200, deadline=None)
@given(
    text=st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60), published=st.none() | st.dates()
)
def test_nothing_raises(text: str, published: date | None) -> None:
    for time in read(text, published):
        assert 0 <= time.start < time.end <= len(text)
    parse_date(text)


@pytest.mark.parametrize(
    "text", ["1998-" * 4000, "the last " * 4000, "May 1, " * 4000, "2 years and " * 4000]
)
def test_hostile_repetition_ends(text: str) -> None:
    assert all(time.end <= len(text) for time in read(text, None))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-03-24", date(2022, 3, 24)),
        ("20220324", date(2022, 3, 24)),
        ("2022-03-24T10:11:12Z", date(2022, 3, 24)),
        ("Published: March 24, 2022 at 5:33 p.m. ET", date(2022, 3, 24)),
        ("Thu, 24 Mar 2022 10:00:00 GMT", date(2022, 3, 24)),
        ("24MAR2022", date(2022, 3, 24)),
        ("2022-02-30", None),
        ("Feb 30, 2022", None),
        ("3/4/2022", None),
        ("23/4/2022", date(2022, 4, 23)),
        ("March", None),
        ("1998", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_date_option(text: str, day: date | None) -> None:
    assert parse_date(text) == day


HEADED = "Harbour bridge to close\n\n{}\n\nIt has carried traffic for years."


@pytest.mark.parametrize(
    ("paragraph", "day", "origin"),
    [
        ("PORT ELLEN, March 3, 2021 (Wire) — The bridge will close on Friday.", date(2021, 3, 3), "dateline"),
        ("PORT ELLEN, 3 March 2021 - The bridge will close on Friday.", date(2021, 3, 3), "dateline"),
        ("PORT ELLEN — The bridge was opened on March 3, 2001, by the mayor.", None, None),
        ("The bridge was opened on March 3, 2001, by the mayor.", None, None),
    ],
)
def test_date_found_in_the_text(paragraph: str, day: date | None, origin: str | None) -> None:
    text = HEADED.format(paragraph)
    document = Document(text, split_blocks(text))
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    assert find_published(article, match_times(article, read_numerals(tokens))) == (day, origin)


def test_caption_dates_an_article_without_dateline() -> None:
    text = (
        "Harbour bridge to close\n\nWorkers inspect the bridge, in Port Ellen, March 23, 2022.\n\n"
        "PORT ELLEN — The harbour bridge was closed Wednesday, the council said in a long statement."
    )
    document = Document(text, split_blocks(text))
    sentences, tokens = split(document)
    article = Article(document, tokens, sentences)
    expressions = match_times(article, read_numerals(tokens))
    assert find_published(article, expressions) == (date(2022, 3, 23), "caption")


def test_history_takes_its_years_from_the_text() -> None:
    text = (
        "The war began in June 1914. On 4 August the fleet sailed, and on 12 August it returned. "
        "The army marched in March 1915 and reached the river on 7 April. Two days later it crossed. "
        "The retreat began in October 1916."
    )
    values = [time.value for time in read(text, date(2009, 12, 19))]
    assert values == [
        "1914-06", "1914-08-04", "1914-08-12", "1915-03", "1915-04-07", "1915-04-09", "1916-10",
    ]  # fmt: skip


def test_a_year_ago_beside_a_quarter_is_that_quarter() -> None:
    text = "Profit rose to $5 million in the third quarter from $4 million a year ago."
    assert [time.value for time in read(text, date(1989, 11, 2))] == ["1989-Q3", "1988-Q3"]


def test_range_takes_the_year_of_its_end() -> None:
    text = "The hall was shut from 1 April to 30 June 2019, and from December to March 2021."
    assert [t.value for t in read(text, date(2022, 1, 5))] == [
        "2019-04-01",
        "2019-06-30",
        "2020-12",
        "2021-03",
    ]


def test_days_after_a_mentioned_date() -> None:
    text = "The ship sailed on May 3, 2004. The next day it sank. Survivors landed two days later."
    assert [time.value for time in read(text, date(2004, 6, 1))] == ["2004-05-03", "2004-05-04", "2004-05-06"]


def test_without_a_date_relative_days_stay_open() -> None:
    times = read("The boat sank on Friday, officials said yesterday.", None)
    assert [(time.value, time.begin) for time in times] == [("XXXX-WXX-5", None), ("XXXX-XX-XX", None)]


def test_an_ordinary_scan_does_not_load_dateparser() -> None:
    code = (
        "import sys; from claimcheck.pipeline import analyse; from claimcheck.model import *;"
        "text = 'The boat sank on May 3, officials said Tuesday.';"
        "analyse(Document(text, (Block('body', 0, len(text)),)));"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
