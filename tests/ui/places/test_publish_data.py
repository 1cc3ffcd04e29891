"""Publish data: what goes out and what stays is told first; one folder, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from evidencekit.operations import publishing_key
from tests.ui.places.laptops import Laptop, PressWhenShown, laptops, looks_right, stick_in, words_on
from tests.ui.places.teamed import writes_case_and_note
from ui.places.publish_data import PublishData, show_publish_data


@pytest.fixture(scope="module")
def both(
    look: QObject, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Laptop, Laptop]]:
    with laptops(tmp_path_factory.mktemp("publish")) as (lead, ben):
        writes_case_and_note(lead)
        yield lead, ben


@pytest.fixture
def lead(both: tuple[Laptop, Laptop]) -> Laptop:
    return both[0]


def publishes(lead: Laptop, page: PublishData, stick: Path) -> None:
    page.choose_folder = lambda _near, _question, then: then(stick)
    lead.presses(page, "Publish")


def test_what_goes_out_and_what_stays_is_told_before(lead: Laptop) -> None:
    shown = words_on(lead.shows(PublishData))
    assert "Cases: 1" in shown
    assert "Names, references, texts, files and dates of the calendar never go out." in shown
    assert "Day 1 is the first on site" in shown


def test_it_is_published_to_a_new_folder_and_says_what_next(lead: Laptop, tmp_path: Path) -> None:
    page, stick = lead.shows(PublishData), stick_in(tmp_path)
    page.dates.pill("shifted").click()
    page.tell_area.click()
    publishes(lead, page, stick)
    (made,) = stick.iterdir()
    assert made.name == "published-data"
    assert "Every date is moved" in (made / "README.md").read_text("utf-8")
    assert "Amberford" in (made / "csv" / "publication.csv").read_text("utf-8")
    shown = words_on(page)
    assert "published-data is published" in shown
    assert "Read README.md first" in shown
    publishes(lead, page, stick)
    assert sorted(path.name for path in stick.iterdir())[1] == "published-data-2"


def test_a_shared_key_is_taken_and_let_go(lead: Laptop, tmp_path: Path) -> None:
    page = lead.shows(PublishData)
    publishing_key.make(tmp_path / "national.key")
    page.choose_file = lambda _near, _question, then: then(tmp_path / "national.key")
    lead.presses(page, "Use a shared key")
    assert "Shared, by the key national.key." in words_on(page)
    lead.presses(page, "Use this base's own key")
    assert "Of this base alone" in words_on(page)


def test_a_key_that_is_none_is_refused_in_words(lead: Laptop, tmp_path: Path) -> None:
    page, stick = lead.shows(PublishData), stick_in(tmp_path)
    (tmp_path / "wrong.key").write_text("no key", "utf-8")
    page.choose_file = lambda _near, _question, then: then(tmp_path / "wrong.key")
    lead.presses(page, "Use a shared key")
    publishes(lead, page, stick)
    assert "is not a key for pseudonyms" in page.notice.words
    assert list(stick.iterdir()) == []


def test_a_folder_that_is_gone_is_refused_in_words(lead: Laptop, tmp_path: Path) -> None:
    page = lead.shows(PublishData)
    publishes(lead, page, tmp_path / "gone")
    assert "The publication cannot be written" in page.notice.words


def test_cancelling_leaves_nothing_behind(lead: Laptop, tmp_path: Path) -> None:
    page, stick = lead.shows(PublishData), stick_in(tmp_path)
    PressWhenShown(page.busy.cancel)
    publishes(lead, page, stick)
    assert page.notice.words == "Cancelled. Nothing was published, and nothing was left behind."
    assert list(stick.iterdir()) == []


def test_an_inspector_is_told_who_publishes(both: tuple[Laptop, Laptop]) -> None:
    page = both[1].shows(PublishData)
    assert "Only the lead publishes data." in words_on(page.empty)


def test_asked_for_again_it_stays_as_it_is(lead: Laptop) -> None:
    page = lead.shows(PublishData)
    show_publish_data(lead.place)
    assert lead.window.page is page


def test_everything_is_named_and_nothing_is_clipped(lead: Laptop, tmp_path: Path) -> None:
    page = lead.shows(PublishData)
    publishes(lead, page, stick_in(tmp_path))
    looks_right(page)
