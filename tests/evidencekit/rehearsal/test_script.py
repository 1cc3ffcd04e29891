"""What the script promises: every corner of the framework, and nobody's name."""

from collections import Counter
from importlib.resources import files
from itertools import pairwise, repeat

import pytest

from evidencekit.checks.identifiers import find_identifiers
from evidencekit.framework import library
from evidencekit.rehearsal.pruning import mentioned
from evidencekit.rehearsal.script import Entry, entries, tables
from evidencekit.rehearsal.spelling import Spelled, as_text, rows
from evidencekit.rehearsal.week import instant

PACK = library.get("macp-2012")
ALL = entries()
FIRST = {entry.name: entry for entry in ALL if not entry.of}
# The one name in the script: a slip that is put right and erased on Thursday.
SLIPPED = "note-cq01-attendances"


def of(kind: str) -> list[Entry]:
    return [entry for entry in FIRST.values() if entry.kind == kind]


def said(entry: Entry, key: str) -> str:
    return as_text(entry.answers.get(key, ""))


def words_of(kind: str, key: str) -> set[str]:
    return {word for entry in of(kind) for word in said(entry, key).split()}


@pytest.mark.parametrize(
    ("kind", "key", "promised"),
    [
        ("case", "scope_groups", PACK.scope_groups),
        ("case", "stages", PACK.stages),
        ("observation", "what", PACK.observation_kinds),
    ],
)
def test_every_group_stage_and_kind_of_observation_is_there(
    kind: str, key: str, promised: tuple[object, ...]
) -> None:
    ids = {str(getattr(each, "id", "")) for each in promised}
    # A case that was stepped up or put on a plan gets that stage in a later version.
    later = {
        w for e in ALL if e.of in FIRST and FIRST[e.of].kind == kind for w in said(e, key).split()
    }
    assert words_of(kind, key) | later == ids


def test_every_area_has_evidence() -> None:
    linked = {
        row.split(" ")[0]
        for entry in ALL
        for row in rows(said(entry, "areas"))
        if entry.kind != "finding"
    }
    assert {area.id for area in PACK.areas} <= linked


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("observation", 20), ("case-note", 35), ("journey-event", 45), ("voice", 12),
        ("claim", 8), ("document", 5), ("data-point", 5), ("score", 40), ("finding", 10),
        ("judgement", 4), ("query", 3), ("answer", 2), ("concern", 1),
    ],
)  # fmt: skip
def test_there_is_enough_of_every_kind(kind: str, least: int) -> None:
    assert len(of(kind)) >= least


def test_eight_cases_are_shared_with_siblings_and_an_unborn_child_among_them() -> None:
    shared = [entry for entry in of("case") if said(entry, "sample_type") == "shared-tracked"]
    assert len(shared) == 8
    assert {entry.by for entry in shared} == {"judith"}
    assert any(said(entry, "unborn") == "yes" for entry in shared)
    assert sum("siblings" in entry.answers for entry in ALL) >= 3


def test_every_inspector_has_cases_of_their_own() -> None:
    own = Counter(entry.by for entry in of("case") if not said(entry, "reference").startswith("SH"))
    assert own.keys() == {"judith", "tom", "priya", "gwen"}


def test_everything_named_was_written_before() -> None:
    for entry in ALL:
        kind = FIRST[entry.record].kind
        for name in mentioned(entry, kind).records:
            assert FIRST[name].written < entry.written, (entry.name, name)


def test_nobody_names_what_they_cannot_hold_yet() -> None:
    """Only the lead receives what others write; the others hold their own and the lead's."""
    for entry in ALL:
        if entry.by == "judith":
            continue
        for name in mentioned(entry, FIRST[entry.record].kind).records:
            assert FIRST[name].by in {entry.by, "judith"}, (entry.name, name)


CAST = {entry.by for entry in ALL}  # keys of colleagues, spelled where a member is meant
HERE = frozenset({"amberford"})  # the area of the inspection, which no guard marks


def test_nothing_looks_like_a_name_but_the_slip() -> None:
    meant = {"inspection", "member"}  # organisations and colleagues stand there by design
    for entry in ALL:
        kind = FIRST[entry.record].kind
        found = [] if kind in meant else [
            text for value in entry.answers.values() for text in _plain(value)
            if not set(text.split()) <= CAST and find_identifiers(" ".join(text.split()), HERE)
        ]  # fmt: skip
        assert bool(found) == (entry.name == SLIPPED), (entry.name, found)


def _plain(value: Spelled) -> list[str]:
    return [cell for row in rows(as_text(value)) for cell in row.split(" | ")]


def test_papers_that_are_only_viewed_are_not_quoted_at_length() -> None:
    closed = [entry for entry in of("observation") if said(entry, "what") in {"mappa", "marac"}]
    assert len(closed) == 2
    for entry in closed:
        quoted = [row for row in rows(said(entry, "lines")) if " | quote | " in row]
        assert all(len(row.split(" | ")[3].split()) <= 25 for row in quoted)


def test_the_four_voices_of_a_case_note_are_kept_apart() -> None:
    for key, least in (
        ("record_says", 30),
        ("worker_says", 25),
        ("child_says", 8),
        ("my_view", 30),
    ):
        assert sum(key in entry.answers for entry in of("case-note")) >= least


def _opposed(view: tuple[str, str], views: set[tuple[str, str]]) -> bool:
    by, polarity = view
    return polarity == "strength" and any(
        other != by and what == "weakness" for other, what in views
    )


def test_inspectors_contradict_each_other() -> None:
    seen: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for entry in of("case-note"):
        for row in rows(said(entry, "areas")):
            area, polarity, *_ = row.split(" | ")
            seen.setdefault((said(entry, "case"), area), set()).add((entry.by, polarity))
    opposed = {place for place, views in seen.items() if any(map(_opposed, views, repeat(views)))}
    assert {("SH-03", "E2"), ("SH-01", "E6")} <= opposed


def test_two_grades_lie_two_steps_apart() -> None:
    scale = [grade.id for grade in PACK.grades]
    by_place: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for entry in of("score"):
        if grade := said(entry, "grade"):
            place = (said(entry, "area"), said(entry, "case"))
            by_place.setdefault(place, []).append((entry.by, scale.index(grade)))
    apart = [p for p, v in by_place.items() if max(g for _, g in v) - min(g for _, g in v) >= 2]
    assert ("E2", "SH-03") in apart


def test_not_looked_at_and_none_found_are_both_said() -> None:
    assert {"graded", "not-looked-at", "looked-none-found"} <= words_of("score", "status")


def test_claims_are_tested_untested_and_contradicted() -> None:
    later = {word for entry in ALL for word in said(entry, "result").split()}
    assert {"borne-out", "partly", "not-borne-out"} <= later
    assert {"yes", "no"} <= words_of("claim", "tested")


def test_journeys_are_told_by_several_agencies_with_dates_as_exact_as_they_are() -> None:
    lanes: dict[str, set[str]] = {}
    for entry in of("journey-event"):
        lanes.setdefault(said(entry, "case"), set()).add(said(entry, "agency"))
    assert len([case for case, agencies in lanes.items() if len(agencies) >= 3]) >= 3
    dates = {len(said(entry, "when").removeprefix("about ")) for entry in of("journey-event")}
    assert {len("2012-06-14"), len("2012-06")} <= dates
    assert any(said(entry, "when").startswith("about") for entry in of("journey-event"))


def test_no_child_was_only_suggested_by_the_area() -> None:
    assert {"authority", "inspector", "self", "group", "met"} == words_of("voice", "route")


def test_one_judgement_has_a_recorded_dissent_and_none_is_of_one_agency() -> None:
    assert {said(entry, "judgement") for entry in of("judgement")} == {"J1", "J2", "J3", "J4"}
    assert [
        said(entry, "judgement") for entry in of("judgement") if said(entry, "not_agreed_by")
    ] == ["J2"]
    assert not any(said(entry, "owner") for entry in of("judgement"))


def test_notes_are_written_when_they_say_and_some_are_declared() -> None:
    assert {entry.declared for entry in ALL} == {"", "reconstructed", "transcribed"}
    assert all(entry.why for entry in ALL if entry.declared or entry.of)


def test_notes_have_several_sentences() -> None:
    for entry in of("observation"):
        assert said(entry, "write_up").count(".") >= 2, entry.name


def test_no_file_of_the_script_grows_beyond_three_hundred_lines() -> None:
    folder = files("resources").joinpath("rehearsal")
    lengths = {name: folder.joinpath(name).read_text("utf-8").count("\n") for name in tables()}
    assert len(lengths) >= 15
    assert max(lengths.values()) < 300


def test_nobody_is_in_two_places_at_once() -> None:
    for person in ("judith", "tom", "priya", "gwen"):
        hours = sorted(
            (instant(said(entry, "started")), instant(said(entry, "ended")), entry.name)
            for entry in FIRST.values()
            if entry.by == person and "ended" in entry.answers
        )
        for (_begins, ends, name), (begins, _ends, next_name) in pairwise(hours):
            assert ends <= begins, (name, next_name)


def test_nothing_is_written_before_it_happened() -> None:
    for entry in FIRST.values():
        if "started" in entry.answers:
            over = said(entry, "ended" if "ended" in entry.answers else "started")
            assert instant(over) <= entry.written, entry.name


def test_the_lines_of_a_meeting_lie_within_it_in_order() -> None:
    for entry in of("observation"):
        times = [row.split(" | ")[0] for row in rows(said(entry, "lines"))]
        begins, ends = said(entry, "started").split()[1], said(entry, "ended").split()[1]
        assert times == sorted(times), entry.name
        assert begins <= times[0], entry.name
        assert times[-1] <= ends, entry.name
