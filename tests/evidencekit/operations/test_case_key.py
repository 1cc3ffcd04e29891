import shutil
from pathlib import Path

import pytest

from evidencekit.errors.base import Planned
from evidencekit.errors.case_key import (
    CaseKeyAbsent,
    CaseKeyDamaged,
    CaseKeyMissing,
    CaseKeyNotYours,
    CaseKeyReason,
    NothingHeld,
    NotInCaseKey,
    ReasonNames,
    WrongEntry,
)
from evidencekit.errors.work import LegalHold, NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import backup, care, case_key, destroying, holding, unlock
from evidencekit.operations.case_key import Given, Reason
from evidencekit.operations.destroying import Ending
from evidencekit.operations.holding import Wanted
from tests.world import PASSPHRASE, Person, World, case

WHY = Reason("right-record", "Day 2, at the surgery")


def given(**more: str) -> Given:
    return Given(
        **{
            "agency": "police", "number": "P-1182", "identity": "quibblefax vermotrop",
            "purpose": "to ask for the file", "expires_on": "2013-03-31", **more,
        }
    )  # fmt: skip


@pytest.fixture
def child(lead: Person) -> RecordId:
    return lead.writes("case", **case("SH-04")).record


def folder_of(person: Person) -> Path:
    return person.folder.with_suffix(".case-key")


def test_what_is_held_comes_back_with_a_reason(lead: Person, child: RecordId) -> None:
    case_key.keep(lead.desk, child, given())
    case_key.keep(lead.desk, child, given(agency="gp", number="77", identity=""))
    shown = case_key.open_for(lead.desk, child, WHY)
    assert shown.reference == "SH-04"
    assert [(e.agency, e.number) for e in shown.entries] == [("gp", "77"), ("police", "P-1182")]


def test_it_stands_beside_the_workspace_and_the_workspace_is_as_it_was(
    lead: Person, child: RecordId
) -> None:
    before = sorted(path.name for path in lead.folder.iterdir())
    case_key.keep(lead.desk, child, given())
    assert sorted(path.name for path in lead.folder.iterdir()) == before
    assert sorted(path.name for path in folder_of(lead).iterdir()) == ["names.db", "slot.json"]
    assert folder_of(lead).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "reason", [Reason("", "why"), Reason("right-record", "  "), Reason("curious", "why")]
)
def test_without_a_reason_nothing_opens_and_nothing_is_logged(
    lead: Person, child: RecordId, reason: Reason
) -> None:
    case_key.keep(lead.desk, child, given())
    before = case_key.audit(lead.desk)
    for opens in (case_key.open_for, case_key.begin):
        with pytest.raises(CaseKeyReason):
            opens(lead.desk, child, reason)
    with pytest.raises(CaseKeyReason):
        case_key.forget(lead.desk, child, "police", reason)
    with pytest.raises(CaseKeyReason):
        case_key.destroy(lead.desk, reason)
    assert case_key.audit(lead.desk) == before


def test_a_reason_that_names_somebody_or_runs_on_is_refused(lead: Person, child: RecordId) -> None:
    case_key.keep(lead.desk, child, given())
    with pytest.raises(ReasonNames):
        case_key.open_for(lead.desk, child, Reason("concern", "NHS number 943 476 5919"))
    with pytest.raises(WrongEntry):
        case_key.open_for(lead.desk, child, Reason("concern", "x" * 301))


def test_every_opening_is_logged_inside_and_outside(lead: Person, child: RecordId) -> None:
    case_key.keep(lead.desk, child, given())
    case_key.open_for(lead.desk, child, WHY)
    first, second = case_key.openings(lead.desk)
    assert (first.what, first.reason) == ("kept", "to ask for the file")
    assert (second.what, second.why, second.reason) == ("opened", WHY.why, WHY.words)
    assert second.member == lead.desk.me.id
    assert second.looked_at == ("SH-04",)
    outside = case_key.audit(lead.desk)
    assert [what for _at, what, _about in outside] == ["kept", "opened"]
    assert outside[1][2] == "SH-04, to find the right record at an agency, by Lena Marsh"
    assert WHY.words not in str(outside)


def test_what_is_known_without_opening(lead: Person, child: RecordId, world: World) -> None:
    assert not case_key.status(lead.desk).is_made
    case_key.keep(lead.desk, child, given())
    found = case_key.keep(lead.desk, child, given(agency="gp", expires_on="2012-11-20"))
    assert (found.is_made, found.is_here, found.holds(child)) == (True, True, True)
    assert [(e.reference, e.expires_on) for e in found.held] == [("SH-04", "2012-11-20")]
    assert found.due == ()
    world.clock.put(world.clock.now().replace(month=12))
    assert [line.reference for line in case_key.status(lead.desk).due] == ["SH-04"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"agency": "circus"}, {"agency": ""}, {"purpose": " "}, {"expires_on": ""},
        {"expires_on": "soon"}, {"expires_on": "2012-11-18"}, {"expires_on": "20130331"},
        {"number": "x" * 301}, {"purpose": "x" * 301},
    ],
)  # fmt: skip
def test_an_answer_that_does_not_fit_is_refused_and_makes_nothing(
    lead: Person, child: RecordId, wrong: dict[str, str]
) -> None:
    with pytest.raises(WrongEntry):
        case_key.keep(lead.desk, child, given(**wrong))
    assert not folder_of(lead).exists()


def test_an_entry_of_nothing_and_one_about_no_case_are_refused(
    lead: Person, child: RecordId
) -> None:
    with pytest.raises(NothingHeld):
        case_key.keep(lead.desk, child, given(number=" ", identity=""))
    note = lead.notes(child, "He was asleep.").record
    for record in (note, RecordId("0193402f-8d4e-7cc3-9a5b-0123456789ab")):
        with pytest.raises(NoSuchRecord):
            case_key.keep(lead.desk, record, given())
    assert not folder_of(lead).exists()


def test_what_is_being_typed_is_kept_inside_the_case_key_only(
    lead: Person, child: RecordId
) -> None:
    shown = case_key.begin(lead.desk, child, WHY)
    assert (shown.entries, dict(shown.typing)) == ((), {})
    case_key.keep_typing(lead.desk, child, {"number": "P-11"})
    again = case_key.open_for(lead.desk, child, WHY)
    assert dict(again.typing) == {"number": "P-11"}
    assert again.typed_at
    case_key.keep(lead.desk, child, given())
    assert dict(case_key.open_for(lead.desk, child, WHY).typing) == {}


def test_forgetting_one_entry(lead: Person, child: RecordId) -> None:
    case_key.keep(lead.desk, child, given())
    with pytest.raises(NotInCaseKey):
        case_key.forget(lead.desk, child, "gp", WHY)
    assert case_key.forget(lead.desk, child, "police", WHY).held == ()
    assert case_key.open_for(lead.desk, child, WHY).entries == ()


def test_it_is_destroyed_alone_and_says_so(lead: Person, child: RecordId) -> None:
    case_key.keep(lead.desk, child, given())
    state = care.fingerprint(lead.desk)
    found = case_key.destroy(lead.desk, Reason("other", "The inspection is over."))
    assert not folder_of(lead).exists()
    assert (found.is_made, found.held) == (False, ())
    assert found.destroyed.startswith("2012-11-19T")
    assert found.destroyed.endswith(", Lena Marsh")
    assert care.fingerprint(lead.desk) == state
    assert care.check(lead.desk).is_sound
    assert [what for _at, what, _about in case_key.audit(lead.desk)] == ["kept", "destroyed"]
    with pytest.raises(CaseKeyAbsent):
        case_key.open_for(lead.desk, child, WHY)
    with pytest.raises(CaseKeyAbsent):
        case_key.destroy(lead.desk, WHY)


def test_copies_of_its_bytes_open_for_nobody_once_its_slot_is_gone(
    lead: Person, child: RecordId, tmp_path: Path
) -> None:
    case_key.keep(lead.desk, child, given())
    shutil.copy(folder_of(lead) / "names.db", tmp_path / "saved.db")
    case_key.destroy(lead.desk, WHY)
    case_key.keep(lead.desk, child, given(number="another"))
    shutil.copy(tmp_path / "saved.db", folder_of(lead) / "names.db")
    with pytest.raises(CaseKeyDamaged):
        case_key.open_for(lead.desk, child, WHY)


def test_a_legal_hold_stops_destruction_and_forgetting(lead: Person, child: RecordId) -> None:
    case_key.keep(lead.desk, child, given())
    holding.put_on(lead.desk, Wanted(ground="court", reason="The case of 2015"))
    with pytest.raises(LegalHold):
        case_key.destroy(lead.desk, WHY)
    with pytest.raises(LegalHold):
        case_key.forget(lead.desk, child, "police", WHY)
    assert len(case_key.open_for(lead.desk, child, WHY).entries) == 1


def test_a_backup_and_a_copied_folder_are_without_it(
    lead: Person, child: RecordId, tmp_path: Path
) -> None:
    case_key.keep(lead.desk, child, given())
    saved = tmp_path / "elsewhere" / "copy.evidence"
    saved.parent.mkdir()
    backup.backup(lead.desk, saved)
    assert sorted(path.name for path in saved.parent.rglob("*.case-key")) == []
    copied = unlock.open_workspace(saved, PASSPHRASE, clock=lead.desk.clock)
    with pytest.raises(CaseKeyMissing):
        case_key.open_for(copied, child, WHY)
    unlock.lock(copied)


def test_one_put_beside_another_workspace_is_not_theirs(world: World) -> None:
    lead, ben = world.team()
    child = lead.writes("case", **case("SH-04")).record
    own = ben.writes("case", **case("PO-01", "inspectorate-tracked")).record
    case_key.keep(lead.desk, child, given())
    shutil.copytree(folder_of(lead), folder_of(ben))
    with pytest.raises(CaseKeyNotYours):
        case_key.open_for(ben.desk, own, WHY)


def test_an_absent_a_missing_and_a_damaged_one_are_told_apart(
    lead: Person, child: RecordId, tmp_path: Path
) -> None:
    with pytest.raises(CaseKeyAbsent):
        case_key.open_for(lead.desk, child, WHY)
    case_key.keep(lead.desk, child, given())
    folder_of(lead).rename(tmp_path / "away")
    for work in (
        lambda: case_key.open_for(lead.desk, child, WHY),
        lambda: case_key.keep(lead.desk, child, given()),
        lambda: case_key.destroy(lead.desk, WHY),
    ):
        with pytest.raises(CaseKeyMissing):
            work()
    assert not case_key.status(lead.desk).is_here
    (tmp_path / "away").rename(folder_of(lead))
    (folder_of(lead) / "slot.json").write_bytes(b"{}")
    with pytest.raises(CaseKeyDamaged):
        case_key.open_for(lead.desk, child, WHY)
    (folder_of(lead) / "slot.json").unlink()
    with pytest.raises(CaseKeyDamaged):
        case_key.keep(lead.desk, child, given())
    assert case_key.destroy(lead.desk, WHY).destroyed


def test_what_an_unfinished_making_left_behind_is_made_anew(lead: Person, child: RecordId) -> None:
    folder_of(lead).mkdir()
    (folder_of(lead) / "names.db").write_bytes(b"half")
    assert case_key.keep(lead.desk, child, given()).holds(child)


def test_no_refusal_repeats_an_identity(lead: Person, child: RecordId) -> None:
    for wrong in ({"agency": "circus"}, {"purpose": ""}, {"expires_on": "quibblefax"}):
        with pytest.raises(Planned) as found:
            case_key.keep(lead.desk, child, given(**wrong))
        assert "quibblefax" not in f"{found.value.words}{found.value!r}{found.value.facts}"
    assert "quibblefax" not in repr(given())


def test_destroying_a_workspace_takes_its_case_key_along(
    lead: Person, child: RecordId, tmp_path: Path
) -> None:
    case_key.keep(lead.desk, child, given())
    destroying.destroy(
        lead.desk, Ending(certificate=tmp_path / "certificate.json", reason="Six years.")
    )
    assert not folder_of(lead).exists()
    assert not lead.folder.exists()
