"""Words saved beside a store that would not take them come back, and nobody else's ever do."""

from io import BytesIO
from pathlib import Path

import pytest

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.crypto import envelope, sshsig
from evidencekit.crypto.keys import SigningKey
from evidencekit.errors.rescue import NotARescue, RescueTooLarge
from evidencekit.errors.work import AlreadyThere, FileUnreadable, FileUnwritable
from evidencekit.operations import drafting, rescuing
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.rescuing import NAMESPACE
from tests.world import Person, World

WORDS: dict[str, Json] = {"i_saw": "A bruise on the left cheek."}


def _unsaved(desk: Desk, form: str = "new:case-note") -> Unsaved:
    return Unsaved(form=form, kind="case-note", record="", content=WORDS, at=desk.clock.now())


def test_rescued_words_come_back_as_a_draft_with_their_own_time(
    lead: Person, tmp_path: Path
) -> None:
    saved = _unsaved(lead.desk)
    path = rescuing.save(lead.desk, [saved], tmp_path)
    assert b"bruise" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert drafting.all_drafts(lead.desk) == ()

    found = rescuing.bring_back(lead.desk, path)

    assert (found.taken, found.older) == (("new:case-note",), ())
    (back,) = drafting.all_drafts(lead.desk)
    assert (back.content, back.at) == (WORDS, saved.at)


def test_words_written_later_stay(lead: Person, tmp_path: Path) -> None:
    path = rescuing.save(lead.desk, [_unsaved(lead.desk)], tmp_path)
    drafting.keep_draft(lead.desk, "new:case-note", "case-note", {"i_saw": "Later."})

    assert rescuing.bring_back(lead.desk, path).older == ("new:case-note",)

    (there,) = drafting.all_drafts(lead.desk)
    assert there.content == {"i_saw": "Later."}


def test_files_beside_the_workspace_come_back_once(
    world: World, lead: Person, tmp_path: Path
) -> None:
    beside = lead.desk.folder.parent
    rescuing.save(lead.desk, [_unsaved(lead.desk)], beside)
    (beside / "rescue-of-something-else.age").write_bytes(b"no such thing")
    assert rescuing.bring_back_beside(lead.desk).taken == ("new:case-note",)
    drafting.drop_draft(lead.desk, "new:case-note")
    assert rescuing.bring_back_beside(lead.desk).taken == ()


def test_another_person_cannot_read_it_nor_put_words_in(
    world: World, lead: Person, tmp_path: Path
) -> None:
    other = world.inspector("Ben")
    path = rescuing.save(other.desk, [_unsaved(other.desk)], tmp_path)
    with pytest.raises(NotARescue):
        rescuing.bring_back(lead.desk, path)
    forged = _sealed(lead.desk, other.desk.signing, tmp_path / "rescue-forged.age")
    with pytest.raises(NotARescue):
        rescuing.bring_back(lead.desk, forged)
    assert drafting.all_drafts(lead.desk) == ()


@pytest.mark.parametrize(
    "change", [{"format": "other"}, {"version": 2}, {"texts": "none"}, {"texts": [7]}], ids=str
)
def test_what_is_no_rescue_is_refused_though_it_is_signed(
    lead: Person, tmp_path: Path, change: dict[str, Json]
) -> None:
    path = _sealed(lead.desk, lead.desk.signing, tmp_path / "rescue-x.age", change)
    with pytest.raises(NotARescue):
        rescuing.bring_back(lead.desk, path)
    assert drafting.all_drafts(lead.desk) == ()


def test_damaged_absent_and_huge_files_change_nothing(lead: Person, tmp_path: Path) -> None:
    path = rescuing.save(lead.desk, [_unsaved(lead.desk)], tmp_path)
    whole = path.read_bytes()
    for content, refused in (
        (whole[:-9], NotARescue), (b"no age file", NotARescue),
        (b"x" * (16 * 1024 * 1024 + 1), RescueTooLarge),
    ):  # fmt: skip
        path.write_bytes(content)
        with pytest.raises(refused):
            rescuing.bring_back(lead.desk, path)
    with pytest.raises(FileUnreadable):
        rescuing.bring_back(lead.desk, tmp_path / "nowhere.age")
    assert drafting.all_drafts(lead.desk) == ()


def test_a_folder_that_cannot_be_written_to_is_refused(lead: Person, tmp_path: Path) -> None:
    with pytest.raises((FileUnwritable, AlreadyThere)):
        rescuing.save(lead.desk, [_unsaved(lead.desk)], tmp_path / "nowhere")


def _sealed(
    desk: Desk, key: SigningKey, path: Path, change: dict[str, Json] | None = None
) -> Path:  # fmt: skip
    rescue: dict[str, Json] = {
        "format": "evidencekit-rescue", "version": 1, "at": "2012-11-20T10:00:00Z", "texts": [],
        **(change or {}),
    }  # fmt: skip
    sig = sshsig.sign(canonical.encode(rescue), key, NAMESPACE)
    sealed = BytesIO()
    plain = BytesIO(canonical.encode({"rescue": rescue, "sig": sig}))
    envelope.seal_stream(plain, sealed, [desk.reading.recipient])
    path.write_bytes(sealed.getvalue())
    return path
