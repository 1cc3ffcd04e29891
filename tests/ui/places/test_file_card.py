"""Before a file goes in, a person sees what it is and what it tells."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evidencekit.operations import looking_at_files as looking
from evidencekit.operations.looking_at_files import Candidate, Fact
from tests.evidencekit.decoding import files
from ui.places.file_card import FACTS, FileCard, told_words


def card(qtbot: QtBot, path: Path, data: bytes) -> FileCard:
    path.write_bytes(data)
    made = FileCard(looking.look_at(path))
    qtbot.addWidget(made)
    made.show()
    return made


def said(made: FileCard) -> str:
    return "\n".join(each.text() for each in made.findChildren(QLabel) if each.isVisible())


def test_a_picture_tells_camera_and_moment_and_hides_the_place(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = card(qtbot, tmp_path / "photo.jpg", files.told_jpeg())
    words = said(made)
    assert "JPEG picture" in words
    assert "Camera: Nokon, PhonePad 4" in words
    assert "When it was taken: 19/11/2012 10:31" in words
    assert "It has a place in it." in words
    assert "51.50722" not in words
    made.show_place.click()
    assert "51.50722, -0.12750" in said(made)
    made.show_place.click()
    assert "51.50722" not in said(made)


def test_metadata_is_left_out_unless_the_person_says_otherwise(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = card(qtbot, tmp_path / "photo.jpg", files.told_jpeg())
    assert made.strip.isChecked()
    made.name.setText("The kitchen.jpg")
    with qtbot.waitSignal(made.added) as asked:
        made.add_button.click()
    candidate, strip = asked.args
    assert isinstance(candidate, Candidate)
    assert (candidate.name, strip) == ("The kitchen.jpg", True)
    again = card(qtbot, tmp_path / "again.jpg", files.told_jpeg())
    again.strip.click()
    with qtbot.waitSignal(again.added) as asked:
        again.add_button.click()
    assert asked.args[1] is False


def test_a_pdf_goes_in_as_it_is_and_that_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    made = card(qtbot, tmp_path / "plan.pdf", files.pdf())
    assert not made.strip.isVisible()
    assert "Title: A plan of the house" in said(made)
    assert "goes in as it is" in said(made)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("holiday.jpg", files.pdf(), "Its name says another kind"),
        ("cut.png", files.told_png()[:90], "damaged or cut short"),
        ("talk.mp3", b"ID3" + bytes(99), "needs their agreement"),
    ],
)
def test_what_to_mind_is_said(
    qtbot: QtBot, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    assert words in said(card(qtbot, tmp_path / name, data))


def test_leaving_it_adds_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    made = card(qtbot, tmp_path / "notes.txt", b"some words")
    with qtbot.assertNotEmitted(made.added), qtbot.waitSignal(made.left):
        made.leave_button.click()


def test_every_fact_has_a_name_and_moments_are_british() -> None:
    assert set(FACTS) == set(Fact)
    assert told_words(Fact.CREATED, "D:20121119103102+00'00'") == "Made on: 19/11/2012 10:31"
    assert told_words(Fact.TAKEN, "some day") == "When it was taken: some day"
