"""Voices, claims, documents, figures and concerns: the few questions first, the rest folded."""

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import drafting, reading
from evidencekit.records.kinds import KINDS
from evidencekit.store.listing import Only
from tests.ui.keys import focused, show_active
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.reach import check_reach
from ui.places.all import places
from ui.places.concern import raise_concern
from ui.places.doors import begin_record, edit_record
from ui.places.guided_form import GuidedForm
from ui.places.workplace import Workplace

GUIDED = sorted(key for key, kind in KINDS.items() if kind.asked_first)


def begin(workplace: Workplace, qtbot: QtBot, kind: str) -> GuidedForm:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    begin_record(workplace, kind, {})
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, GuidedForm)
    return page


def shown(page: GuidedForm) -> list[str]:
    assert page.form is not None
    return [key for key in page.form.controls if page.form.box(key).isVisibleTo(page)]


def test_these_kinds_are_guided() -> None:
    assert GUIDED == [
        "claim", "concern", "data-point", "disclosure", "document", "feedback", "legal-hold",
        "voice",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", GUIDED)
def test_every_first_question_is_one_of_the_kind_and_all_that_is_needed_is_among_them(
    kind: str,
) -> None:
    declared = KINDS[kind]
    assert set(declared.asked_first) <= {field.key for field in declared.fields}
    needed = {field.key for field in declared.fields if field.required}
    assert needed <= set(declared.asked_first)


@pytest.mark.parametrize("kind", GUIDED)
def test_a_new_form_shows_its_first_questions_and_unfolds_the_rest(
    workplace: Workplace, qtbot: QtBot, kind: str
) -> None:
    page = begin(workplace, qtbot, kind)
    assert set(shown(page)) == set(KINDS[kind].asked_first)
    assert page.form is not None
    assert page.form.control(KINDS[kind].asked_first[0]).isAncestorOf(focused()) or (
        focused() is page.form.control(KINDS[kind].asked_first[0]).focusProxy()
    )
    check_reach(page)
    page.more.click()
    assert set(shown(page)) == {each.key for each in KINDS[kind].fields if not each.by_app}
    assert page.more.isHidden()


def test_a_voice_begins_now_and_a_claim_untested(workplace: Workplace, qtbot: QtBot) -> None:
    voice = begin(workplace, qtbot, "voice")
    assert voice.form is not None
    assert str(voice.form.answers()["started"]).startswith("2012-11-20T10:")
    claim = begin(workplace, qtbot, "claim")
    assert claim.form is not None
    assert claim.form.answers()["tested"] == "no"


def test_nothing_that_was_typed_is_folded_away(workplace: Workplace, qtbot: QtBot) -> None:
    content = {"measure": "Seen in ten days", "comparison": "Half of the year before"}
    do(
        workplace,
        lambda desk: drafting.keep_draft(desk, "new:data-point", "data-point", content),
    )
    page = begin(workplace, qtbot, "data-point")
    assert "comparison" in shown(page)
    assert "definition" not in shown(page)


def test_what_cannot_be_read_is_unfolded_and_nothing_is_saved(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot, "data-point")
    assert page.form is not None
    page.form.control("out_of").set_value("many")
    page.save.click()
    settle(workplace)
    assert "out_of" in shown(page)
    assert do(workplace, lambda desk: reading.rows(desk, Only(kind="data-point"))) == ()


def test_a_record_that_exists_shows_every_question(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    record = add(workplace, "document", {"title": "Policy"})
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    edit_record(workplace, record, "document")
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, GuidedForm)
    assert len(shown(page)) == len(KINDS["document"].fields)


def test_a_concern_is_guided_too(workplace: Workplace, qtbot: QtBot) -> None:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    raise_concern(workplace)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, GuidedForm)
    assert shown(page)
    assert set(shown(page)) == set(KINDS["concern"].asked_first)
