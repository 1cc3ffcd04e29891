"""Pictures and PDFs made here, honest and hostile."""

import io
import struct
import zlib
from fractions import Fraction
from typing import Any

from PIL import ExifTags, Image, PngImagePlugin
from reportlab.pdfgen import canvas

from evidencekit.decoding.question import Answer

CANARY = "Quillfeather Wimborne"
PICTURES = {
    "image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/tiff": "TIFF",
    "image/bmp": "BMP", "image/webp": "WEBP",
}  # fmt: skip


def drawing(width: int = 320, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Draw something with a left and a right, a top and a bottom."""
    made = Image.new("RGB", (width, height), (240, 240, 230))
    made.paste((180, 20, 20), (0, 0, width // 4, height // 4))
    made.paste((20, 60, 160), (width // 2, height // 2, width, height))
    return made.convert(mode)


def picture(media_type: str, made: Image.Image | None = None, **more: Any) -> bytes:
    held = io.BytesIO()
    (made or drawing()).save(held, PICTURES[media_type], **more)
    return held.getvalue()


def colour(answer: Answer, x: int, y: int) -> tuple[int, int, int]:
    at = (y * answer.width + x) * 3
    red, green, blue = answer.dots[at : at + 3]
    return red, green, blue


def told_exif(orientation: int = 6) -> Image.Exif:
    """Give what a telephone writes into a picture, the place included."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Nokon", "PhonePad 4"
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Software] = "PhonePad 4.1"
    exif[ExifTags.Base.Artist] = CANARY
    exif[ExifTags.Base.ImageDescription] = f"{CANARY} at home"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2012:11:19 10:31:02"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {1: "N", 2: (Fraction(51), Fraction(30), Fraction(26)), 3: "W",
         4: (Fraction(0), Fraction(7), Fraction(39))}
    )  # fmt: skip
    return exif


def told_jpeg(orientation: int = 6) -> bytes:
    return picture("image/jpeg", exif=told_exif(orientation), comment=f"seen by {CANARY}".encode())


def told_png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", CANARY)
    words.add_itxt("Comment", f"{CANARY} again", zip=True)
    return picture("image/png", pnginfo=words, exif=told_exif(3))


def pdf(pages: int = 3, title: str = "A plan of the house", **size: tuple[float, float]) -> bytes:
    held = io.BytesIO()
    drawn = canvas.Canvas(held, pagesize=size.get("pagesize", (595, 842)))
    drawn.setTitle(title)
    drawn.setAuthor(CANARY)
    for number in range(pages):
        drawn.drawString(90, 700, f"Page {number + 1} of the plan, café.")
        drawn.showPage()
    drawn.save()
    return held.getvalue()


def chunk(name: bytes, said: bytes) -> bytes:
    return struct.pack(">I", len(said)) + name + said + struct.pack(">I", zlib.crc32(name + said))


def png_saying(width: int, height: int, packed: bytes) -> bytes:
    """Make a PNG whose head promises a size, whatever its dots are."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", packed), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def png_bomb() -> bytes:
    """A few kilobytes that would be some 30 GB of dots."""
    return png_saying(100_000, 100_000, zlib.compress(bytes(20 << 20), 9))


def jpeg_bomb() -> bytes:
    """A small JPEG whose head was changed to 65,500 by 65,500."""
    data = bytearray(picture("image/jpeg"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 65_500, 65_500)
    return bytes(data)


def tiff_bomb() -> bytes:
    data = picture("image/tiff", drawing(64, 64))
    # Width and height are the first two tags of Pillow's own little-endian files.
    at = struct.unpack_from("<I", data, 4)[0] + 2
    made = bytearray(data)
    for n in range(2):
        tag, kind, count, _ = struct.unpack_from("<HHII", made, at + 12 * n)
        struct.pack_into("<HHII", made, at + 12 * n, tag, 4, count, 4_000_000)
        assert tag in {256, 257}, kind
    return bytes(made)


def pdf_of(objects: list[bytes]) -> bytes:
    """Write a PDF by hand, with a table that finds its objects."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, said in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, start,
    )  # fmt: skip
    return bytes(out)


def pdf_page(box: bytes = b"0 0 595 842", content: bytes = b"", more: bytes = b"") -> bytes:
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % more,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R >>" % box,
            stream,
        ]
    )


def pdf_deep() -> bytes:
    """A page tree within a page tree, and a content of brackets within brackets."""
    return pdf_page(content=b"[" * 300_000 + b"]" * 300_000, more=b"/Deep " + b"[" * 9_000)


def pdf_counting(pages: int) -> bytes:
    """One page that is named many times over."""
    kids = b"3 0 R " * pages
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )
