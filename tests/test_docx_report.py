"""The draft as a Word document: comments on exactly their words, and everything else as it was."""

import io
import os
import re
import zipfile
from pathlib import Path

import docx as word
import pytest
from docx_package import COMMENTS, comments, comments_part, draft, parts, reading
from example import report
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.word import paragraph, part, run
from typer.testing import CliRunner, Result

from claimcheck.cli import app
from claimcheck.errors import InputError
from claimcheck.model import Document, Span
from claimcheck.readers.docx import read_docx
from claimcheck.readers.markdown import read_markdown
from claimcheck.reports import docx_package
from claimcheck.reports.docx import render
from claimcheck.reports.docx_comments import Comment
from claimcheck.reports.docx_new import compose
from claimcheck.reports.view import View
from claimcheck.scanning import check, check_text

GOLDEN = Path(__file__).parent / "golden" / "report.docx.txt"


def marked(before: bytes, *spans: Span) -> list[tuple[str, list[str]]]:
    """The comments in the draft after one was put on each of `spans`."""
    (document,) = read_docx(before, "draft.docx")
    assert isinstance(document, Document), document
    said = [Comment(span, ("Sure of that?",)) for span in spans]
    after = docx_package.annotate(before, "draft.docx", document.text, document.places, said)
    return comments(before, after)


def on(before: bytes, words: str) -> tuple[str, list[str]]:
    """What a comment on the first `words` in the draft is on, and what it says."""
    start = reading(before).index(words)
    (found,) = marked(before, Span(start, start + len(words)))
    return found


CUT = {
    "one run": ("Some wept. At least 40 people died.", "At least 40"),
    "a whole run": (f"{run('Some wept. ')}{run('At least 40')}{run(' people died.')}", "At least 40"),
    "runs that split the number": (f"{run('At le')}{run('ast 4')}{run('0 people died.')}", "least 40"),
    "tracked insertion": (
        f'{run("At least ")}<w:ins w:id="3" w:author="Ines">{run("40 or so")}</w:ins>{run(" died.")}',
        "least 40",
    ),
    "tracked deletion within": (
        f'{run("At least ")}<w:del w:id="3" w:author="Ines"><w:r><w:delText>30 </w:delText></w:r></w:del>'
        f"{run('40 people died.')}",
        "At least 40",
    ),
    "hyperlink": (f"{run('It cost ')}<w:hyperlink>{run('about $5m, he said')}</w:hyperlink>", "about $5m"),
    "field": (
        f'{run("It cost ")}<w:fldSimple w:instr="REF cost">{run("about $5m")}</w:fldSimple>{run(".")}',
        "cost about $5m",
    ),
    "content control": (f"<w:sdt><w:sdtContent>{run('Some 60 boats')}</w:sdtContent></w:sdt>", "60"),
    "properties": (
        '<w:r w:rsidR="00A1"><w:rPr><w:b/><w:sz w:val="30"/></w:rPr><w:t>Nearly 60 boats sank.</w:t></w:r>',
        "60 boats",
    ),
    "tab and break": (
        "<w:r><w:t>Boats</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>Homes</w:t><w:drawing/></w:r>",
        "12",
    ),
    "entities": ("Q&amp;A: &lt;b&gt; at least 40 men &amp; dogs &#x201C;ran&#8221;.", "40 men & dogs “r"),
    "white space that does not count": ("<w:r><w:t>  At least 40 died. </w:t></w:r>", "40"),
    "comments and bookmarks within": (
        f'<w:commentRangeStart w:id="4"/>{run("At least ")}<w:bookmarkStart w:id="0" w:name="a"/>{run("40")}'
        '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r><w:bookmarkEnd w:id="0"/>',
        "least 40",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), CUT.values(), ids=CUT)
def test_comment_stands_on_exactly_its_words(content: str, words: str) -> None:
    assert on(draft(paragraph(content)), words) == (words, ["Sure of that?"])


def test_comment_in_a_table_cell_and_over_two_paragraphs() -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = f"<w:tr>{cell(paragraph('Homes'))}{cell(paragraph('about 12'))}</w:tr>"
    before = draft(f"{paragraph('Nine sank.')}{paragraph('Ten burned.')}<w:tbl>{row}</w:tbl>")
    assert on(before, "12")[0] == "12"
    assert on(before, "Nine sank.\n\nTen")[0] == "Nine sank.Ten"


NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
NOTES = part("footnotes", f'<w:footnote w:id="2">{paragraph("It was 1,204 in 2011.")}</w:footnote>')
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
).format(paragraph("In the box: 77 dead."))


def test_comment_on_a_footnote_hangs_on_its_mark() -> None:
    before = draft(paragraph(run("Homes fell.") + NOTE + run(" So it was.")), footnotes=NOTES)
    assert on(before, "1,204") == ("", ["In the note here: “1,204”", "Sure of that?"])


def test_comment_on_a_text_box_hangs_on_what_holds_it() -> None:
    _, said = on(draft(paragraph(run("Homes fell.") + BOX)), "77 dead")
    assert said == ["In the text box here: “77 dead”", "Sure of that?"]


def test_earlier_comments_keep_their_ids_and_new_ones_take_others() -> None:
    content = (
        f'<w:commentRangeStart w:id="0"/>{run("At least 40")}<w:commentRangeEnd w:id="0"/>'
        f'<w:r><w:commentReference w:id="0"/></w:r>{run(" died.")}'
    )
    before = draft(paragraph(content), comments=comments_part("0", "7"))
    assert on(before, "least 40") == ("least 40", ["Sure of that?"])


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: re.sub(r"(?<=[<\s/:])w(?=[:=])", "x", xml),
        lambda xml: "\ufeff" + xml,
        lambda xml: '<?xml version="1.0" encoding="UTF-16"?>' + xml,
        lambda xml: '<?xml version="1.0" encoding="ISO-8859-1"?>' + xml,
    ],
    ids=["another prefix", "byte order mark", "UTF-16", "Latin-1"],
)  # fmt: skip
def test_part_in_another_form(change: object) -> None:
    before = draft(paragraph("Café: at least 40 died."))
    assert callable(change)
    text = change(parts(before)["word/document.xml"].decode())
    encoding = "utf-16" if "UTF-16" in text else "latin-1" if "8859" in text else "utf-8"
    files = parts(before) | {"word/document.xml": text.encode(encoding)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    assert on(buffer.getvalue(), "least 40")[0] == "least 40"


RUNS = st.lists(
    st.tuples(
        st.text("a 4&<é\t", max_size=6), st.booleans(), st.sampled_from(["", "ins", "hyperlink", "del"])
    ),
    min_size=1, max_size=6,
)  # fmt: skip


def written(runs: list[tuple[str, bool, str]]) -> str:
    """Runs of odd cuts, some bold, some inserted, linked or deleted."""
    shown = []
    for text, bold, around in runs:
        words = text.replace("&", "&amp;").replace("<", "&lt;").split("\t")
        tag = "delText" if around == "del" else "t"
        inner = "<w:tab/>".join(f'<w:{tag} xml:space="preserve">{word}</w:{tag}>' for word in words)
        one = f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{inner}</w:r>"
        shown.append(f"<w:{around}>{one}</w:{around}>" if around else one)
    return "".join(shown)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(RUNS, min_size=1, max_size=3), st.lists(st.tuples(st.integers(0), st.integers(1, 9)), max_size=5)
)
def test_any_cut_changes_nothing_else(
    texts: list[list[tuple[str, bool, str]]], cuts: list[tuple[int, int]]
) -> None:
    before = draft(paragraph("Nine.") + "".join(paragraph(written(runs)) for runs in texts))
    text = reading(before)
    spans = [Span(at % len(text), min(at % len(text) + length, len(text))) for at, length in cuts]
    spans = [span for span in spans if text[span.start : span.end].strip("\n")]
    found = [words for words, _ in marked(before, *spans)]
    assert found == [text[span.start : span.end].replace("\n", "").replace("\t", "") for span in spans]


def test_annotated_draft_reads_as_before() -> None:
    before = draft(paragraph("At least 40 people died, police said.") + paragraph("It cost up to $5m or so."))
    (document,) = read_docx(before, "draft.docx")
    assert isinstance(document, Document)
    first = check(document)
    (again,) = read_docx(render([first], View()), "draft.docx")
    assert isinstance(again, Document)
    second = check(again)
    assert render([second], View()) == again.original, "a comment that is there is not put there twice"
    assert first.claims and (second.claims, second.findings) == (first.claims, first.findings)


MARKDOWN = b"""# Ferry burns off Orvale

Some **up to 40** people\r\nwere *feared* lost.

## What is known

> At least 12 boats sank, said Mara Quill,
> a harbour official.

- About 200 homes burnt

3. About 20 boats

| Town | Homes |
|---|---|
| Orvale | 12 |
"""


def test_article_that_is_no_word_document_is_set_with_styles() -> None:
    (document,) = read_markdown(MARKDOWN, "a.md")
    assert isinstance(document, Document)
    data, _ = compose(document)
    assert [(p.style.name, p.text) for p in word.Document(io.BytesIO(data)).paragraphs] == [
        ("Title", "Ferry burns off Orvale"),
        ("Subtitle", "Some up to 40 people were feared lost."),
        ("Heading 2", "What is known"),
        ("Quote", "At least 12 boats sank, said Mara Quill, a harbour official."),
        ("List Bullet", "About 200 homes burnt"),
        ("List Number", "3. About 20 boats"),
        ("Normal", "Town\tHomes"),
        ("Normal", "Orvale\t12"),
    ]


def test_report_is_as_agreed() -> None:
    """`WRITE_GOLDEN=1 pytest` writes the file anew; look at the difference before you commit."""
    made = parts(render([report()], View()))
    shown = "\n".join(f"<!-- {name} -->\n{made[name].decode()}" for name in ("word/document.xml", COMMENTS))
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.read_text(encoding="utf-8")


def test_comments_say_what_was_found() -> None:
    document = word.Document(io.BytesIO(render([report()], View())))
    said = [(comment.author, comment.initials, comment.text) for comment in document.comments]
    assert {(author, initials) for author, initials, _ in said} == {("claimcheck", "cc")}
    assert [text for _, _, text in said[:2]] == [
        "Warning: Does the body say up to 12%?\nCC701 headline-bound",
        "Reading: ≤ 12 %\nSource: alliance → The Halden Pact\n"
        "upper: only the top is given: up to, as many as, no more than\n"
        "hedge: a word weakens the claim: may, could, suggest, believe, reportedly",
    ]
    (days,) = (text for _, _, text in said if text.startswith("Reading: 4 days"))
    assert days.splitlines()[1] == "Source: none"


def test_signs_that_no_document_may_hold_are_left_out_or_replaced() -> None:
    odd = check_text(
        "Some \x00\x0b wept & <b>. At least 4\ufffe0 people died at Orvale, said \x1bMara Quill."
    )
    assert "<b>" in reading(render([odd], View()))


def test_one_document_holds_one_article() -> None:
    with pytest.raises(InputError, match="one document holds one article; name a folder"):
        render([report(), report()], View())
    with pytest.raises(InputError, match="there is no article to write"):
        render([], View())


def scanned(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["scan", "--no-config", *map(str, arguments)])


def refused(*arguments: str | Path) -> str:
    """What is said as the run ends without its report."""
    done = scanned(*arguments)
    assert isinstance(done.exception, InputError)
    return str(done.exception)


def test_several_articles_go_to_a_folder_one_file_each(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "draft.docx").write_bytes(draft(paragraph(f"At least {len(folder)}0 died.")))
    (tmp_path / "two" / "Late news.txt").write_text("Some 40 boats sank.", encoding="utf-8")
    out = tmp_path / "commented"
    done = scanned(tmp_path / "one", tmp_path / "two", "-f", f"docx={out}", "-f", "table")
    assert (done.exit_code, "At least 30" in done.stdout) == (0, True)
    assert sorted(path.name for path in out.iterdir()) == ["Late-news.docx", "draft-2.docx", "draft.docx"]
    assert reading((out / "Late-news.docx").read_bytes()) == "Some 40 boats sank."


def test_several_articles_do_not_go_to_one_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Some 40 boats sank.", encoding="utf-8")
    said = refused(tmp_path, "-o", tmp_path / "out.docx")
    assert said == "--format docx: one document holds one article; name a folder: -f docx=FOLDER"
    assert not (tmp_path / "out.docx").exists()


def test_no_draft_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(before := draft(paragraph("At least 40 died.")))
    assert "is the draft itself; name another folder" in refused(path, "-f", f"docx={tmp_path}")
    assert "is the draft itself; name another file" in refused(path, "-f", f"docx={path}")
    assert path.read_bytes() == before


def test_draft_without_its_list_of_types_is_refused() -> None:
    files = parts(draft(paragraph("At least 40 died.")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", files["word/document.xml"])
    with pytest.raises(InputError, match="is broken"):
        on(buffer.getvalue(), "40")
