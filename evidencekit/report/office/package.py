"""The parcel that Word and Excel open: a ZIP of XML parts whose bytes never vary."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from evidencekit.report.letters import visible
from evidencekit.report.outline import Outline

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can name: no clock has a say in the bytes
_UNIX = 3  # the same maker on every machine; ZIP would otherwise name the one it was made on
_NO_LETTER = re.compile("[\ufffe\uffff]")  # no XML may hold these two


def text(said: str) -> str:
    """Give words as they may stand in XML, each letter to be seen."""
    return _NO_LETTER.sub("\ufffd", escape(visible(said), {'"': "&quot;"}))


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Give a part that names other parts: id to (type, target)."""
    found = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{found}</Relationships>'


def package(outline: Outline, main: str, parts: Mapping[str, tuple[str, str]]) -> bytes:
    """Give the file: parts as name to (content type, XML); `main` is the one to open first."""
    named = {**parts, "docProps/core.xml": (_CORE_TYPE, _core(outline))}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, (kind, _) in named.items()
        if kind
    )
    defaults = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    top = relations(
        {"rId1": (f"{OFFICE}/officeDocument", main), "rId2": (_CORE, "docProps/core.xml")}
    )
    whole = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_TYPES}">{defaults}{types}</Types>',
        "_rels/.rels": top,
        **{name: content for name, (_, content) in named.items()},
    }
    return _zipped(whole)


def _core(outline: Outline) -> str:
    made = (
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{text(outline.taken_at)}</dcterms:created>'
        if outline.taken_at
        else ""
    )
    return (
        f"{HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(outline.title)}</dc:title><dc:subject>{text(outline.subject)}"
        f"</dc:subject><dc:creator>{text(outline.author)}</dc:creator>"
        f"<cp:keywords>{text(outline.marking)}</cp:keywords>"
        f"<dc:language>{outline.language}</dc:language>{made}</cp:coreProperties>"
    )


def _zipped(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bag:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            bag.writestr(entry, content.encode())
    return out.getvalue()
