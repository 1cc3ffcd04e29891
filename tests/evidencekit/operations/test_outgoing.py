from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from evidencekit.operations import attaching, hand_over, reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import Wanted
from evidencekit.operations.outgoing import off_the_desk
from tests.world import Person

T = TypeVar("T")


def test_what_is_ready_to_leave_counts_by_kind(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="One")
    ben.writes("document", title="Two")
    ready = hand_over.gather(ben.desk, Wanted())
    assert ready.counts == {"document": 2}
    assert ready.file_name.endswith("-000001.evb")


def test_attachments_are_fetched_a_piece_at_a_time(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = team
    paper = tmp_path / "paper.txt"
    paper.write_bytes(bytes(range(256)) * 10_000)  # two whole pieces and a part of one
    named = attaching.attach_file(ben.desk, paper)
    ben.writes("document", title="Protocol", attachments=[named])
    asked: list[int] = []

    def lend(work: Callable[[Desk], T], /) -> T:
        asked.append(1)
        return work(ben.desk)

    ready = hand_over.gather(ben.desk, Wanted())
    sealed = hand_over.seal(off_the_desk(ready, lend), ben.stick)
    lead.receives(sealed.path)
    held = b"".join(reading.read_attachment(lead.desk, str(named["digest"])))
    assert held == paper.read_bytes()
    assert len(asked) == 4  # the fourth says that there is no more
