"""Pictures: the first frame as dots, the right way up, and what the file says about itself."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from io import BytesIO
from typing import Any

from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from evidencekit.decoding import limits
from evidencekit.decoding.question import Answer, Fact, Question, Why

# Named, so that each is loaded before the walls go up.
_PLUGINS = (
    BmpImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, TiffImagePlugin,
    WebPImagePlugin,
)  # fmt: skip
_FORMATS = {
    "image/bmp": "BMP", "image/gif": "GIF", "image/jpeg": "JPEG", "image/png": "PNG",
    "image/tiff": "TIFF", "image/webp": "WEBP",
}  # fmt: skip
_WHITE = (255, 255, 255, 255)
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N")
_SIXTY = 60

_TOP = ExifTags.Base
_TOLD: tuple[tuple[Fact, tuple[int, ...]], ...] = (
    (Fact.TAKEN, (_TOP.DateTimeOriginal, _TOP.DateTimeDigitized, _TOP.DateTime)),
    (Fact.CAMERA, (_TOP.Make, _TOP.Model, _TOP.LensModel, _TOP.BodySerialNumber)),
    (Fact.OWNER, (_TOP.Artist, _TOP.Copyright, _TOP.CameraOwnerName)),
    (Fact.SOFTWARE, (_TOP.Software, _TOP.HostComputer)),
    (Fact.DESCRIPTION, (_TOP.ImageDescription,)),
    (Fact.COMMENT, (_TOP.UserComment, _TOP.XPComment)),
)


def formats() -> Mapping[str, str]:
    """Give the types that can be shown."""
    Image._initialized = 2  # noqa: SLF001 - or it would look for more plug-ins, behind the walls
    return _FORMATS


def show(question: Question, data: bytes) -> Answer:
    """Draw a picture into a box."""
    with _opened(question, data) as picture:
        whole = picture.size
        box = _box(question, whole)
        picture.draft("RGB", (max(box), max(box)))  # a JPEG is made small while it is read
        upright = ImageOps.exif_transpose(picture)
        if question.turns % 4:
            upright = upright.rotate(-90 * (question.turns % 4), expand=True)
        seen = _flat(upright)
        seen.thumbnail(box, Image.Resampling.LANCZOS, reducing_gap=2.0)
        turned = (upright.width > upright.height) != (whole[0] > whole[1])
        return Answer(
            width=seen.width, height=seen.height, pages=1, dots=seen.tobytes(),
            whole_width=whole[1 if turned else 0], whole_height=whole[0 if turned else 1],
        )  # fmt: skip


def describe(question: Question, data: bytes) -> Answer:
    """Tell what a picture says about itself; its dots are not read."""
    with _opened(question, data) as picture:
        facts = tuple(_facts(picture))[: limits.FACTS]
        width, height = picture.size
        return Answer(pages=1, whole_width=width, whole_height=height, facts=facts)


def _opened(question: Question, data: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # its own warning would count other dots than we do
    picture = Image.open(BytesIO(data), formats=(_FORMATS[question.media_type],))
    if picture.width * picture.height > limits.DOTS or max(picture.size) > limits.SIDE:
        raise TooLarge
    return picture


class TooLarge(Exception):
    """A picture or page with more dots than are believed."""

    why = Why.TOO_LARGE


def _box(question: Question, whole: tuple[int, int]) -> tuple[int, int]:
    """Keep within the box asked for, the picture's own size, and what an answer may hold."""
    longest = max(whole)
    wide, high = (
        max(1, min(asked or longest, longest, limits.ANSWER_SIDE))
        for asked in (question.width, question.height)
    )
    while wide * high > limits.ANSWER_DOTS:
        wide, high = max(1, wide * 9 // 10), max(1, high * 9 // 10)
    return wide, high


def _flat(picture: Image.Image) -> Image.Image:
    """Give red, green and blue; what is clear lies on white."""
    if picture.mode in _DEEP:
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, _WHITE)
        ground.alpha_composite(clear)
        picture = ground
    return picture.convert("RGB")


def _facts(picture: Image.Image) -> Iterator[tuple[Fact, str]]:
    exif = picture.getexif()
    tags: dict[int, Any] = dict(exif)
    with suppress(Exception):  # a part that cannot be read says nothing; the others still do
        tags |= dict(exif.get_ifd(ExifTags.IFD.Exif))
    for fact, keys in _TOLD:
        said = dict.fromkeys(text for key in keys if (text := _text(tags.get(key))))
        if said:
            yield fact, ", ".join(said)
    with suppress(Exception):
        place = _place(exif.get_ifd(ExifTags.IFD.GPSInfo))
        if place:
            yield Fact.PLACE, place
    with suppress(Exception):
        if exif.get_ifd(ExifTags.IFD.IFD1):
            yield Fact.THUMBNAIL, "yes"
    yield from _beside(picture.info)


def _beside(info: Mapping[str | tuple[int, int], Any]) -> Iterator[tuple[Fact, str]]:
    """Tell what stands in a picture besides its tags."""
    for key, value in info.items():
        if key == "comment" and _text(value):
            yield Fact.COMMENT, _text(value)
        elif key in {"xmp", "photoshop"} or str(key) == "XML:com.adobe.xmp":
            yield Fact.OTHER, "editing history"
        elif isinstance(key, str) and isinstance(value, str) and key not in _OWN_WORDS:
            yield Fact.COMMENT, _text(f"{key}: {value}")


_OWN_WORDS = frozenset({"version", "compression", "default_image", "background", "timestamp"})


def _text(value: object) -> str:
    if isinstance(value, bytes):
        code, _, rest = value.partition(b"\x00\x00\x00")
        value = (rest if code in {b"ASCII", b"UNICODE\x00"[:5]} else value).decode(
            "utf-8", "replace"
        )
    if not isinstance(value, str):
        return ""
    return "".join(c if c.isprintable() else " " for c in value).strip()[: limits.FACT_CHARACTERS]


def _place(tags: Mapping[int, Any]) -> str:
    north, east = _degrees(tags, 2, 1, "S"), _degrees(tags, 4, 3, "W")
    if north is not None and east is not None:
        return f"{north:.5f}, {east:.5f}"
    return "yes" if tags else ""


def _degrees(tags: Mapping[int, Any], at: int, side: int, minus: str) -> float | None:
    parts = tags.get(at)
    if not isinstance(parts, tuple) or not parts:
        return None
    degrees: float = sum(float(Fraction(part)) / _SIXTY**n for n, part in enumerate(parts[:3]))
    return -degrees if str(tags.get(side, "")).strip() == minus else degrees
