"""Prompts fitting the kind: questions with a state, a count beside what is published."""

import pytest
from PySide6.QtCore import Qt

from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.prompts import shipped_prompts
from evidencekit.operations import drafting
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import add, do, settle
from tests.ui.places.meeting import open_capture
from ui.places.capture import Capture
from ui.places.capture_details_part import ClockCard, PartView
from ui.places.capture_prompts import PromptCard
from ui.places.workplace import Workplace


def opened(workplace: Workplace, what: str, part: str = "there", **more: Json) -> Capture:
    fields: dict[str, Json] = {"what": what, "started": "2012-11-20T09:30", **more}
    page = open_capture(workplace, add(workplace, "observation", fields))
    page.show_details()
    settle(workplace)
    assert page.details is not None
    page.details.show_part(part)
    return page


def view_of(page: Capture, part: str = "there") -> PartView:
    assert page.details is not None
    return page.details.views[part]


def card_of(page: Capture, part: str = "there") -> PromptCard:
    card = view_of(page, part).prompts
    assert card is not None
    card.fold(on=False)
    card.list.setFocus()
    return card


def clock_of(page: Capture) -> ClockCard:
    card = view_of(page).clock
    assert card is not None
    return card


def test_every_kind_shows_each_of_its_prompts_in_one_part(
    workplace: Workplace, pack: FrameworkPack
) -> None:
    for kind in pack.observation_kinds:
        page = opened(workplace, kind.id)
        assert page.details is not None
        shown = []
        for part in page.details.chosen._pills:
            page.details.show_part(part)
            card = view_of(page, part).prompts
            shown += [prompt.id for prompt in card.model.prompts] if card else []
        assert sorted(shown) == sorted(one.id for one in shipped_prompts().asked(kind.id))
        workplace.close_page()
        settle(workplace)


@pytest.mark.parametrize(
    ("key", "state", "said"),
    [("a", "asked", "Asked"), ("n", "noted", "Noted"), ("x", "not-applicable", "Does not apply")],
)
def test_one_key_says_what_was_done_with_a_prompt(
    workplace: Workplace, key: str, state: str, said: str
) -> None:
    page = opened(workplace, "icpc")
    card = card_of(page)
    type_words(key)
    ask = "What did the child live through while waiting for this conference?"
    assert page.sheet.fields["prompts"] == [{"key": "waiting", "ask": ask, "state": state}]
    assert card.model.shown(0).mark == said
    assert card.model.shown(0).spoken == f"{ask} {said}."
    press(Qt.Key.Key_Delete)
    assert "prompts" not in page.sheet.fields
    page.sheet.undo.undo()
    assert card.model.shown(0).mark == said


def test_marks_of_different_parts_stand_together_and_are_durable(workplace: Workplace) -> None:
    page = opened(workplace, "icpc")
    card_of(page)
    type_words("a")
    assert page.details is not None
    page.details.show_part("decided")
    settle(workplace)
    card_of(page, "decided")
    press(Qt.Key.Key_Down)
    type_words("x")
    settle(workplace)
    draft = do(workplace, lambda desk: drafting.draft(desk, page.sheet.form))
    assert draft is not None
    states = [(row["key"], row["state"]) for row in draft.content["prompts"]]  # type: ignore[union-attr,index,call-overload]
    assert states == [("waiting", "asked"), ("core-group-named", "not-applicable")]


def test_the_buttons_and_the_menu_do_what_the_keys_do(workplace: Workplace) -> None:
    page = opened(workplace, "visit", "meaning")
    card = card_of(page, "meaning")
    card.buttons["n"].click()
    assert card.model.state(0) == "noted"
    menu = card.menu()
    menu.actions()[0].trigger()
    assert card.model.state(0) == "asked"
    menu.actions()[-1].trigger()
    assert card.model.state(0) == ""
    menu.close()


def test_other_keys_mark_nothing(workplace: Workplace) -> None:
    page = opened(workplace, "icpc")
    card_of(page)
    type_words("1pq+")
    press(Qt.Key.Key_Return)
    assert "prompts" not in page.sheet.fields


def test_a_prompt_of_another_version_stays_when_others_are_marked(workplace: Workplace) -> None:
    old: Json = {"key": "tea", "ask": "Was there tea?", "state": "asked"}
    page = opened(workplace, "icpc", prompts=[old])
    card_of(page)
    type_words("n")
    held = page.sheet.fields["prompts"]
    assert isinstance(held, list)
    assert held[0] == old
    assert len(held) == 2


def test_the_count_stands_beside_what_is_published(workplace: Workplace) -> None:
    page = opened(workplace, "icpc", counted_from="2012-10-26")
    assert clock_of(page).says.text() == (
        "Held 17 working days after the strategy discussion. "
        "Working Together to Safeguard Children says 15 working days."
    )
    form = view_of(page).form
    form.control("due").set_value("2012-11-16")
    form.changed.emit()
    assert clock_of(page).says.text().endswith("Held 2 working days after the day it was due by.")


def test_without_a_day_only_what_is_published_is_said(workplace: Workplace) -> None:
    page = opened(workplace, "childrens-review")
    said = clock_of(page).says.text()
    assert said.count("regulation 33 says") == 3
    assert said.endswith("Give the day it is counted from to see the count.")
    form = view_of(page).form
    form.control("clock").set_value("first-lac-review")
    form.control("counted_from").set_value("2012-11-06")
    form.changed.emit()
    assert (
        clock_of(page)
        .says.text()
        .startswith("Held 10 working days after the day the child became looked after.")
    )


def test_only_the_clocks_of_its_own_kind_are_offered(workplace: Workplace) -> None:
    page = opened(workplace, "review-conference")
    form = view_of(page).form
    radios = getattr(form.control("clock"), "radios", {})
    assert list(radios) == ["first-review", "later-review"]
    page = opened(workplace, "icpc")
    assert not view_of(page).form.box("clock").isVisible()


def test_a_kind_without_a_clock_says_nothing_of_time(workplace: Workplace) -> None:
    assert view_of(opened(workplace, "marac")).clock is None
    assert view_of(opened(workplace, "visit")).clock is None


def test_no_prompt_and_no_count_is_coloured_by_what_it_says(workplace: Workplace) -> None:
    early = opened(workplace, "icpc", counted_from="2012-11-19")
    tone = clock_of(early).property("tone")
    after = opened(workplace, "icpc", counted_from="2012-01-05")
    assert clock_of(after).property("tone") == tone
    assert clock_of(after).says.property("role") == clock_of(early).says.property("role")
