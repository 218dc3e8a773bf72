"""Files, folders and odd bytes to documents; each bad input gives one sentence and stops nothing."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.errors import InputError, InputNote
from claimcheck.model import Document
from claimcheck.readers import read
from claimcheck.readers.paths import spare

ARTICLE = "Bridge Closed\n\nThe Carrow bridge closed after “cracks” were found in 12 of 40 beams.\n"


def documents(*paths: Path | str) -> list[Document]:
    return [found for found in read([str(p) for p in paths]) if isinstance(found, Document)]


def problems(*paths: Path | str) -> list[str]:
    return [str(found) for found in read([str(p) for p in paths]) if isinstance(found, InputError)]


def written(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


READ = {
    "plain UTF-8": (ARTICLE.encode(), "", True),
    "UTF-8 with a byte order mark": (b"\xef\xbb\xbf" + ARTICLE.encode(), "", False),
    "Windows-1252": (ARTICLE.encode("cp1252"), "is not UTF-8 (line 3); read as Windows-1252", False),
    "UTF-16 little-endian": (ARTICLE.encode("utf-16"), "is UTF-16, not UTF-8; read as that", False),
    "UTF-16 big-endian":
        (b"\xfe\xff" + ARTICLE.encode("utf-16-be"), "is UTF-16, not UTF-8; read as that", False),
    "UTF-16 without its mark": (ARTICLE.encode("utf-16-le"), "is UTF-16, not UTF-8; read as that", False),
    "UTF-32": (ARTICLE.encode("utf-32"), "is UTF-32, not UTF-8; read as that", False),
    "Windows line ends": (ARTICLE.replace("\n", "\r\n").encode(), "", True),
    "old Macintosh line ends": (ARTICLE.replace("\n", "\r").encode(), "", True),
}  # fmt: skip


@pytest.mark.parametrize(("data", "note", "plain"), READ.values(), ids=READ)
def test_reads(tmp_path: Path, data: bytes, note: str, plain: bool) -> None:
    path = written(tmp_path, data)
    (document,) = documents(path)
    assert document.text.splitlines() == ARTICLE.splitlines()
    assert [block.kind for block in document.blocks] == ["headline", "body"]
    assert (document.title, document.plain) == ("Bridge Closed", plain)
    assert problems(path) == ([f"{path}: {note}"] if note else [])
    assert all(isinstance(found, InputNote | Document) for found in read(path))


AS_TEXT = "save the article as plain text (.txt) and scan that"
REFUSED = {
    "empty": (b"", "is empty; nothing to scan"),
    "only white space": (b" \n\t\n", "is empty; nothing to scan"),
    "only a byte order mark": (b"\xef\xbb\xbf", "is empty; nothing to scan"),
    "zeros": (b"\0" * 5000, f"is a binary file, not plain text; {AS_TEXT}"),
    "machine code": (bytes(range(256)) * 40, f"is a binary file, not plain text; {AS_TEXT}"),
    "control characters": (b"\x01\x02\x03\x04 text" * 50, f"is a binary file, not plain text; {AS_TEXT}"),
    "packed files": (b"PK\x03\x04....", f"is a packed file, not plain text; {AS_TEXT}"),
    "half a UTF-16 letter":
        (b"\xff\xfea\0b", "begins as UTF-16 and breaks off at byte 2; save it again as UTF-8"),
    "no encoding we know":
        (b"caf\x81 on the quay", "is neither UTF-8 (line 1) nor Windows-1252; save it again as UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses_and_goes_on(tmp_path: Path, data: bytes, sentence: str) -> None:
    bad, good = written(tmp_path, data), written(tmp_path, ARTICLE.encode(), "b.txt")
    assert problems(bad, good) == [f"{bad}: {sentence}"]
    assert [document.path for document in documents(bad, good)] == [str(good)]


def test_folder_gives_its_articles_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/.hidden.txt", ".git/x.txt", "notes.xml", "c.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "Two."}' if name.endswith("l") else ARTICLE, encoding="utf-8")
    found = [Path(document.path or "").relative_to(tmp_path).as_posix() for document in documents(tmp_path)]
    assert found == ["a/z.TXT", "b.txt", "c.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_folder_waits_for_no_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    written(tmp_path, ARTICLE.encode(), "b.txt")
    assert [Path(document.path or "").name for document in documents(tmp_path)] == ["b.txt"]


def test_a_draft_in_a_folder_is_not_written_over(tmp_path: Path) -> None:
    draft = written(tmp_path, ARTICLE.encode(), "a.txt")
    with pytest.raises(InputError, match="is the draft itself"):
        spare([str(tmp_path)], [draft])
    for ending in ("txt", "md", "html", "jsonl"):
        report = tmp_path / f"report.{ending}"
        for _ in range(2):  # an earlier report is no draft
            done = CliRunner().invoke(app, ["scan", str(tmp_path), "-o", str(report)])
            assert done.exit_code == 0, (ending, done.output, done.exception)
    assert draft.read_text(encoding="utf-8") == ARTICLE


def test_paths_that_give_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    missing, empty = str(tmp_path / "missing.txt"), str(tmp_path / "empty")
    assert problems(missing, empty) == [
        f"{missing}: there is no such file or folder; check the spelling",
        f"{empty}: the folder holds no articles; claimcheck reads .txt, .md, .markdown, .html, "
        ".htm, .xhtml, .docx, .docm, .odt, .rtf, .pdf, .jsonl, .ndjson files",
    ]


def test_same_file_named_twice_is_scanned_once(tmp_path: Path) -> None:
    path = written(tmp_path, ARTICLE.encode())
    assert len(documents(path, tmp_path / "." / "a.txt")) == 1
    assert problems(path, path) == [f"{path}: is named twice; scanned once"]
    assert problems(path, tmp_path) == []


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, ARTICLE.encode())

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert problems(path) == [f"{path}: cannot be read (permission denied); check that you may open it"]


LINES = {
    '{"text": "Nine boats sank."}': None,
    "": None,
    "{not json}": "is not JSON (expecting property name enclosed in double quotes at column 2)",
    '["text"]': "is JSON but not an object",
    '{"body": "Nine"}': 'has no "text"',
    '{"text": 9}': 'has a "text" that is not in quotation marks',
    '{"text": " "}': 'has an empty "text"',
    '{"text": "Nine.", "date": "soon"}': "\"date\" 'soon' is not a date",
    '{"text": "Nine.", "id": 7, "title": "T", "date": "2022-03-23T09:00:00Z", "url": "u"}': None,
    "[" * 100_000: "is not JSON (",
}


@pytest.mark.parametrize(("line", "problem"), LINES.items(), ids=lambda value: str(value)[:40])
def test_each_bad_line_is_named_and_the_rest_go_on(tmp_path: Path, line: str, problem: str | None) -> None:
    path = written(tmp_path, f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n'.encode(), "a.jsonl")
    found = problems(path)
    assert [f.startswith(f"{path}, line 2: {problem}") for f in found] == ([True] if problem else [])
    assert [documents(path)[i].text for i in (0, -1)] == ["One.", "Two."]


def test_record_keeps_what_it_gives(tmp_path: Path) -> None:
    record = b'{"text": "Nine \\ud800 boats.", "id": 7, "title": "T", "date": "2022-03-23", "url": "u"}'
    (document,) = documents(written(tmp_path, b"\xef\xbb\xbf" + record, "a.jsonl"))
    assert (document.id, document.title, document.url, document.text) == (7, "T", "u", "Nine � boats.")
    assert (str(document.published), document.published_from, document.plain) == (
        "2022-03-23",
        "record",
        False,
    )
