from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from evidencekit.analysis.snapshot import Item
from evidencekit.checks.identifiers import find_identifiers
from evidencekit.operations import reading, submit
from evidencekit.rehearsal import crowd
from evidencekit.rehearsal.cast import cast
from evidencekit.rehearsal.performing import perform
from evidencekit.rehearsal.pruning import for_cast
from evidencekit.rehearsal.script import entries
from evidencekit.rehearsal.troupe import Troupe, assemble

COUNT = 60


def staged(folder: Path, seed: str) -> Troupe:
    troupe = assemble(folder, cast(0), seed)
    for entry in for_cast(entries(), {"judith"}):
        if entry.name in {"SH-05", "SH-07"}:
            perform(troupe, entry)
    crowd.write(troupe, troupe.lead, COUNT, seed)
    return troupe


@pytest.fixture
def troupe(tmp_path: Path) -> Iterator[Troupe]:
    made = staged(tmp_path / "one", "s")
    yield made
    made.go_home()


def crowd_of(troupe: Troupe) -> list[Item]:
    desk = troupe.lead.desk
    rows = [
        r for r in reading.rows(desk, limit=reading.EVERY) if r.kind not in {"case", "inspection"}
    ]
    return [reading.item(desk, row.record) for row in rows]


def test_as_many_records_as_were_asked_for_are_submitted(troupe: Troupe) -> None:
    made = crowd_of(troupe)
    assert len(made) == COUNT
    assert {item.state for item in made} == {"submitted"}
    assert {item.kind for item in made} == {"case-note", "journey-event", "observation", "document"}


def test_nothing_blocks_any_of_them(troupe: Troupe) -> None:
    for item in crowd_of(troupe):
        problems = submit.problems_of(troupe.lead.desk, item.record)
        assert not [problem for problem in problems if problem.blocks]


def test_texts_are_as_long_as_notes_are(troupe: Troupe) -> None:
    notes = [item for item in crowd_of(troupe) if item.kind == "case-note"]
    lengths = [len(str(item.fields["record_says"])) for item in notes]
    assert min(lengths) >= crowd.SHORTEST
    assert max(lengths) <= crowd.LONGEST
    assert 600 < median(lengths) < 1300


def test_each_speaks_to_one_to_five_areas(troupe: Troupe) -> None:
    counts = {len(item.area_links) for item in crowd_of(troupe)}
    assert counts <= {1, 2, 3, 4, 5}
    assert len(counts) >= 3


def test_the_same_seed_writes_the_same_words(troupe: Troupe, tmp_path: Path) -> None:
    again = staged(tmp_path / "two", "s")
    assert [i.head.id for i in crowd_of(again)] == [i.head.id for i in crowd_of(troupe)]
    again.go_home()


def test_no_sentence_names_anybody() -> None:
    assert len(crowd.sentences()) > 300
    assert not [sentence for sentence in crowd.sentences() if find_identifiers(sentence)]
