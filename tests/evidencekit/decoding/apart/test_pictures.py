"""Pictures as dots: upright, flat, within the box; and what they say about themselves."""

import struct

import pytest
from PIL import Image

from evidencekit.decoding.apart import pictures
from evidencekit.decoding.question import Do, Fact, Question
from tests.evidencekit.decoding import files


def asked(media_type: str, **more: int) -> Question:
    return Question(do=Do.SHOW, media_type=media_type, **more)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_shown_the_right_way_up(orientation: int) -> None:
    answer = pictures.show(asked("image/jpeg"), files.told_jpeg(orientation))
    is_turned = orientation >= 5
    assert (answer.width, answer.height) == ((200, 320) if is_turned else (320, 200))
    assert (answer.whole_width, answer.whole_height) == (answer.width, answer.height)


def test_a_quarter_turn_to_the_right_puts_the_top_left_at_the_top_right() -> None:
    answer = pictures.show(asked("image/png", turns=1), files.picture("image/png"))
    assert (answer.width, answer.height) == (200, 320)
    red, _, blue = files.colour(answer, 190, 10)
    assert red > 150 > blue


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "LA"])
def test_every_kind_of_dot_becomes_three_colours(mode: str) -> None:
    answer = pictures.show(asked("image/png"), files.picture("image/png", files.drawing(mode=mode)))
    assert len(answer.dots) == answer.width * answer.height * 3


def test_what_is_clear_lies_on_white_and_deep_grey_stays_grey() -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    answer = pictures.show(asked("image/png"), files.picture("image/png", clear))
    assert set(answer.dots) == {255}
    deep = Image.new("I;16", (8, 8), 32_768)
    answer = pictures.show(asked("image/png"), files.picture("image/png", deep))
    assert set(answer.dots) == {128}


def test_a_picture_is_never_made_larger_than_it_is() -> None:
    answer = pictures.show(asked("image/png", width=5000, height=5000), files.picture("image/png"))
    assert (answer.width, answer.height) == (320, 200)


def test_what_a_telephone_wrote_is_told() -> None:
    answer = pictures.describe(asked("image/jpeg"), files.told_jpeg())
    facts = dict(answer.facts)
    assert facts[Fact.CAMERA] == "Nokon, PhonePad 4"
    assert facts[Fact.TAKEN] == "2012:11:19 10:31:02"
    assert facts[Fact.PLACE] == "51.50722, -0.12750"
    assert facts[Fact.OWNER] == files.CANARY
    assert facts[Fact.SOFTWARE] == "PhonePad 4.1"
    assert files.CANARY in facts[Fact.COMMENT]
    assert files.CANARY in facts[Fact.DESCRIPTION]


def test_words_in_a_png_are_told() -> None:
    answer = pictures.describe(asked("image/png"), files.told_png())
    comments = [said for fact, said in answer.facts if fact is Fact.COMMENT]
    assert f"Author: {files.CANARY}" in comments


def test_a_picture_that_says_nothing_is_told_as_that() -> None:
    for media_type in files.PICTURES:
        facts = pictures.describe(asked(media_type), files.picture(media_type)).facts
        assert {fact for fact, _ in facts} <= {Fact.COMMENT}


def test_a_small_picture_within_is_told() -> None:
    # Two directories: an empty one, and behind it the one of the small picture.
    tags = struct.pack(">2sHIHIHHHIHHI", b"MM", 42, 8, 0, 14, 1, 0x0103, 3, 1, 6, 0, 0)
    told = files.picture("image/jpeg", exif=b"Exif\x00\x00" + tags)
    facts = dict(pictures.describe(asked("image/jpeg"), told).facts)
    assert facts == {Fact.THUMBNAIL: "yes"}
