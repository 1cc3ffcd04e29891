"""A PNG without its metadata has the same dots, the right way up, and tells nothing."""

import io

import pytest
from PIL import Image, ImageOps

from evidencekit.decoding import png
from evidencekit.decoding.parts import NotTakenApart
from tests.evidencekit.decoding import files


def seen(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        return ImageOps.exif_transpose(opened).convert("RGBA").tobytes()


def test_the_picture_looks_the_same_and_tells_nothing() -> None:
    before = files.told_png()
    after = png.without_metadata(before)
    assert seen(after) == seen(before)
    with Image.open(io.BytesIO(after)) as opened:
        assert getattr(opened, "text") == {}  # noqa: B009 - a PNG alone has it
        assert dict(opened.getexif()) == {0x0112: 3}
    assert files.CANARY.encode() not in after


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "I;16"])
def test_every_kind_of_dot_stays(mode: str) -> None:
    made = files.drawing(mode="L").convert("I;16") if mode == "I;16" else files.drawing(mode=mode)
    before = files.picture("image/png", made)
    with (
        Image.open(io.BytesIO(before)) as a,
        Image.open(io.BytesIO(png.without_metadata(before))) as b,
    ):
        assert a.tobytes() == b.tobytes()


def test_a_chunk_that_nobody_knows_and_what_hangs_behind_go() -> None:
    before = files.picture("image/png")
    private = files.chunk(b"prVt", files.CANARY.encode())
    after = png.without_metadata(before[:33] + private + before[33:] + b"and more")
    assert after == png.without_metadata(before)


def test_what_is_not_whole_is_left_alone() -> None:
    whole = bytearray(files.told_png())
    for cut in (0, 8, 20, len(whole) - 4):
        with pytest.raises(NotTakenApart):
            png.without_metadata(bytes(whole[:cut]))
    whole[45] ^= 1
    with pytest.raises(NotTakenApart):
        png.without_metadata(bytes(whole))
