"""Burning: a copy with blocks in it, a log without words, and the records as they were."""

from collections.abc import Iterator

import pytest

from evidencekit.analysis.redactions import withheld
from evidencekit.report.disclosure_burn import burn, burned_outline, still_there
from evidencekit.report.outline import Outline, Paragraph, Table
from tests.asked_for import AskedFor, asked_for
from tests.world import World


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AskedFor]:
    world = World(tmp_path_factory.mktemp("burn"))
    made = asked_for(world)
    made.withholds_all()
    yield made
    world.closes()


def test_no_version_title_or_reason_of_the_copy_holds_the_words(asked: AskedFor) -> None:
    found = asked.seen
    gone = burn(found)
    assert asked.confided not in gone.snapshot.items
    for item in gone.snapshot.items.values():
        told = [item.title, *(str(each.body.fields) for each in item.history)]
        assert not any("Sarah" in each for each in (*told, str(item.fields)))
    assert "Sarah" in str(found.snapshot.items[asked.note].history[0].body.fields)


def test_the_log_names_no_words(asked: AskedFor) -> None:
    log = burn(asked.seen).log
    assert {(each.record, each.length, each.codes) for each in log} == {
        (asked.note, "a few words", ("s40(2)",)),
        (asked.deleted, "a few words", ("s40(2)",)),
    }


def test_every_printed_line_is_burned_and_every_name_of_a_place_stays() -> None:
    table = Table(caption="Ann Lee", headers=("Ann Lee",), rows=(("x", "ann lee"),))
    outline = Outline(
        title="Ann Lee", author="A", subject="S", fingerprint="Ann Lee", taken_at="",
        blocks=(Paragraph(text="Ann  Lee came."), table),
    )  # fmt: skip
    wanted = (withheld("Ann Lee", "s38"),)
    now = burned_outline(outline, wanted)
    assert "Lee" not in f"{now.title} {now.blocks}"
    assert now.fingerprint == "Ann Lee"
    assert burned_outline(outline, ()) is outline
    assert (still_there(str(outline.blocks), wanted), still_there(str(now.blocks), wanted)) == (
        4,
        0,
    )
