"""What can be left out is left out; the rest is said to stay as it is."""

from evidencekit.decoding import filetype, stripping
from tests.evidencekit.decoding import files


def test_jpeg_and_png_can_be_rid_of_their_metadata_and_others_cannot() -> None:
    able = {kind for kind in filetype.BY_MEDIA_TYPE.values() if stripping.can_strip(kind)}
    assert able == {filetype.JPEG, filetype.PNG}
    assert stripping.stripped(filetype.PDF, files.pdf()) is None
    assert stripping.stripped(filetype.WEBP, files.picture("image/webp")) is None


def test_a_picture_without_metadata_comes_out_as_it_went_in() -> None:
    once = stripping.stripped(filetype.JPEG, files.told_jpeg())
    assert once is not None
    assert stripping.stripped(filetype.JPEG, once) == once


def test_a_damaged_picture_is_left_as_it_is() -> None:
    assert stripping.stripped(filetype.JPEG, files.told_jpeg()[:500]) is None
    assert stripping.stripped(filetype.PNG, b"") is None
