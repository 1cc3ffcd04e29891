"""How the camera was held is read from any bytes, and written as small as can be."""

import io

from hypothesis import given, settings, strategies as st
from PIL import Image

from evidencekit.decoding import parts


def test_what_is_written_is_read_by_us_and_by_others() -> None:
    for orientation in range(1, 9):
        told = parts.minimal_exif(orientation)
        assert parts.orientation_in(told) == orientation
        read = Image.Exif()
        read.load(b"Exif\x00\x00" + told)
        assert dict(read) == {0x0112: orientation}


def test_both_orders_of_bytes_are_read() -> None:
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 8
    exif.endian = "<"
    held.write(exif.tobytes()[6:])
    assert parts.orientation_in(held.getvalue()) == 8


def test_a_number_that_means_nothing_is_upright() -> None:
    assert parts.orientation_in(parts.minimal_exif(9)) == 1
    assert parts.orientation_in(b"") == 1
    assert parts.orientation_in(b"MM\x00*\xff\xff\xff\xff") == 1


@settings(max_examples=80)
@given(st.binary(max_size=80))
def test_no_bytes_bring_it_down(raw: bytes) -> None:
    for head in (b"", b"II*\x00", b"MM\x00*\x00\x00\x00\x08"):
        assert parts.orientation_in(head + raw) in range(1, 9)
