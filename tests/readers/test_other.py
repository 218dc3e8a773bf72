"""OpenDocument, RTF and PDF; wrong names, standard input and web addresses."""

import http.server
import io
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.places import LineOrigin, find_place
from claimcheck.readers import read
from claimcheck.readers.assembly import Metadata, Paragraph, Piece, assemble
from claimcheck.readers.pdf_layout import Line, join_lines

from .word import body, packed, paragraph

ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>
<text:tracked-changes><text:deletion><text:p>Gone: 77.</text:p></text:deletion></text:tracked-changes>
<text:h text:style-name="Heading_20_1">Nine boats sink</text:h>
<text:p>Some <text:span>12</text:span><text:s text:c="2"/>died<text:note
>
<text:note-citation>1</text:note-citation><text:note-body><text:p>Census.</text:p></text:note-body></text:note
>.<office:annotation><text:p>Sure? 88</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>Ten burned</text:p></text:list-item></text:list>
<table:table><table:table-row>
<table:table-cell><text:p>Homes</text:p></table:table-cell>
<table:table-cell><text:p>85</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
RTF = rb"{\rtf1\ansi{\fonttbl\f0 Arial;}{\b Nine boats sink}\par Some \'9312\'94 died \u8212? he said.\par}"


def odt(content: str = ODT) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def pdf(lines: list[str]) -> bytes:
    """A page with a line of text every 14 points."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F 11 Tf 72 700 Td {shown}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    text = "%PDF-1.4\n"
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(text))
        text += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    return (
        f"{text}xref\n0 6\n0000000000 65535 f \n{table}"
        f"trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF"
    ).encode()


def only(folder: Path, data: bytes, name: str) -> Document:
    (folder / name).write_bytes(data)
    found = list(read(folder / name))
    assert isinstance(found[-1], Document), found
    return found[-1]


def test_odt(tmp_path: Path) -> None:
    document = only(tmp_path, odt(), "a.odt")
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == [
        ("headline", "Nine boats sink"),
        ("body", "Some 12  died."),
        ("body", "Census."),
        ("list", "Ten burned"),
        ("table", "Homes"),
        ("table", "85"),
    ]


def test_rtf(tmp_path: Path) -> None:
    assert only(tmp_path, RTF, "a.rtf").text == "Nine boats sink\n\nSome “12” died — he said."


def test_rtf_leaves_out_tracked_deletions(tmp_path: Path) -> None:
    source = rb"{\rtf1\ansi Sales fell to {\revised {\b 30}}{\deleted \} 35 {\i and}} boats.\par}"
    assert only(tmp_path, source, "a.rtf").text == "Sales fell to 30 boats."


def test_pdf_joins_lines_and_knows_them(tmp_path: Path) -> None:
    lines = [
        "At least 12 people died when a ferry burned at the quay of Or-",
        "vale on Tuesday, police said.",
    ]
    document = only(tmp_path, pdf(lines), "a.pdf")
    assert (
        document.text
        == "At least 12 people died when a ferry burned at the quay of Orvale on Tuesday, police said."
    )
    place = find_place(document.places, document.text.index("Tuesday"))
    assert place is not None
    assert place.origin == LineOrigin(1, 2)


def test_pdf_drops_what_returns_at_the_edges_of_pages() -> None:
    towns = ("Orvale", "Carrow", "Denholt")
    pages = [
        ["Harbour Report", f"Boats sank off {town}", f"30 miles from {town}.", f"Page {n}"]
        for n, town in enumerate(towns, 1)
    ]
    lines = [
        Line(text, page, number, 72, 500, 700 - 14 * number, 690 - 14 * number)
        for page, texts in enumerate(pages, 1)
        for number, text in enumerate(texts, 1)
    ]
    text = " ".join(p.text for p in join_lines(lines))
    assert "Harbour Report" not in text
    assert "Page" not in text
    assert "30 miles from Denholt." in text


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Ferry fire", "Ferry fire"),
        ("untitled", None),
        ("Microsoft Word - ferry v2.docx", None),
        ("ferry_final.indd", None),
    ],
)
def test_title_that_a_program_made_up_is_none(title: str, told: str | None) -> None:
    document = assemble([Paragraph((Piece("Nine boats sank and ten burned."),))], "a.pdf", Metadata(title))
    assert document is not None
    assert document.title == told


def test_broken_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (found,) = read(tmp_path / "a.pdf")
    assert isinstance(found, InputError)
    assert found.problem == "is a broken PDF"


WRONG = {
    "Word as text": (packed(body(paragraph("Six won."))), "a.txt", "is a Word document, not plain text"),
    "RTF as Word": (RTF, "a.docx", "is an RTF document, not a Word document"),
    "page as text": (b"<html><p>Six won.</p></html>", "a.txt", "is a web page, not plain text"),
}


@pytest.mark.parametrize(("data", "name", "problem"), WRONG.values(), ids=WRONG)
def test_wrong_name_is_said_and_the_file_is_read(
    tmp_path: Path, data: bytes, name: str, problem: str
) -> None:
    (tmp_path / name).write_bytes(data)
    note, document = read(tmp_path / name)
    assert isinstance(note, InputError)
    assert (note.problem, note.remedy) == (problem, "read as that")
    assert isinstance(document, Document)


def test_standard_input_taken_for_a_file() -> None:
    command = [
        sys.executable,
        "-m",
        "claimcheck",
        "scan",
        "-",
        "--stdin-filename",
        "a.md",
        "--format",
        "json",
    ]
    done = subprocess.run(command, input=b"He lost **3** boats.\n\n```\n99\n```\n", capture_output=True)
    assert done.returncode == 0
    assert (b'"a.md"' in done.stdout, b'"99"' in done.stdout) == (True, False)


@pytest.fixture
def server() -> Iterator[str]:
    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            moved = {"/moved": "file:///etc/hostname", "/circle": "/circle"}.get(self.path)
            self.send_response(302 if moved else 200 if self.path == "/a" else 404)
            if moved:
                self.send_header("Location", moved)
            self.end_headers()
            self.wfile.write(b"<html><p>Six boats sank off Carrow.</p></html>")

        def log_message(self, *_: object) -> None:
            pass

    found = http.server.HTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.shutdown()
    found.server_close()


def test_address_that_was_typed(server: str) -> None:
    (document,) = read(f"{server}/a")
    assert isinstance(document, Document)
    assert (document.text, document.url) == ("Six boats sank off Carrow.", f"{server}/a")


@pytest.mark.parametrize(
    ("path", "problem"), [("/moved", "not allowed"), ("/gone", "answers 404"), ("/circle", "infinite loop)")]
)
def test_address_that_gives_nothing(server: str, path: str, problem: str) -> None:
    (found,) = read(server + path)
    assert isinstance(found, InputError)
    assert problem in str(found)


def test_address_that_nobody_fetches() -> None:
    (found,) = read("ftp://gazette.example/ferry.html")
    assert isinstance(found, InputError)
    assert found.problem == "is no address of a web page"


def test_table_within_a_table_is_read_once(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>85</text:p></table:table-cell>"
    inner = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    data = odt(ODT.replace("<text:p>85</text:p>", inner))
    assert only(tmp_path, data, "a.odt").text.count("85") == 1
