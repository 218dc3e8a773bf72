"""Word documents made from the XML that Word itself writes, small enough to read."""

import io
import zipfile

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>Ferry draft</dc:title><dcterms:created>2021-01-02T08:00:00Z</dcterms:created>
<dcterms:modified>2022-03-23T17:05:00Z</dcterms:modified></cp:coreProperties>"""


def body(content: str) -> str:
    return f"<w:document {_SPACES}><w:body>{content}</w:body></w:document>"


def part(name: str, content: str) -> str:
    return f"<w:{name} {_SPACES}>{content}</w:{name}>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{content if '<' in content else run(content)}</w:p>"


def packed(document: str | bytes, **parts: str) -> bytes:
    names = {"footnotes": "word/footnotes.xml", "styles": "word/styles.xml", "core": "docProps/core.xml"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(names.get(name, name), content)
    return buffer.getvalue()
