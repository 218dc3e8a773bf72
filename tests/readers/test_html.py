"""Web pages: the article without what stands around it, every character traced to the page's source."""

from html import unescape
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.places import SourceOrigin, find_place
from claimcheck.readers import read

PROSE = [
    "At least 12 people died when the ferry <b>Carrow Star</b> burned off Orvale on Tuesday, police said.",
    "The fire began in the engine room &amp; spread within <a href='/99'>20&nbsp;minutes</a>, Ann Bell said.",
    "Some 140 passengers were taken off in boats, among them <del>30</del> 40 children on a school outing.",
    "The owner, Bell &amp; Sons, paid $5 million for the ferry in 2009 and had it refitted twice since then.",
]
PAGE = f"""<!doctype html>
<html><head><title>Ferry fire kills 12 | The Orvale Gazette</title>
<meta property="article:published_time" content="2022-03-23T09:00:00Z">
<link rel="canonical" href="https://gazette.example/ferry">
<script>var ads = 77;</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">88 weather alerts</a></li></ul></nav>
<article><h1>Ferry fire kills 12</h1>
<figure><img src="a.jpg"><figcaption>The ferry carried 140 people on Tuesday.</figcaption></figure>
{"".join(f"<p>{paragraph}</p>" for paragraph in PROSE)}
</article>
<section id="comments"><h2>Comments</h2><p>Anon: I saw 66 boats there myself.</p></section>
<footer>Copyright 2022, 55 Quay Street</footer></body></html>"""


def page(folder: Path, source: str | bytes, name: str = "page.html") -> Document:
    path = folder / name
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    (found,) = read(path)
    assert isinstance(found, Document), found
    return found


def test_article_is_told_from_the_page(tmp_path: Path) -> None:
    document = page(tmp_path, PAGE)
    blocks = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert blocks[0] == ("headline", "Ferry fire kills 12")
    assert blocks[1] == ("caption", "The ferry carried 140 people on Tuesday.")
    assert [kind for kind, _ in blocks[2:]] == ["body"] * 4
    assert "Bell & Sons, paid $5 million" in document.text
    assert "20\u00a0minutes" in document.text
    assert not any(stray in document.text for stray in ("55", "66", "77", "88", "99", "30"))
    assert (document.title, document.url) == ("Ferry fire kills 12", "https://gazette.example/ferry")
    assert (str(document.published), document.published_from) == ("2022-03-23", "metadata")


def test_every_character_is_traced_to_the_source(tmp_path: Path) -> None:
    document = page(tmp_path, PAGE)
    for offset, character in enumerate(document.text):
        place = find_place(document.places, offset)
        if place is None:
            assert character in " \n"
            continue
        origin = place.origin
        assert isinstance(origin, SourceOrigin)
        source = PAGE[origin.start : origin.end]
        if len(source) == place.end - place.start:
            assert source[offset - place.start] == character
            assert PAGE.split("\n")[origin.line - 1][origin.column - 1 :].startswith(source)
        else:
            assert unescape(source) == document.text[place.start : place.end]


FRAGMENTS = {
    "fragment": ("<p>Nine boats sank.</p><p>Ten burned.</p>", "Nine boats sank.\n\nTen burned."),
    "line breaks": ("<html><p>Nine boats sank.<br>Ten burned.</p></html>", "Nine boats sank.\nTen burned."),
    "unclosed": ("<html><p>Nine boats sank.<p>Ten burned.", "Nine boats sank.\n\nTen burned."),
}


@pytest.mark.parametrize(("source", "text"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_short_pages(tmp_path: Path, source: str, text: str) -> None:
    assert page(tmp_path, source).text.split() == text.split()


def test_declared_encoding(tmp_path: Path) -> None:
    declared = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("Orvale", "Orvále")
    assert "off Orvále on" in page(tmp_path, declared.encode("iso-8859-2")).text


def test_page_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><script>1</script></html>", encoding="utf-8")
    (found,) = read(tmp_path / "a.html")
    assert isinstance(found, InputError)
    assert found.problem == "holds no text"


MARKS = {
    "note by a link": ('<p>Nine sank, she said.<sup><a href="#f1">[1]</a></sup></p>', "Nine sank, she said."),
    "note without a link": ("<p>Nine sank.<sup>12</sup> Ten burned.</p>", "Nine sank. Ten burned."),
    "note and way back": (
        '<p>Nine sank.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p>'
        '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Harbour log.</p>',
        "Nine sank.\n\nHarbour log.",
    ),
    "comment exported below the text": (
        '<p>Nine sank<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>was it not 90?</p></div><p>Ten burned.</p>',
        "Nine sank.\n\nTen burned.",
    ),
    "comment mark of Word": (
        '<p>Nine sank<span><a class=msocomanchor href="#_msocom_1">[OB1]</a></span>.</p>', "Nine sank.",
    ),
    "a power is no note": ("<p>It took 380 m<sup>2</sup>, 4<sup>th</sup>.</p>", "It took 380 m2, 4th."),
    "a linked figure is no note": ('<p>It took <a href="#table">43</a> men.</p>', "It took 43 men."),
    "a linked figure elsewhere": ('<p>It took <a href="/notes/fn">43</a> men.</p>', "It took 43 men."),
}  # fmt: skip


@pytest.mark.parametrize(("source", "text"), MARKS.values(), ids=MARKS)
def test_marks_of_notes_and_comments_are_no_words(tmp_path: Path, source: str, text: str) -> None:
    assert page(tmp_path, f"<html><body>{source}</body></html>").text == text


def test_marks_of_notes_are_no_words_of_an_article_in_a_page(tmp_path: Path) -> None:
    marked = PAGE.replace("police said.", 'police said.<sup id="c1"><a href="#note1">[1]</a></sup>')
    assert page(tmp_path, marked).text == page(tmp_path, PAGE).text


EXPORT = """<html><head><title>Draft 7</title></head><body class="doc-content">
<p class="c1 title"><span>Nine boats sank at Orvale</span></p><p>The harbour master counted them.</p>
<ul><li>12 schools closed</li><li>3 bridges shut</li></ul>
<table><tr><td><p>Mill Lane</p></td><td><p>23</p></td></tr></table></body></html>"""


def test_export_of_a_word_processor_is_read_whole(tmp_path: Path) -> None:
    document = page(tmp_path, EXPORT)
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("headline", "Nine boats sank at Orvale"),
        ("body", "The harbour master counted them."),
        ("list", "12 schools closed"),
        ("list", "3 bridges shut"),
        ("table", "Mill Lane"),
        ("table", "23"),
    ]
    assert (document.title, document.published) == ("Nine boats sank at Orvale", None)


@pytest.mark.parametrize("stray", ["Copyright 2016, 55 Quay Street", "The owner last did so in 2009."])
def test_year_in_the_words_of_a_page_is_not_its_day(tmp_path: Path, stray: str) -> None:
    undated = PAGE.replace("2022-03-23T09:00:00Z", "").replace("Copyright 2022, 55 Quay Street", stray)
    assert page(tmp_path, undated).published is None


def test_links_within_links_are_read_in_one_go(tmp_path: Path) -> None:
    deep = "<p>" + "<a href='#fn'>boats " * 30_000 + "</a>" * 30_000 + " sank.</p>"
    assert page(tmp_path, deep).text.endswith("boats boats sank.")
