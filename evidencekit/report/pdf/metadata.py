"""What the file is, once more in the form that readers and archives ask: an XMP packet."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from evidencekit.report.letters import visible
from evidencekit.report.outline import Outline

_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_FOOT = '\n<?xpacket end="r"?>'


def write(canvas: Canvas, outline: Outline) -> None:
    """Add the packet to the file, uncompressed, so that any program finds it."""
    kind = pdfdoc.PDFDictionary(
        {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    )
    doc: Any = canvas._doc  # noqa: SLF001 - reportlab has no other door to its objects
    doc.Catalog.Metadata = pdfdoc.PDFStream(kind, packet(outline).encode(), filters=[])


def packet(outline: Outline) -> str:
    """Give the packet: title, language, author, subject, and when the evidence was taken."""
    told = "".join(
        (
            _several("dc:title", "Alt", outline.title, ' xml:lang="x-default"'),
            _several("dc:creator", "Seq", outline.author),
            _several("dc:description", "Alt", outline.subject, ' xml:lang="x-default"'),
            _several("dc:language", "Bag", outline.language),
            f"<xmp:CreateDate>{_text(outline.taken_at)}</xmp:CreateDate>"
            if outline.taken_at
            else "",
        )
    )
    return (
        f'{_HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:xmp="http://ns.adobe.com/xap/1.0/">{told}</rdf:Description></rdf:RDF>'
        f"</x:xmpmeta>{_FOOT}"
    )


def _several(name: str, form: str, said: str, more: str = "") -> str:
    inside = f"<rdf:{form}><rdf:li{more}>{_text(said)}</rdf:li></rdf:{form}>"
    return f"<{name}>{inside}</{name}>"


def _text(said: str) -> str:
    return escape(visible(said))
