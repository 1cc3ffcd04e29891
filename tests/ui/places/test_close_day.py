"""Close my day: every matter settled on the spot by keyboard, taken back, and handed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import drafting, reading
from evidencekit.operations.closing_day import Matter, closing_day
from evidencekit.records.meeting_line import lines_of
from tests import world
from tests.ui.keys import focused, press, type_words
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, teamed
from ui.places.all import places
from ui.places.close_day import CloseDay
from ui.places.close_day_areas import AreaCard
from ui.places.close_day_card import ThingCard
from ui.places.evening import show_close_day
from ui.places.hand_over import HandOver
from ui.places.today import Today

NAME = "Chantelle Brathwaite"


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Laptop]:
    with teamed(tmp_path) as (_lead, made):
        yield made


def closes(ben: Laptop) -> CloseDay:
    """Open the page over Today, as the key does."""
    ben.window.show_places(places(ben.place))
    ben.fronts()
    ben.settles()
    show_close_day(ben.place)
    ben.settles()
    page = ben.window.page
    assert isinstance(page, CloseDay)
    return page


def matters(ben: Laptop) -> list[Matter]:
    return [each.matter for each in ben.does(closing_day).things]


def line(key: str, text: str, *areas: str) -> dict[str, Json]:
    made: dict[str, Json] = {"key": key, "time": "09:31", "kind": "observed", "text": text}
    return {**made, "areas": list(areas)} if areas else made


def watches(ben: Laptop, *lines: Json, **more: Json) -> RecordId:
    return ben.writes(
        "observation",
        {
            "what": "strategy-meeting", "started": "2012-11-19T09:30",
            "ended": "2012-11-19T10:30", "lines": list(lines), "source_roles": ["team-manager"],
            "consent": {"status": "given", "given_by": ["chair"], "how": "spoken",
                        "at": "2012-11-19T09:25"}, **more,
        },
    )  # fmt: skip


def item(ben: Laptop, record: RecordId) -> Item:
    return ben.does(lambda desk: reading.item(desk, record))


def settled_by(ben: Laptop, *keys: Qt.Key) -> None:
    for key in keys:
        press(key)
        ben.settles()


def test_an_empty_day_is_closed_at_once(ben: Laptop) -> None:
    page = closes(ben)
    shown = words_on(page)
    assert "Your day is closed" in shown
    assert "Everything is handed over. Good night." in shown


def test_lines_are_sorted_by_one_key_each_and_the_next_has_the_keyboard(ben: Laptop) -> None:
    record = watches(ben, line("1", "First."), line("2", "Second."), line("3", "Third.", "E1"))
    page = closes(ben)
    assert isinstance(focused(), AreaCard)
    assert "First." in words_on(page)
    settled_by(ben, Qt.Key.Key_7)
    assert isinstance(focused(), AreaCard)
    assert "Second." in focused().accessibleName()
    settled_by(ben, Qt.Key.Key_Equal)
    assert [each.areas for each in lines_of(item(ben, record).fields)] == [
        ("E7",), ("E12",), ("E1",),
    ]  # fmt: skip
    assert Matter.AREAS not in matters(ben)


def test_a_record_asks_which_way_it_points_and_esc_goes_back_to_the_areas(ben: Laptop) -> None:
    record = ben.writes("claim", {"claim": "All are seen.", "started": "2012-11-19T09:00"})
    page = closes(ben)
    settled_by(ben, Qt.Key.Key_3)
    assert "which way does it point?" in words_on(page)
    settled_by(ben, Qt.Key.Key_Escape)
    assert ben.window.page is page
    settled_by(ben, Qt.Key.Key_9, Qt.Key.Key_W)
    (link,) = item(ben, record).area_links
    assert (link.area, link.polarity) == ("E9", "weakness")


def test_undo_brings_the_thing_back_and_asks_it_again(ben: Laptop) -> None:
    record = watches(ben, line("1", "First."), line("2", "Second."))
    page = closes(ben)
    settled_by(ben, Qt.Key.Key_7)
    ben.window.undo.undo()
    ben.settles()
    assert [each.areas for each in lines_of(item(ben, record).fields)] == [(), ()]
    assert page.current is not None
    assert page.current.says == "First."
    assert not ben.window.undo.canUndo()


def test_what_is_left_still_counts_and_is_never_in_the_way(ben: Laptop) -> None:
    watches(ben, line("1", "First."))
    page = closes(ben)
    settled_by(ben, Qt.Key.Key_L)
    assert "Without an area: 1 left" in words_on(page)
    assert "1 of them left for another day" in words_on(page)
    assert page.current is not None
    assert page.current.matter is Matter.SUBMITTING
    settled_by(ben, Qt.Key.Key_Return)  # submit it
    assert "1 thing left for another day" in words_on(page)
    assert matters(ben) == [Matter.AREAS]


def test_a_date_is_typed_and_a_half_typed_one_changes_nothing(ben: Laptop) -> None:
    areas: Json = [{"area": "E9", "polarity": "context"}]
    record = ben.writes("document", {"title": "Policy", "says": "It says.", "areas": areas})
    closes(ben)
    type_words("19")
    settled_by(ben, Qt.Key.Key_Return)
    assert item(ben, record).at == ""
    settled_by(ben, Qt.Key.Key_Tab)
    type_words("11")
    settled_by(ben, Qt.Key.Key_Tab)
    type_words("2012")
    settled_by(ben, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    type_words("905")
    settled_by(ben, Qt.Key.Key_Return)
    assert item(ben, record).at == "2012-11-19T09:05"


def test_a_meeting_gets_its_end(ben: Laptop) -> None:
    record = watches(ben, line("1", "First.", "E1"), ended="")
    closes(ben)
    type_words("1045")
    settled_by(ben, Qt.Key.Key_Return)
    assert item(ben, record).fields["ended"] == "2012-11-19T10:45"


def test_a_concern_is_closed_here_and_not_without_how_it_ended(ben: Laptop) -> None:
    record = ben.writes(
        "concern",
        {"nature": "Alone at night.", "lead_told_at": "2012-11-19T09:40", "immediate": "yes"},
    )
    page = closes(ben)
    assert "Alone at night." in words_on(page)
    ben.presses(page, "Close the concern")
    assert "A reason is needed to close a concern." in page.notice.words
    assert matters(ben) == [Matter.CONCERNS]
    page.first_focus().setFocus()  # type: ignore[union-attr]
    type_words("With her aunt.")
    settled_by(ben, Qt.Key.Key_Return)
    fields = item(ben, record).fields
    assert (fields["state"], fields["outcome"]) == ("closed", "With her aunt.")
    assert fields["closed_by"] == ben.place.me.id
    assert matters(ben) == []


def test_words_typed_here_are_kept_and_come_back(ben: Laptop) -> None:
    ben.writes("concern", {"nature": "Alone at night.", "lead_told_at": "2012-11-19T09:40"})
    page = closes(ben)
    type_words("With her au")
    ben.settles()
    (kept,) = ben.does(drafting.all_drafts)
    assert kept.content["outcome"] == "With her au"
    ben.window.close_page()
    assert isinstance(ben.window.page, Today)
    again = closes(ben)
    assert again is not page
    assert isinstance(again.card, ThingCard)
    assert [each.matter for each in ben.does(closing_day).things] == [Matter.CONCERNS]
    ben.presses(again, "Close the concern")
    assert ben.does(drafting.all_drafts) == ()
    assert matters(ben) == []


def test_consent_is_recorded_here(ben: Laptop) -> None:
    record = ben.writes(
        "voice", {"who": "child", "own_words": "Nobody asked me.", "started": "2012-11-19T09:00",
                  "areas": [{"area": "E4", "polarity": "weakness"}]},
    )  # fmt: skip
    page = closes(ben)
    assert page.current is not None
    assert page.current.matter is Matter.CONSENT
    form = getattr(page.card, "questions", None)
    assert form is not None
    told: Json = {
        "status": "given", "given_by": ["child"], "how": "spoken", "at": "2012-11-19T08:55",
    }  # fmt: skip
    form.set_answers({"consent": told})
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ben.settles()
    assert Matter.CONSENT not in matters(ben)
    assert item(ben, record).fields["consent"] == told


def test_a_name_is_put_right_here_and_what_stood_there_can_be_destroyed(ben: Laptop) -> None:
    child = ben.writes("case", world.case("OWN-B1", "inspectorate-tracked"))
    record = ben.writes("case-note", world.note(child, f"{NAME} rang 07700 900123."))
    page = closes(ben)
    assert page.current is not None
    assert page.current.matter is Matter.IDENTITIES
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_words("The mother rang.")
    ben.presses(page, "Save, and destroy what stood there")
    assert item(ben, record).fields["i_saw"] == "The mother rang."
    history = ben.does(lambda desk: reading.history(desk, record))
    assert [each.is_erased for each in history] == [True, False]
    assert Matter.IDENTITIES not in matters(ben)


def test_what_names_nobody_is_not_asked_again(ben: Laptop) -> None:
    ben.writes("claim", {"claim": "Ring 07700 900123.", "started": "2012-11-19T09:00"})
    page = closes(ben)
    ben.presses(page, "It names nobody")
    assert Matter.IDENTITIES not in matters(ben)
    page.notice.findChildren(type(page.hand_over))[0].click()  # Undo
    ben.settles()
    assert Matter.IDENTITIES in matters(ben)


def test_text_never_saved_is_carried_on_with_or_thrown_away_and_brought_back(ben: Laptop) -> None:
    ben.place.keep("new:document", "document", {"title": "Half typed"})
    ben.settles()
    page = closes(ben)
    assert "Half typed" in words_on(page)
    ben.presses(page, "Throw it away")
    assert ben.does(drafting.all_drafts) == ()
    ben.window.undo.undo()
    ben.settles()
    assert [each.content["title"] for each in ben.does(drafting.all_drafts)] == ["Half typed"]
    settled_by(ben, Qt.Key.Key_Return)
    assert ben.window.page is not page
    assert "New document" in words_on(ben.window.page)  # type: ignore[arg-type]


def test_all_that_are_ready_are_submitted_together_and_taken_back_together(ben: Laptop) -> None:
    child = ben.writes("case", world.case("OWN-B1", "inspectorate-tracked"))
    for _each in range(3):
        ben.writes("case-note", world.note(child, "The plan had no dates."))
    page = closes(ben)
    ben.presses(page, "Submit all 3 that are ready")
    assert matters(ben) == []
    ben.window.undo.undo()
    ben.settles()
    assert matters(ben) == [Matter.SUBMITTING] * 3


def test_any_thing_can_be_gone_to_and_opens_on_the_spot(ben: Laptop) -> None:
    watches(ben, line("1", "First."), line("2", "Second."))
    page = closes(ben)
    ben.presses(page, "Second. Observation: Strategy discussion or meeting")
    assert page.current is not None
    assert page.current.line == "2"
    ben.presses(page, "Not submitted: 1")
    assert page.current.matter is Matter.SUBMITTING


def test_after_the_last_thing_enter_hands_over(ben: Laptop, tmp_path: Path) -> None:
    stick = stick_in(tmp_path)
    watches(ben, line("1", "First."))
    page = closes(ben)
    ben.window.go("Hand over")
    there = ben.window.page
    assert isinstance(there, HandOver)
    there.choose_folder = lambda _near, _question, then: then(stick)
    ben.window.go("Today")
    ben.settles()
    page.first_focus().setFocus()  # type: ignore[union-attr]
    settled_by(ben, Qt.Key.Key_7, Qt.Key.Key_Return)
    assert "Your day is closed" in words_on(page)
    settled_by(ben, Qt.Key.Key_Return)
    assert ben.window.page is there
    assert "Bundle no. 1 is saved" in words_on(there)
    assert len(list(stick.iterdir())) == 1
    ben.window.go("Today")
    ben.settles()
    assert "Everything is handed over. Good night." in words_on(page)


def test_nothing_that_is_open_stops_anybody_from_handing_over(ben: Laptop, tmp_path: Path) -> None:
    watches(ben, line("1", "First."))
    ben.writes("concern", {"nature": "Alone at night."})
    assert closes(ben).hand_over.isEnabled()
    assert hands_over(ben, stick_in(tmp_path)).revisions == 2


def test_every_card_is_named_and_nothing_is_clipped(ben: Laptop) -> None:
    watches(ben, line("1", "First."), ended="")
    ben.writes("document", {"title": "Policy"})
    ben.writes("claim", {"claim": f"{NAME} rang 07700 900123."})
    ben.writes("voice", {"own_words": "Nobody asked me.", "started": "2012-11-19T09:00"})
    ben.writes("concern", {"nature": "Alone at night."})
    ben.place.keep("new:document", "document", {"title": "Half typed"})
    ben.settles()
    page = closes(ben)
    for matter in Matter:
        thing = ben.does(closing_day).of(matter)[0]
        page._choose(thing)
        ben.settles()
        looks_right(page)


def test_asking_twice_opens_one_page(ben: Laptop) -> None:
    page = closes(ben)
    show_close_day(ben.place)
    assert ben.window.page is page
