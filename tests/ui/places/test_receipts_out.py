"""Receipts for several merges go to one folder; what stops one is said, and those before stand."""

from pathlib import Path

from evidencekit.errors.base import Planned
from tests.ui.places.laptops import stick_in
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.receipts_out import ReceiptsOut


def test_each_merge_is_answered_and_the_first_refusal_ends_it(tmp_path: Path) -> None:
    with teamed(tmp_path) as (lead, ben):
        batches = []
        for reference in ("OWN-B1", "OWN-B2"):
            writes_case_and_note(ben, reference)
            path = hands_over(ben, stick_in(tmp_path)).path
            batches.append(receives(lead, path).batch)
        out = ReceiptsOut(lead.place, lead.window)
        files: list[tuple[Path, ...]] = []
        answered: list[int] = []
        refused: list[Planned] = []
        out.done.connect(files.append)
        out.written.connect(answered.append)
        out.refused.connect(refused.append)
        back = stick_in(tmp_path, "back")
        out.write(batches, back)
        lead.settles()
        assert sorted(files[0]) == sorted(back.iterdir())
        assert answered == batches
        out.write([99, *batches], back)
        lead.settles()
        assert [each.code for each in refused] == ["work.no-such-batch"]
        assert len(list(back.iterdir())) == 2
