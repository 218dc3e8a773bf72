"""The review page: what stands in it, and what a browser makes of it."""

import os
import re
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import CHROMIUM, Page, browser
from example import TEXT, report
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Finding, Report
from claimcheck.reports import html
from claimcheck.reports.scales import scales
from claimcheck.reports.view import View
from claimcheck.scanning import check_text
from claimcheck.values import replace

GOLDEN = Path(__file__).parent / "golden" / "report.html"
HOSTILE = (
    "</script><img src=x onerror=alert(1)> & \" ' `${1}` <b>40 people</b> died, 12 of them \x1b[31m\u202e"
)
BRIDGES = (
    "Two hundred flee\n\nAt least 40 people fled, Anna Berg said. The council counted 55 people.\n\n"
    "Between 20 and 90 people stayed.\n\n"
)


class Outline(HTMLParser):
    """Tags with their classes, and the text of the article's blocks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self._depth, self.article = 0, [""]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if given.get("id") else []  # type: ignore[list-item]
        if tag in ("h2", "p") and (given.get("class") or "").startswith("block"):
            self._depth = 1
            self.article.append("")

    def handle_endtag(self, tag: str) -> None:
        self._depth = 0 if tag in ("h2", "p") else self._depth

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.article[-1] += data


def page(*reports: Report, view: View | None = None) -> str:
    return "".join(html.render(reports or [report()], view or View()))


def body(rendered: str) -> str:
    """The page without what is the same in every page."""
    inner = rendered.partition("</style>")[2].partition("<script>")[0]
    return re.sub(r"(?=<(?:li|p|section|div|h\d|button|option|a class=\"row))", "\n", inner)


def test_page_is_as_agreed() -> None:
    """`WRITE_GOLDEN=1 pytest` writes the file anew; look at the difference before you commit."""
    shown = body(page(report(), report()))
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.read_text(encoding="utf-8")


def test_page_needs_nothing_from_elsewhere() -> None:
    whole = page()
    outline = Outline(whole)
    assert not {"img", "link", "iframe", "object", "form", "base"} & {tag for tag, _ in outline.tags}
    assert not [a for _, a in outline.tags if set(a) & {"src", "srcset", "style", "onclick", "action"}]
    assert all((a.get("href") or "#").startswith("#") for _, a in outline.tags)
    assert not re.search(r"https?:|@import|url\(", whole)
    assert "default-src 'none'" in whole


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    outline = Outline(page(report(), report()))
    assert len(set(outline.ids)) == len(outline.ids)
    targets = [
        a[name] for _, a in outline.tags for name in ("href", "data-card", "data-select") if a.get(name)
    ]
    assert {str(target).removeprefix("#") for target in targets} <= set(outline.ids)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 80), st.booleans()), max_size=6))
def test_marks_change_no_word(places: list[tuple[int, int, bool]]) -> None:
    findings = tuple(
        Finding(
            "CC1", "x", "figure", "error" if grave else "advice", start, min(start + size, len(TEXT)), "?"
        )
        for start, size, grave in places
    )
    article = report().article
    blocks = [" ".join(TEXT[b.start : b.end].split()) for b in article.document.blocks]
    shown = Outline(page(replace(report(), findings=findings))).article[1:]
    assert [" ".join(words.split()) for words in shown] == blocks


def test_hostile_words_stay_words() -> None:
    finding = Finding("CC<1>", HOSTILE, "figure", "error", 0, 9, HOSTILE, HOSTILE)
    read = check_text(HOSTILE)
    document = replace(read.article.document, path=HOSTILE, title=HOSTILE)
    whole = page(replace(read, findings=(finding,), article=replace(read.article, document=document)))
    assert "img" not in {tag for tag, _ in Outline(whole).tags}
    assert "<img" not in whole and "<b>40" not in whole and "\x1b" not in whole and "\u202e" not in whole
    assert whole.count("<script>") == whole.count("</script>") == 1


def test_scales_place_every_end_in_order() -> None:
    read = check_text(
        "A poll\n\n" + BRIDGES + "A further 3,000,000 people watched, at least 7 people did not."
    )
    drawn = scales(read.claims)
    assert {scale.unit for scale in drawn} == {"person"}
    axis = drawn[0].axis
    assert axis.steps_of_ten
    places = [axis.place(Decimal(value)) for value in (7, 20, 55, 90, 3_000_000)]
    assert places == sorted(places) and 0 <= places[0] < places[-1] <= 1
    assert [axis.place(tick) for tick in axis.ticks()] == sorted({axis.place(t) for t in axis.ticks()})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(allow_nan=False, min_value=-(10**40), max_value=10**40), min_size=1, max_size=4))
def test_any_values_have_a_scale(values: list[Decimal]) -> None:
    claims = [
        replace(claim, figure=replace(claim.figure, kind="count", unit="x", low=value, high=None))
        for claim, value in zip(report().claims, values, strict=False)
    ]
    for scale in scales(claims):
        ticks = [scale.axis.place(tick) for tick in scale.axis.ticks()]
        assert 2 <= len(ticks) <= 12
        assert all(0 <= tick <= 1 for tick in ticks)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Path]]:
    if not CHROMIUM:
        pytest.skip("there is no chromium: apt-get install chromium")
    folder = tmp_path_factory.mktemp("page")
    file = folder / "review.html"
    file.write_text(page(check_text(BRIDGES + HOSTILE)), encoding="utf-8")
    with browser(folder / "profile") as chromium:
        yield chromium, file


def visible(chromium: Page) -> list[str]:
    script = "[...document.querySelectorAll('.card:not([hidden]) .words')].map(w => w.textContent)"
    return list(chromium.run(script))


def open_figures(chromium: Page) -> str:
    return str(chromium.run("document.getElementById('open').textContent"))


def test_a_reviewer_filters_ticks_and_comes_back(opened: tuple[Page, Path]) -> None:
    chromium, file = opened
    chromium.open(file)
    everything = visible(chromium)
    chromium.run("document.querySelector('[data-flag=range]').click()")
    assert visible(chromium) == ["Between 20 and 90"]
    assert chromium.run("document.getElementById('shown').textContent") == f"1 of {len(everything)} shown"
    chromium.press("Escape")
    assert visible(chromium) == everything
    choose = "const s = document.getElementById('source'); s.value = 'Anna Berg'; "
    chromium.run(f"{{{choose} s.dispatchEvent(new Event('change'))}}")
    assert visible(chromium) == ["At least 40"]
    chromium.press("Escape")

    chromium.press("j")
    chromium.press("j")
    chromium.press("k")
    assert chromium.run("document.querySelector('.card.selected .words').textContent") == everything[0]
    chromium.press("Enter")
    assert open_figures(chromium).startswith(f"{len(everything) - 1} figures open")
    chromium.press("f")
    assert chromium.run("document.activeElement.dataset.flag")
    chromium.open(file)
    assert open_figures(chromium).startswith(f"{len(everything) - 1} figures open"), "the tick was kept"


def test_filters_leave_out_articles_without_a_match(opened: tuple[Page, Path]) -> None:
    chromium, file = opened
    wrong = "Ticket sales rose from 10,250 to 25,500, an increase of 250%."
    archive = [
        check_text(f"Fares\n\n{wrong}"),
        check_text(f"Fares\n\n# claimcheck: ok CC401 as the ministry counts\n{wrong}"),
        check_text("Nine left\n\nNine people left."),
        check_text("A fair\n\nNine people came on Monday, March 22, 2022."),
    ]
    several = file.with_name("archive.html")
    several.write_text(page(*archive), encoding="utf-8")
    chromium.open(several)
    shown = "[...document.querySelectorAll('.document:not([hidden])')].map(each => each.id)"
    listed = "[...document.querySelectorAll('.contents tbody tr:not([hidden]) a')].map(a => a.hash)"
    for flag, wanted in {"questioned": ["d1", "d4"], "silenced": ["d2"]}.items():
        chromium.run(f"document.querySelector('[data-flag={flag}]').click()")
        assert chromium.run(shown) == [f"{each}-top" for each in wanted]
        assert chromium.run(listed) == [f"#{each}-top" for each in wanted]
        chromium.press("Escape")
    assert len(chromium.run(shown)) == len(archive)

    chromium.run("document.querySelector('#d1-figure-1').focus()")
    chromium.press("Enter")
    assert chromium.run("document.querySelector('.card.selected').id") == "d1-card-1"
    chromium.press("Enter")
    assert chromium.run("document.querySelector('#d1-card-1 input').checked"), "Enter again ticks it"


def test_the_list_follows_the_figure_that_is_chosen(opened: tuple[Page, Path]) -> None:
    chromium, file = opened
    long = check_text(
        "A count\n\n" + "\n\n".join(f"At least {number} people came." for number in range(2, 60))
    )
    several = file.with_name("long.html")
    several.write_text(page(long, long), encoding="utf-8")
    chromium.open(several)
    chromium.run("document.querySelector('#d2-figure-40').click()")
    inside = "const c = r('.card.selected'), s = r('#d2-figures'); c.top >= s.top && c.bottom <= s.bottom"
    assert chromium.run(f"{{const r = n => document.querySelector(n).getBoundingClientRect(); {inside}}}")


def test_the_browser_finds_nothing_to_fetch_or_to_complain_of(opened: tuple[Page, Path]) -> None:
    chromium, file = opened
    chromium.events.clear()
    chromium.open(file)
    asked = [
        event["params"] for event in chromium.events if event.get("method") == "Network.requestWillBeSent"
    ]
    assert [request["request"]["url"] for request in asked] == [file.as_uri()]
    assert not [
        e for e in chromium.events if e.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")
    ]
    assert chromium.run("getComputedStyle(document.querySelector('.card')).display") == "flex"


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_runs_over_the_edge(opened: tuple[Page, Path], width: int) -> None:
    chromium, file = opened
    chromium.events.clear()
    chromium.open(file, width)
    assert chromium.run("document.documentElement.scrollWidth") <= width
