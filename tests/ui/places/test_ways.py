"""A way is data: it comes out of the store as it went in, and what is unknown leads nowhere."""

import json

import pytest

from evidencekit import canonical
from evidencekit.canonical import Json
from tests.ui.places.conftest import Known, settle
from ui.places.all import places
from ui.places.case import CasePage
from ui.places.case_note import CaseNote
from ui.places.concern import RaiseConcern
from ui.places.record_page import RecordPage
from ui.places.seen_by_two import SeenByTwo
from ui.places.seen_by_two_pair import PairPage
from ui.places.ways import Do, Way, way_from, way_to, where
from ui.places.workplace import Workplace
from ui.widgets.page import Page

ALL = (
    Way(Do.READ, record="r"),
    Way(Do.READ, "case", "c"),
    Way(Do.WRITE, "case-note", "n"),
    Way(Do.BEGIN, "case-note", given={"case": "c"}),
    Way(Do.CONCERN),
    Way(Do.PAIR, record="r", given={"other": "s"}),
    Way(Do.PAIRS),
)


@pytest.mark.parametrize("way", ALL, ids=str)
def test_a_way_comes_back_from_the_store_as_it_was(way: Way) -> None:
    assert way_from(json.loads(canonical.encode(way.to_json()))) == way


@pytest.mark.parametrize("kept", [None, "read", {}, {"do": "fly"}, ["read"]], ids=str)
def test_what_this_version_does_not_know_leads_nowhere(kept: Json) -> None:
    assert way_from(kept) is None


def test_every_way_opens_its_page_again(workplace: Workplace, known: Known) -> None:
    expected: tuple[tuple[Way, type[Page]], ...] = (
        (Way(Do.READ, record=known.note), RecordPage),
        (Way(Do.READ, "case", known.case), CasePage),
        (Way(Do.WRITE, "case-note", known.note), CaseNote),
        (Way(Do.BEGIN, "case-note", given={"case": known.case}), CaseNote),
        (Way(Do.CONCERN), RaiseConcern),
        (Way(Do.PAIR, record=known.note, given={"other": known.observation}), PairPage),
        (Way(Do.PAIRS), SeenByTwo),
    )
    workplace.window.show_places(places(workplace))
    for way, kind in expected:
        way(workplace)
        settle(workplace)
        page = workplace.window.page
        assert isinstance(page, kind)
        again = way_to(page)
        assert again is not None
        assert (again.do, again.record) == (way.do, way.record)


def test_a_page_that_cannot_come_again_ends_the_trail(workplace: Workplace, known: Known) -> None:
    workplace.window.show_places(places(workplace))
    Way(Do.READ, "case", known.case)(workplace)
    first = workplace.window.page
    assert first is not None
    settle(workplace)

    assert where("Cases", [first, Page("Help"), first]) == {
        "place": "Cases", "pages": [Way(Do.READ, "case", known.case).to_json()],
    }  # fmt: skip
