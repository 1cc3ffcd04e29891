"""A file is told by its bytes, whatever its name says."""

import pytest

from evidencekit.decoding import filetype
from evidencekit.decoding.filetype import Family
from tests.evidencekit.decoding import files


@pytest.mark.parametrize("media_type", files.PICTURES)
def test_every_picture_is_told_by_its_bytes(media_type: str) -> None:
    found = filetype.type_of(files.picture(media_type))
    assert (found.media_type, found.family) == (media_type, Family.PICTURE)
    assert found.is_shown


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"%PDF-1.4\n", "application/pdf"),
        (b"PK\x03\x04rest", "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"MZ\x90\x00", "application/x-executable"),
        (b"#!/bin/sh\n", "application/x-executable"),
        (b"#!AMR\n", "audio/unknown"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom", "video/unknown"),
        (b"RIFF\x00\x00\x00\x00WAVE", "audio/unknown"),
        (b"RIFF\x00\x00\x00\x00XXXX\x00", "application/octet-stream"),
        ("The baby was asleep.\r\n\tcafé".encode(), "text/plain"),
        (b"BM is not how a picture begins here.", "text/plain"),
        (b"\xff\xfeT\x00h\x00", "text/plain"),
        (b"text with a zero\x00 in it", "application/octet-stream"),
        (b"", "application/octet-stream"),
        (b" %PDF-1.4 hung behind something else", "text/plain"),
    ],
)  # fmt: skip
def test_other_files_are_told_by_their_bytes(head: bytes, media_type: str) -> None:
    assert filetype.type_of(head).media_type == media_type


def test_a_name_that_promises_another_kind_is_noticed() -> None:
    assert filetype.is_misnamed("holiday.JPG", filetype.PDF)
    assert filetype.is_misnamed("notes.pdf", filetype.TEXT)
    assert not filetype.is_misnamed("holiday.jpeg", filetype.JPEG)
    assert not filetype.is_misnamed("minutes.docx", filetype.ZIP)
    assert not filetype.is_misnamed("no ending", filetype.PDF)


def test_a_type_that_nobody_knows_is_never_shown() -> None:
    assert not filetype.of_media_type("application/x-made-up").is_shown
    assert filetype.of_media_type("image/png") is filetype.PNG
