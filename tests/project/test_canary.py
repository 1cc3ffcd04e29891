"""Evidence stays in the store, in sealed bundles and in the report that was asked for.

A nonsense phrase goes into every free text there is; the journeys of an inspection are walked; then
files, logs, settings, refusals and what the command line said are searched for it.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.cli import main
from evidencekit.errors.base import Planned
from evidencekit.errors.crypto import (
    NotAddressedToYou,
    NotAnAgeFile,
    WrongPassphrase,
)
from evidencekit.errors.merge import UnknownSide
from evidencekit.errors.report import ReportPlaceClosed
from evidencekit.errors.work import (
    BadLine,
    LeadOnly,
    LegalHold,
    NotAClash,
    NotReady,
    NotYours,
    ReasonNeeded,
    TooMuchText,
)
from evidencekit.ids import AttachmentId, RecordId, RevisionId
from evidencekit.operations import (
    add,
    backup,
    capture,
    care,
    case_key,
    decide,
    destroying,
    drafting,
    holding,
    publish,
    reading,
    receipts,
    receive,
    trusting,
    unlock,
    withdrawing,
)
from evidencekit.operations.destroying import Ending
from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds import KINDS
from evidencekit.store import attachments
from tests.evidencekit.bundle.forge import Forgery
from tests.project.canary import PHRASE, Filler, Watch, forms_of, quietly_everything
from tests.world import PASSPHRASE, Person, World, case

LEFT_TO_OPERATIONS = ("erasure", "decision", "member", "inspection")
PHOTO = f"a photograph of {PHRASE}".encode()


@pytest.fixture
def watch(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Watch:
    """Watch one folder in which temp files, settings and caches would have to appear."""
    quietly_everything()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        (tmp_path / "temp").mkdir(exist_ok=True)
        monkeypatch.setenv(name, str(tmp_path / "temp"))
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    return Watch(tmp_path, caplog)


@pytest.fixture
def world(watch: Watch) -> Iterator[World]:
    made = World(watch.root)
    yield made
    made.closes()


def attach(person: Person) -> dict[str, Json]:
    digest = AttachmentId(hashlib.sha512(PHOTO).hexdigest())
    attachments.keep_stream(person.desk.database, digest, len(PHOTO), "image/png", [PHOTO])
    return {"digest": digest, "name": PHRASE, "size": len(PHOTO), "type": "image/png"}


def writes_everything(person: Person, about: RecordId) -> list[RecordId]:
    """Fill every question of every kind this person may write, through the strict door."""
    (version,) = reading.item(person.desk, about).heads
    filler = Filler(person.desk.pack, about, version.id, person.desk.me.id, attach(person))
    written: list[RecordId] = []
    for kind in KINDS.values():
        if kind.key in LEFT_TO_OPERATIONS:
            continue
        line = json.dumps({"body": filler.fill(kind), "reason": PHRASE}).encode()
        if may_write(person, kind):
            written += add.add_lines(person.desk, kind.key, [line]).records
    return written


def may_write(person: Person, kind: Kind) -> bool:
    return person.desk.is_lead or kind.writer in {Writer.ANYONE, Writer.DRAFTS}


def test_what_is_looked_for_would_be_found(watch: Watch) -> None:
    for content in (
        PHRASE.upper().encode(), PHRASE.encode("utf-16"), f"xx{PHRASE}".encode().hex().encode(),
        json.dumps({"a": PHRASE}).encode(),
    ):  # fmt: skip
        assert watch.is_in(content)
    for form in forms_of(PHRASE):
        assert len(form) > 20
    (watch.root / "temp" / "left.txt").write_text(PHRASE)
    assert watch.told() == ["left.txt"]


def test_writing_leaves_nothing_outside_the_store(world: World, watch: Watch) -> None:
    lead, ben = world.team()
    child = lead.writes("case", **case(), why_selected=PHRASE).record
    ben.receives(lead.hands_over(BundleKind.RETURN))
    for person in (lead, ben):
        written = writes_everything(person, child)
        assert len(written) >= 10
        for record in written:
            kind = reading.item(person.desk, record).kind
            form = f"capture:{record}"
            drafting.keep_draft(person.desk, form, kind, {"text": PHRASE}, record=record)
            person.corrects(record, PHRASE, **reading.item(person.desk, record).fields)
        assert reading.search(person.desk, PHRASE)
        assert drafting.all_drafts(person.desk)
    assert watch.told() == []


def test_the_journal_of_an_open_transaction_is_sealed_too(world: World, watch: Watch) -> None:
    lead = world.lead()
    lead.writes("document", title=PHRASE)
    with lead.desk.database.transaction():
        for number in range(20):
            form = f"new:{number}"
            drafting.keep_draft(lead.desk, form, "document", {"title": PHRASE * 400})
        journal = lead.folder / "store.db-journal"
        assert journal.stat().st_size > 0
        assert watch.told() == []


def test_the_journeys_of_an_inspection_leave_nothing_behind(world: World, watch: Watch) -> None:
    lead, ben = world.team()
    child = lead.writes("case", **case()).record
    ben.receives(lead.hands_over(BundleKind.RETURN))
    written = writes_everything(ben, child)
    seen = ben.notes(child, PHRASE)
    ben.submits(seen.record)
    capture.delete(ben.desk, written[0], PHRASE)
    capture.erase(ben.desk, reading.item(ben.desk, written[1]).heads[0].id, PHRASE)
    drafting.keep_draft(ben.desk, "new:document", "document", {"title": PHRASE})
    joined = lead.receives(ben.hands_over())
    decide.accept(lead.desk, seen.record, PHRASE)
    decide.set_aside(lead.desk, written[2], PHRASE)
    receipt = receipts.write_receipt(lead.desk, joined.batch, lead.stick)
    ben.receives(receipt)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert watch.told() == []

    assert care.check(lead.desk).is_sound
    care.rebuild(lead.desk)
    backup.backup(lead.desk, watch.root / "copy.evidence")
    withdrawing.withdraw(lead.desk, (joined.batch,), PHRASE)
    lead.receives(ben.hands_over(BundleKind.FULL))
    for person in (lead, ben):
        person.locks()
    backup.restore(watch.root / "copy.evidence", watch.root / "again.evidence", PASSPHRASE)
    assert watch.told() == []


def test_the_case_key_never_travels(world: World, watch: Watch) -> None:
    lead, ben = world.team()
    child = lead.writes("case", **case()).record
    why = case_key.Reason("right-record", PHRASE)
    given = case_key.Given(
        agency="gp", number=PHRASE, identity=PHRASE, purpose=PHRASE, expires_on="2013-01-31"
    )
    case_key.keep(lead.desk, child, given)
    case_key.begin(lead.desk, child, why)
    case_key.keep_typing(lead.desk, child, {"identity": PHRASE})
    case_key.forget(lead.desk, child, "gp", why)
    case_key.keep(lead.desk, child, given)
    lead.submits(lead.notes(child, "The baby was asleep.").record)
    ben.receives(lead.hands_over(BundleKind.FULL))
    backup.backup(lead.desk, watch.root / "copy.evidence")
    for kind in publish.KINDS:
        made = publish.report(reading.snapshot(lead.desk), watch.root / f"{kind}.pdf", kind)
        publish.record_report(lead.desk, made)
    # Also behind the encryption: neither store holds it, in any table, nor finds it.
    for person in (lead, ben):
        assert not reading.search(person.desk, PHRASE)
        assert not [row for row in everything_in(person) if watch.is_in(row)]
    assert [path.name for path in watch.root.rglob("*.case-key")] == ["lena.case-key"]
    assert watch.told() == []
    case_key.destroy(lead.desk, why)
    assert not list(watch.root.rglob("*.case-key"))
    assert watch.told() == []


def everything_in(person: Person) -> Iterator[bytes]:
    database = person.desk.database
    for (table,) in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        if not table.startswith("search"):  # without contents; searching it is tried above
            for row in database.rows(f"SELECT * FROM {table}"):  # noqa: S608 - its own tables
                yield b" ".join(
                    each if isinstance(each, bytes) else str(each).encode() for each in row
                )


def test_only_the_report_that_was_asked_for_holds_it(world: World, watch: Watch) -> None:
    lead = world.lead()
    child = lead.writes("case", **case()).record
    lead.submits(lead.notes(child, PHRASE).record)
    made = publish.report(reading.snapshot(lead.desk), watch.root / "report.pdf", "evidence")
    publish.record_report(lead.desk, made)
    readable = made.path.with_suffix(".html")
    assert watch.is_in(readable.read_bytes())
    watch.asked_for |= {made.path, *made.beside}
    assert watch.told() == []


def test_no_refusal_of_what_is_typed_repeats_it(world: World, watch: Watch) -> None:
    lead, ben = world.team()
    child = lead.writes("case", **case()).record
    desk = lead.desk
    rough: tuple[tuple[str, str], ...] = (
        ("document", PHRASE),
        ("document", f'{{"body": {{"title": "{PHRASE}", "colour": "red"}}}}'),
        ("document", f'{{"body": {{"{PHRASE}": "red"}}}}'),
        ("document", f'{{"{PHRASE}": "red", "body": {{}}}}'),
        ("document", f'{{"body": "{PHRASE}"}}'),
        ("document", f'{{"body": {{"title": ["{PHRASE}"]}}}}'),
        ("document", f'{{"body": {{}}, "state": "{PHRASE}"}}'),
        ("document", f'{{"body": {{}}, "kind": "{PHRASE}"}}'),
        ("document", f'{{"body": {{}}, "record": "{PHRASE}"}}'),
        ("document", f'{{"body": {{}}, "at": "{PHRASE}"}}'),
        ("document", f'{{"body": {{"title": "{PHRASE} \\ud800"}}}}'),
        ("document", f'{{"body": {{"title": "{PHRASE}", "n": 1.5}}}}'),
        ("case-note", f'{{"body": {{"case": "{PHRASE}"}}}}'),
        ("case-note", f'{{"body": {{"source_type": "{PHRASE}"}}}}'),
        ("case-note", f'{{"body": {{"started": "{PHRASE}"}}}}'),
        ("case-note", f'{{"body": {{"areas": ["{PHRASE}"]}}}}'),
        ("case-note", f'{{"body": {{"areas": [{{"area": "{PHRASE}"}}]}}}}'),
        ("case-note", f'{{"body": {{"areas": [{{"{PHRASE}": "E4"}}]}}}}'),
        ("case-note", f'{{"body": {{"source_roles": ["{PHRASE}"]}}}}'),
        ("journey-event", f'{{"body": {{"date": {{"date": "{PHRASE}", "precision": "day"}}}}}}'),
    )
    for kind, line in rough:
        watch.refuses(BadLine, partial(add.add_lines, desk, kind, [line.encode()]))
    long = f"{PHRASE} " * 40_000
    watch.refuses(TooMuchText, lambda: lead.writes("document", title="x", note=long))
    mine = lead.writes("document", title=PHRASE)
    watch.refuses(
        NotReady, lambda: lead.submits(lead.notes(child, f"{PHRASE} 943 476 5919").record)
    )
    watch.refuses(NotReady, lambda: lead.submits(lead.writes("case", reference=PHRASE).record))
    watch.refuses(ReasonNeeded, lambda: capture.delete(desk, mine.record, " "))
    watch.refuses(NotAClash, lambda: decide.decide(desk, mine.record, mine.revision.id, PHRASE))
    watch.refuses(LeadOnly, lambda: ben.writes("judgement", rationale=PHRASE))
    lead.receives(ben_wrote(ben))
    (theirs,) = [row for row in reading.rows(desk) if row.author == ben.desk.me.id]
    watch.refuses(NotYours, lambda: lead.corrects(theirs.record, PHRASE, title=PHRASE))
    holding.put_on(desk, holding.Wanted(ground="court", reason=PHRASE, asked_by=PHRASE))
    certificate = watch.root / "certificate.json"
    watch.refuses(
        LegalHold, lambda: destroying.destroy(desk, Ending(certificate=certificate, reason=PHRASE))
    )
    lead.locks()
    watch.refuses(WrongPassphrase, lambda: unlock.open_workspace(lead.folder, PHRASE))
    assert len(watch.refusals) > 25
    assert watch.told() == []


def ben_wrote(ben: Person) -> Path:
    ben.writes("document", title=PHRASE)
    return ben.hands_over().path


def test_no_refusal_of_a_bundle_repeats_what_is_in_it(world: World, watch: Watch) -> None:
    lead, ben = world.team()
    cara = world.inspector("Cara Holt", "cqc")
    world.joins(cara, lead)
    path = ben_wrote(ben)
    whole = path.read_bytes()
    bad = watch.root / "bad.evb"
    bad.write_bytes(PHRASE.encode() * 50)
    watch.asked_for.add(bad)
    watch.refuses(NotAnAgeFile, lambda: lead.receives(bad))
    for content in (whole[:-1], whole[:-40], whole[: len(whole) // 2], whole + PHRASE.encode()):
        bad.write_bytes(content)
        watch.refuses(Planned, lambda: lead.receives(bad))
    for place in range(0, len(whole), len(whole) // 40):
        bad.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        watch.refuses(Planned, lambda: lead.receives(bad))
    watch.refuses(NotAddressedToYou, lambda: cara.receives(path))
    forged = Forgery.of(path, lead.desk.reading)
    ledger = forged.members["data/ledger.jsonl"]
    reader = lead.desk.reading.recipient
    for changed in (
        ledger + f'{{"{PHRASE}": 1}}\n'.encode(),
        ledger + PHRASE.encode() + b"\n",
        ledger[:-30] + b"\n",
        ledger.replace(b'"kind":"document"', f'"kind":"{PHRASE}"'.encode()),
        ledger.replace(b'"tz":"', f'"{PHRASE}":1,"tz":"'.encode()),
    ):
        made = forged.with_ledger(changed).signed(ben.desk.signing)
        heard = hears(lead, made.sealed(bad, reader, ben.desk.reading.recipient))
        watch.heard += heard
        assert heard
    renamed = {f"data/{PHRASE}" if "ledger" in name else name: data for name, data in
               forged.members.items()}  # fmt: skip
    strange = Forgery(forged.folder, renamed).signed(ben.desk.signing)
    strange.sealed(bad, reader, ben.desk.reading.recipient)
    watch.refuses(Planned, lambda: lead.receives(bad))
    assert watch.told() == []


def hears(lead: Person, path: Path) -> list[str]:
    """Give what is said of a bundle: why it was refused, or which lines were set aside and why."""
    try:
        found = receive.preview(lead.desk, path, receive.verify(lead.desk, path))
    except Planned as error:
        return [str(error), repr(error), repr(error.facts)]
    return [*map(str, found.set_aside), *found.refusals]


def test_a_clash_and_its_refusals_stay_inside(world: World, watch: Watch) -> None:
    lead = world.lead()
    deputy = world.inspector("Dora Finch", "cqc")
    world.joins(deputy, lead, deputy=True)
    child = lead.writes("case", **case()).record
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    lead.corrects(child, PHRASE, **{**case(), "why_selected": f"{PHRASE} one"})
    deputy.corrects(child, PHRASE, **{**case(), "why_selected": f"{PHRASE} two"})
    lead.receives(deputy.hands_over(BundleKind.FULL))
    watch.refuses(
        UnknownSide, lambda: decide.decide(lead.desk, child, RevisionId("0" * 64), PHRASE)
    )
    kept = reading.item(lead.desk, child).heads[0].id
    watch.refuses(ReasonNeeded, lambda: decide.decide(lead.desk, child, kept, ""))
    decide.decide(lead.desk, child, kept, PHRASE)
    assert decide.clashes(lead.desk) == ()
    snapshot = reading.snapshot(lead.desk)
    watch.refuses(
        ReportPlaceClosed, lambda: publish.report(snapshot, watch.root / "no" / "report.html")
    )
    assert watch.told() == []


def test_the_command_line_refuses_without_repeating(
    world: World, watch: Watch, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, ben = world.team()
    bundle = ben_wrote(ben)
    lead.writes("document", title=PHRASE)
    for person in (lead, ben):
        person.locks()
    rough = watch.root / "rough.jsonl"
    rough.write_text(f'{{"body": {{"title": "{PHRASE}", "{PHRASE}": 1}}}}\n', "utf-8")
    bad = watch.root / "bad.evb"
    bad.write_bytes(bundle.read_bytes()[:-7])
    watch.asked_for.add(rough)
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", PASSPHRASE)
    capfd.readouterr()
    statuses = [
        main([str(word) for word in words])
        for words in (
            ("add", lead.folder, "document", "--from", rough),
            ("add", lead.folder, "document", "--from", rough, "--json"),
            ("verify", bad, "--workspace", lead.folder),
            ("merge", lead.folder, bad, bundle),
            ("report", lead.folder, watch.root / "no" / "r.pdf"),
            ("statement", lead.folder, "--member", ben.desk.me.id),
        )
    ]
    said = capfd.readouterr()
    watch.heard += [said.out, said.err]
    assert statuses == [4, 4, 4, 4, 5, 0]
    assert watch.told() == []


def test_neither_keys_nor_passphrase_nor_recovery_code_are_written_or_said(
    world: World, watch: Watch
) -> None:
    lead, ben = world.team()
    secrets = [
        PASSPHRASE.encode(), lead.recovery_code.encode(),
        lead.recovery_code.replace("-", "").encode(), lead.desk.reading.text.encode(),
        bytes(lead.desk.signing.to_bytes()), lead.desk.signing.to_bytes().hex().encode(),
    ]  # fmt: skip
    keys = unlock.stretch_keys(lead.folder, PASSPHRASE)
    secrets += [keys.store_key, keys.store_key.hex().encode(), bytes(keys.data_key)]
    shown = [repr(keys), repr(lead.desk.signing), repr(lead.desk.reading), repr(lead.desk)]
    keys.wipe()
    watch.wanted = tuple(secret.lower() for secret in secrets)
    lead.receives(ben_wrote(ben))
    lead.hands_over(BundleKind.RETURN)
    backup.backup(lead.desk, watch.root / "copy.evidence")
    watch.heard += [*shown, repr(receive.reader_of(lead.desk))]
    (watch.root / "signers").write_bytes(trusting.allowed_signers(lead.desk))
    lead.locks()
    assert watch.told() == []
