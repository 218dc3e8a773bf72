"""Who carries the story: the order of sources, what is said of each, and that nothing is lost on the way."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from example import TEXT, report
from rich.console import Console

from claimcheck.model import Report, Source, Span
from claimcheck.reports import sources, sources_terminal
from claimcheck.values import replace

AGREED = """\
Up to 12% of the Sellan army lost, alliance says
2 sources for 4 of 6 figures · 4 from a single source · 2 from unnamed sources · 2 in the article's own voice

a senior pact official (role, unnamed, no reason given)
  ¶4  40-year-old            40 years        single source
  ¶4  At least $1.5 million  ≥ $1.5 million  single source

The Halden Pact (organisation)
  ¶1  Up to 12%              ≤ 12 %     single source
  ¶3  between 900 and 2,400  900–2,400  single source

In the article's own voice
  ¶5  four days  4 days
  ¶5  dozens     no number
"""


def shown(given: Report) -> str:
    return "".join(sources.render([given]))


def with_source(given: Report, index: int, **changes: object) -> Report:
    changed = replace(given.sources[index], **changes)  # type: ignore[arg-type]
    return replace(given, sources=(*given.sources[:index], changed, *given.sources[index + 1 :]))


def test_unnamed_sources_come_first() -> None:
    assert shown(report()) == AGREED


def test_a_reason_is_given_in_the_article_s_words() -> None:
    start = TEXT.index("came out four days earlier")
    given = with_source(report(), 1, reason=Span(start, start + 26))
    assert "a senior pact official (role, unnamed, came out four days earlier)" in shown(given)


def test_a_title_stands_where_the_article_puts_it() -> None:
    after = with_source(report(), 0, name="Ada Cole", kind="person", title="pact chief")
    assert "Ada Cole, pact chief (person)" in shown(after)
    before = with_source(report(), 0, name="Pact", kind="person", title="The Halden")
    assert "The Halden Pact (person)" in shown(before)


def test_another_outlet_is_second_hand() -> None:
    assert "The Halden Pact (media, second-hand)" in shown(with_source(report(), 0, kind="media"))


def test_a_figure_that_two_give_is_not_from_a_single_source() -> None:
    given = report()
    twin = replace(given.claims[0], id="twin", source=given.claims[3].source)
    lines = shown(replace(given, claims=(*given.claims, twin))).splitlines()
    assert "  ¶1  Up to 12%              ≤ 12 %          also: The Halden Pact" in lines
    assert "  ¶1  Up to 12%              ≤ 12 %     also: a senior pact official" in lines
    assert "3 from a single source" in lines[1]


def test_more_single_figures_come_before_fewer() -> None:
    given = report()
    third = Source("Ida Storm", "person", False, (Span(0, 2),))
    moved = replace(given.claims[5], source=replace(given.claims[0].source, source_id=2))  # type: ignore[type-var]
    names = [
        carrier.name
        for carrier in sources.lay_out(
            replace(
                given,
                sources=(third, *given.sources[1:], given.sources[0]),
                claims=(*given.claims[:5], moved),
            )
        ).giving
    ]
    assert names == ["a senior pact official", "Ida Storm", "The Halden Pact"]


def test_a_source_without_a_figure_is_listed_apart() -> None:
    given = report()
    silent = Source("Ida Storm", "person", False, (Span(0, 2),))
    assert shown(replace(given, sources=(*given.sources, silent))).endswith(
        "\nWithout a figure: Ida Storm (person)\n"
    )


def test_json_has_the_same_sources_in_the_same_order() -> None:
    (line,) = sources.render_json([report()])
    document = json.loads(line)
    assert [s["name"] for s in document["sources"]] == ["a senior pact official", "The Halden Pact"]
    assert document["sources"][0]["claims"] == document["sources"][0]["single"]
    given = {claim for s in document["sources"] for claim in s["claims"]} | set(document["unattributed"])
    assert given == {claim.id for claim in report().claims if claim.figure.kind != "date"}


@pytest.mark.parametrize("width", [70, 80, 160])
def test_nothing_is_cut_on_a_terminal(width: int) -> None:
    console = Console(width=width, file=io.StringIO())
    sources_terminal.write([report()], console)
    printed = "".join(console.file.getvalue().split())  # type: ignore[attr-defined]
    for part in (
        "a senior pact official",
        "unnamed, no reason given",
        "At least $1.5 million",
        "In the article's",
    ):
        assert part.replace(" ", "") in printed


def test_the_command_prints_it(tmp_path: Path) -> None:
    article = tmp_path / "flood.txt"
    article.write_text(
        "The flood killed 12 sheep, a farmer said. Mayor Ada Cole said 40 homes were lost.\n", "utf-8"
    )
    command = [sys.executable, "-m", "claimcheck", "sources", str(article)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    heads = [line for line in done.stdout.splitlines() if line.endswith(")")]
    assert heads == ["a farmer (role, unnamed, no reason given)", "Mayor Ada Cole (person)"]
    done = subprocess.run([*command, "-f", "json"], capture_output=True, text=True, encoding="utf-8")
    assert [s["name"] for s in json.loads(done.stdout)["sources"]] == ["a farmer", "Ada Cole"]
