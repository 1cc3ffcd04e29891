from dataclasses import replace

import pytest

from evidencekit.checks.catalogue import problems_in
from evidencekit.checks.meetings import mappa_of_its_time, may_only_be_viewed, view_only_papers
from tests.evidencekit.checks.making import PACK, alone, at, context

FILE = [{"digest": "0" * 128, "name": "minutes.pdf", "size": 1, "type": "application/pdf"}]
LONG = "word " * 26


def test_a_mappa_meeting_of_its_time_needs_no_word() -> None:
    given = context("observation", what="mappa", mappa={"category": "2", "level": "3"})

    assert alone(mappa_of_its_time, given) == []


def test_a_category_that_did_not_exist_yet_is_refused() -> None:
    given = context("observation", what="mappa", mappa={"category": "4", "level": "2"})

    assert "did not exist in 2012" in at(alone(mappa_of_its_time, given), "mappa.category").words
    later = replace(given, pack=replace(PACK, year=2023))
    assert alone(mappa_of_its_time, later) == []


def test_a_level_needs_its_category() -> None:
    given = context("observation", what="mappa", mappa={"level": "2"})

    assert at(alone(mappa_of_its_time, given), "mappa.category").blocks


def test_a_meeting_at_level_one_is_looked_at() -> None:
    given = context("observation", what="mappa", mappa={"category": "1", "level": "1"})

    assert not at(alone(mappa_of_its_time, given), "mappa.level").blocks


def test_other_meetings_have_no_category() -> None:
    given = context("observation", what="core-group", mappa={"level": "1"})

    assert alone(mappa_of_its_time, given) == []


@pytest.mark.parametrize("what", ["mappa", "marac"])
def test_papers_of_closed_meetings_stay_where_they_were_read(what: str) -> None:
    assert at(
        alone(view_only_papers, context("observation", what=what, files=FILE)), "files"
    ).blocks
    assert alone(view_only_papers, context("observation", what="core-group", files=FILE)) == []


def test_a_document_that_may_only_be_viewed_takes_no_copy() -> None:
    for handling in ("view-only", "seen-not-copied"):
        given = context("document", handling=handling, attachments=FILE)
        assert at(alone(view_only_papers, given), "attachments").blocks
    assert (
        alone(view_only_papers, context("document", handling="copy-kept", attachments=FILE)) == []
    )


def test_a_long_quotation_from_closed_papers_is_noticed() -> None:
    lines = [
        {"kind": "quote", "text": "Three words only."},
        {"kind": "quote", "text": LONG},
        {"kind": "my-view", "text": LONG},
    ]

    found = alone(view_only_papers, context("observation", what="marac", lines=lines))

    assert [problem.field for problem in found] == ["lines.1.text"]
    assert not found[0].blocks
    quoted = context("document", handling="view-only", quotation=LONG)
    assert not at(alone(view_only_papers, quoted), "quotation").blocks


def test_a_category_without_a_level_is_asked_for_it() -> None:
    given = context("observation", what="mappa", mappa={"category": "2"})

    assert not at(alone(mappa_of_its_time, given), "mappa.level").blocks


@pytest.mark.parametrize("what", ["mappa", "marac"])
def test_closed_meetings_are_view_only_under_any_framework(what: str) -> None:
    kinds = tuple(replace(kind, view_only=False) for kind in PACK.observation_kinds)
    loose = replace(PACK, rules=(), observation_kinds=kinds)
    assert may_only_be_viewed(loose, "observation", {"what": what})
    assert not may_only_be_viewed(loose, "observation", {"what": "icpc"})
    held = problems_in(context("observation", pack=loose, what=what, attachments=FILE))
    assert any(one.blocks and one.field == "attachments" for one in held)
    quoted = [{"kind": "quote", "text": LONG}]
    told = problems_in(context("observation", pack=loose, what=what, lines=quoted))
    assert [one.field for one in told if one.rule == "view-only-papers"] == ["lines.0.text"]
