"""What cannot be read is told in a sentence, the exit code is 2, and the rest of the batch goes on."""

import http.server
import io
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from readers.test_other import ODT, pdf
from readers.word import body, packed, paragraph
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.readers import web

GOOD = body(paragraph("At least 61 boats sank off Orvale."))
ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
LARGE = 100_000_001


def odt(content: str = ODT, manifest: str = "", packing: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return buffer.getvalue()


def with_password(data: bytes) -> bytes:
    """A packed document that says of every part that it is encrypted."""
    changed = bytearray(data)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            changed[at + flags] |= 1
            at = data.find(mark, at + 1)
    return bytes(changed)


def pdf_with_password() -> bytes:
    code = "<" + "5A" * 32 + ">"
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O{code}/U{code}>>/ID[<00><00>]"
    return pdf(["Six boats sank."]).replace(b"trailer<<", f"trailer<<{lock}".encode())


def claiming(size: int) -> bytes:
    """A document whose list of parts says that one unpacks to `size` bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", GOOD)
        archive.filelist[0].file_size, archive.filelist[0].compress_size = size, size // 300
    return buffer.getvalue()


def many_parts() -> bytes:
    return packed(GOOD, **{f"word/media/{number}.png": "" for number in range(10_001)})


def large_part() -> bytes:
    """A part of 65 MB that packs no better than a long text may."""
    return packed(Random(1).randbytes(200_000) + bytes(65 << 20))


BOMB = "unpacks to far more than a document holds; it was not opened"
ENTITY = "holds XML entities, which no document needs; it was not read"
PASSWORD = "is protected by a password; save a copy without one"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: packed(bytes(5_000_000)), BOMB),
    "bomb.odt": (lambda: odt(" " * 5_000_000, packing=zipfile.ZIP_DEFLATED), BOMB),
    "large.docx": (lambda: claiming(250 << 20), BOMB),
    "part.docx": (large_part, BOMB),
    "parts.docx": (many_parts, BOMB),
    "false-size.docx": (lambda: claiming(9), "is broken: it cannot be unpacked; open and save it again"),
    "locked.docx": (lambda: with_password(packed(GOOD)), PASSWORD),
    "locked-by-office.docx": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "is protected by a password, or "),
    "locked.odt": (lambda: odt(manifest="<encryption-data/>"), PASSWORD),
    "locked-zip.odt": (lambda: with_password(odt()), PASSWORD),
    "locked.pdf": (pdf_with_password, PASSWORD),
    "cut.docx": (lambda: packed(GOOD)[:-40], "is broken: it cannot be unpacked; open and save it again"),
    "cut.odt": (lambda: odt()[:-40], "is broken: it cannot be unpacked; open and save it again"),
    "cut.pdf": (lambda: b"%PDF-1.7\nnothing", "is a broken PDF; open and save it again"),
    "entities.docx": (lambda: packed(ENTITIES), ENTITY),
    "entities.odt": (lambda: odt(ENTITIES), ENTITY),
    "no-word.docx": (lambda: b"Just words, 12 of them.", "is not a Word document, whatever its name says"),
    "picture.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(90), "is a picture, not plain text"),
    "packed.txt": (lambda: many_parts()[:4000].replace(b"word", b"zord"), "is a packed file, not plain text"),
    "strict.docx": (lambda: packed(GOOD.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main")), "is a strict Open XML document; save"),
    "empty.docx": (lambda: packed(body("")), "is empty; nothing to scan"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "made", "sentence"), [(n, *r) for n, r in REFUSED.items()], ids=REFUSED)
def test_refused_and_the_batch_goes_on(
    tmp_path: Path, name: str, made: Callable[[], bytes], sentence: str
) -> None:
    (tmp_path / name).write_bytes(made())
    (tmp_path / "zz-good.docx").write_bytes(packed(GOOD))
    assert_refused(tmp_path, f"{tmp_path / name}: {sentence}")


@pytest.mark.parametrize("name", ["large.txt", "large.docx", "large.odt", "large.pdf"])
def test_too_large_a_file_is_refused(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(LARGE)
    (tmp_path / "zz-good.docx").write_bytes(packed(GOOD))
    assert_refused(tmp_path, f"{tmp_path / name}: is larger than 100 MB, the most for ")


def assert_refused(folder: Path, sentence: str) -> None:
    done = CliRunner().invoke(app, ["scan", str(folder), "--no-config"])
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "At least 61" in done.stdout
    assert done.exit_code == 2


@pytest.fixture
def server() -> Iterator[str]:
    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            try:
                if self.path == "/large":
                    self.wfile.write(bytes(20_000_001))
                while self.path == "/slow":
                    self.wfile.write(b"<")
                    time.sleep(0.02)
            except OSError:
                return  # the reader has gone

        def log_message(self, *_: object) -> None:
            pass

    found = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.shutdown()
    found.server_close()


@pytest.mark.parametrize(
    ("path", "sentence"), [("/large", "is larger than 20 MB"), ("/slow", "takes longer than 0.2 seconds")]
)
def test_address_that_gives_too_much_or_too_slowly(
    tmp_path: Path, server: str, path: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if path == "/slow":
        monkeypatch.setattr(web, "_SECONDS", 0.2)
    (tmp_path / "good.docx").write_bytes(packed(GOOD))
    done = CliRunner().invoke(app, ["scan", server + path, str(tmp_path / "good.docx"), "--no-config"])
    assert f"{server}{path}: {sentence}" in done.stderr
    assert "At least 61" in done.stdout
    assert done.exit_code == 2
