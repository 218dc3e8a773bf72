"""Word documents: what stands is read, what is deleted is not, and every character knows its run."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.places import RunOrigin, find_place
from claimcheck.readers import read
from claimcheck.readers.docx_text import WORD, run_text

from .word import CORE, body, packed, paragraph, part, run


def scanned(folder: Path, data: bytes, name: str = "draft.docx") -> Document:
    path = folder / name
    path.write_bytes(data)
    (found,) = read(path)
    assert isinstance(found, Document), found
    return found


RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
LIFTED = '<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>{}</w:t></w:r>'
STANDS = {
    "raised number of a note": (run("Six won, she said.") + RAISED.format("12"), "Six won, she said."),
    "lifted number of a note": (run("Six won.") + LIFTED.format("1") + run(" He left."), "Six won. He left."),
    "raised power": (
        f"{run('They own 380 m')}{RAISED.format('2')}{run(' of it.')}",
        "They own 380 m2 of it.",
    ),
    "raised ending": (f"{run('The 19')}{RAISED.format('th')}{run(' boat.')}", "The 19th boat."),
    "plain": ("At least 40 people died.", "At least 40 people died."),
    "tracked insertion": (
        f"{run('At least ')}<w:ins>{run('40 ')}</w:ins>{run('died.')}",
        "At least 40 died.",
    ),
    "tracked deletion": (
        f"{run('At least ')}<w:del><w:r><w:delText>30 </w:delText></w:r></w:del>{run('40 died.')}",
        "At least 40 died.",
    ),
    "moved away": (f"<w:moveFrom>{run('Nine. ')}</w:moveFrom>{run('Ten.')}", "Ten."),
    "moved here": (f"<w:moveTo>{run('Nine. ')}</w:moveTo>{run('Ten.')}", "Nine. Ten."),
    "hyperlink": (f"{run('It cost ')}<w:hyperlink>{run('$5m')}</w:hyperlink>{run('.')}", "It cost $5m."),
    "split in the number": (f"{run('1')}{run('2,0')}{run('00 fled.')}", "12,000 fled."),
    "content control": (f"<w:sdt><w:sdtContent>{run('Six won.')}</w:sdtContent></w:sdt>", "Six won."),
    "field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 99</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Seven won.")}',
        "Seven won.",
    ),
    "hidden": (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>Slug 77 </w:t></w:r>{run('Six won.')}", "Six won."),
    "tab": ("<w:r><w:t>Votes</w:t><w:tab/><w:t>12</w:t></w:r>", "Votes\t12"),
    "comment": (
        f'<w:commentRangeStart w:id="0"/>{run("Six won.")}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>',
        "Six won.",
    ),
}


@pytest.mark.parametrize(("content", "text"), STANDS.values(), ids=STANDS)
def test_what_stands(tmp_path: Path, content: str, text: str) -> None:
    assert scanned(tmp_path, packed(body(paragraph(content)))).text == text


def test_paragraph_whose_end_was_deleted_joins_the_next(tmp_path: Path) -> None:
    ended = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('At least 40 ')}</w:p>"
    assert scanned(tmp_path, packed(body(ended + paragraph("died.")))).text == "At least 40 died."


STYLES = part(
    "styles",
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>'
    '<w:style w:styleId="Bild"><w:name w:val="House picture line"/><w:basedOn w:val="Caption"/></w:style>'
    '<w:style w:styleId="Caption"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
)


def test_styles_say_what_a_paragraph_is(tmp_path: Path) -> None:
    content = "".join([
        paragraph("Contents 12", "TOC1"),
        paragraph("Nine boats sink", "berschrift1"),
        paragraph("Wind of 90 km/h struck the bay", "Untertitel"),
        paragraph("Two of the 9 boats", "Bild"),
        paragraph("Nine boats sank on Tuesday, the harbour master said."),
        paragraph("How it began", "berschrift1"),
    ])  # fmt: skip
    document = scanned(tmp_path, packed(body(content), styles=STYLES, core=CORE))
    assert [(b.kind, document.text[b.start : b.end][:12]) for b in document.blocks] == [
        ("headline", "Nine boats s"),
        ("standfirst", "Wind of 90 k"),
        ("caption", "Two of the 9"),
        ("body", "Nine boats s"),
        ("body", "How it began"),
    ]
    assert (document.title, str(document.published), document.published_from) == (
        "Nine boats sink",
        "2022-03-23",
        "metadata",
    )


def test_table_cells_are_blocks_and_deleted_rows_are_gone(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>".format
    rows = [
        f"<w:tr>{cell(paragraph('Town'))}{cell(paragraph('Homes'))}</w:tr>",
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('Orvale'))}{cell(paragraph('8'))}</w:tr>",
        f"<w:tr>{cell(paragraph('Carrow'))}{cell(paragraph('1,204') + paragraph('(est.)'))}</w:tr>",
    ]
    document = scanned(
        tmp_path,
        packed(
            body(paragraph("Homes were lost in both towns, it says.") + f"<w:tbl>{''.join(rows)}</w:tbl>")
        ),
    )
    assert document.text == "Homes were lost in both towns, it says.\n\nTown\tHomes\nCarrow\t1,204\n(est.)"
    assert [b.kind for b in document.blocks] == ["body"] + ["table"] * 5


def test_notes_and_text_boxes_are_read_once(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    box = f"<wps:txbx><w:txbxContent>{paragraph('Box: 7 dead.')}</w:txbxContent></wps:txbx>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{paragraph('Box: 7 dead.')}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0">{paragraph("separator")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Census, 2011.")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("Dropped with its sentence.")}</w:footnote>',
    )
    content = paragraph(run("Six won.") + note(2) + f"<w:del>{note(3)}</w:del>" + drawing)
    document = scanned(tmp_path, packed(body(content + paragraph("Two lost.")), footnotes=notes))
    assert document.text == "Six won.\n\nBox: 7 dead.\n\nTwo lost.\n\nCensus, 2011."


def test_every_character_knows_its_run(tmp_path: Path) -> None:
    content = paragraph(f"{run('At least ')}<w:ins>{run('40')}</w:ins>{run(' died.')}") + paragraph(
        "Two fled."
    )
    data = packed(body(content))
    document = scanned(tmp_path, data)
    with zipfile.ZipFile(tmp_path / "draft.docx") as archive:
        runs = list(ElementTree.fromstring(archive.read("word/document.xml")).iter(f"{WORD}r"))
    for offset, character in enumerate(document.text):
        place = find_place(document.places, offset)
        if place is None:
            assert character == "\n"
            continue
        assert isinstance(place.origin, RunOrigin)
        assert run_text(runs[place.origin.run])[offset - place.start] == character
    place = find_place(document.places, document.text.index("fled"))
    assert place is not None
    assert place.origin == RunOrigin("word/document.xml", 1, 3)


BOMB = b"<a>" + b"0" * 5_000_000 + b"</a>"
ENTITIES = b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'
REFUSED = {
    "zip bomb": (packed(BOMB), "unpacks to far more than a document holds"),
    "entities": (packed(ENTITIES), "holds XML entities, which no document needs"),
    "entities in UTF-16":
        (packed(ENTITIES.decode().encode("utf-16")), "holds XML entities, which no document needs"),
    "cut off": (packed(body(paragraph("Six won.")))[:-40], "is broken: it cannot be unpacked"),
    "broken XML": (packed(body("<w:p>")[:-30]), "is broken: it cannot be unpacked"),
    "with a password": (b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "is protected by a password, or an old Word document"),
    "too deep": (packed(body("<w:sdt>" * 5000 + "</w:sdt>" * 5000)), "is nested too deeply"),
    "no document": (packed("").replace(b"word/document", b"xl/worksheets"),
        "is not a Word document, whatever its name says"),
    "no text": (packed(body("")), "is empty"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "problem"), REFUSED.values(), ids=REFUSED)
def test_refuses_and_goes_on(tmp_path: Path, data: bytes, problem: str) -> None:
    bad, good = tmp_path / "a.docx", tmp_path / "b.docx"
    bad.write_bytes(data)
    good.write_bytes(packed(body(paragraph("Six won."))))
    first, second = read([bad, good])
    assert isinstance(first, InputError)
    assert (first.where, first.problem) == (str(bad), problem)
    assert isinstance(second, Document)
