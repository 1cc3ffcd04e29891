"""A JPEG without its metadata has the same dots, the right way up, and tells nothing."""

import io
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageOps

from evidencekit.decoding import jpeg
from evidencekit.decoding.parts import NotTakenApart
from tests.evidencekit.decoding import files


def seen(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        return ImageOps.exif_transpose(opened).convert("RGB").tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_picture_looks_the_same_to_the_dot(orientation: int) -> None:
    before = files.told_jpeg(orientation)
    after = jpeg.without_metadata(before)
    assert seen(after) == seen(before)


def test_nothing_of_what_was_told_is_left() -> None:
    before = files.told_jpeg()
    after = jpeg.without_metadata(before)
    assert files.CANARY.encode() in before
    for told in (files.CANARY.encode(), b"Nokon", b"PhonePad", b"2012:11:19"):
        assert told not in after
    with Image.open(io.BytesIO(after)) as opened:
        assert dict(opened.getexif()) == {0x0112: 6}
        assert not opened.info.get("comment")


def test_what_is_hung_on_behind_the_end_goes() -> None:
    after = jpeg.without_metadata(files.told_jpeg() + b"PK\x03\x04 a whole archive")
    assert after.endswith(b"\xff\xd9")
    assert b"archive" not in after


@pytest.mark.parametrize(
    "more", [{"progressive": True}, {"quality": 30, "subsampling": 2}, {"optimize": True}]
)
def test_every_way_of_packing_stays_as_it_was(more: dict[str, Any]) -> None:
    before = files.picture("image/jpeg", exif=files.told_exif(1), **more)
    assert seen(jpeg.without_metadata(before)) == seen(before)


def test_colours_of_print_and_profiles_stay() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    before = files.picture("image/jpeg", files.drawing(mode="CMYK"), icc_profile=profile)
    after = jpeg.without_metadata(before)
    assert seen(after) == seen(before)
    with Image.open(io.BytesIO(after)) as opened:
        assert opened.info["icc_profile"] == profile


def test_the_small_picture_in_the_head_goes() -> None:
    plain = files.picture("image/jpeg")
    small = b"\xff\xe0\x00\x13JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x01" + b"abc"
    with_small = plain[:2] + small + plain[20:]
    after = jpeg.without_metadata(with_small)
    assert b"abc" not in after[:40]
    assert seen(after) == seen(plain)


@pytest.mark.parametrize("cut", [0, 2, 3, 40, 700, -2])
def test_what_is_not_whole_is_left_alone(cut: int) -> None:
    with pytest.raises(NotTakenApart):
        jpeg.without_metadata(files.told_jpeg()[:cut])


def test_what_is_no_jpeg_is_left_alone() -> None:
    for data in (b"\xff\xd8\xff", b"\xff\xd8ab", b"\xff\xd8\xff\xe1\x00\x01", files.told_png()):
        with pytest.raises(NotTakenApart):
            jpeg.without_metadata(data)
