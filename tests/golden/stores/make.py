"""Write the golden store of today's format. Run once for each step of the store; never again.

python -m tests.golden.stores.make
"""

from pathlib import Path

from evidencekit import canonical
from evidencekit.ids import AttachmentId
from evidencekit.records.revision import Revision
from evidencekit.store import (
    attachments,
    batches,
    drafts,
    migrate,
    projections,
    revisions,
    settings,
    vault,
)
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author, linked
from tests.evidencekit.store.conftest import KEY, STORE_ID

HERE = Path(__file__).parent
AT = "2012-11-20T18:00:00Z"
FILE = b"Minutes of the strategy meeting, without names.\n"


def written() -> tuple[list[Revision], list[Revision], list[Revision]]:
    """Give what the lead wrote, what Ben sent, and what came in a merge later withdrawn."""
    lead, ben, cleo = Author("lead"), Author("ben"), Author("cleo")
    case = lead.writes(fields={"reference": "SH-04"}, kind="case")
    note = lead.notes(
        "The baby was asleep — “nobody asked the health visitor”.",
        cases=[case.header.record], areas=linked("E4", "E5"),
    )  # fmt: skip
    digest = canonical.sha512(FILE)
    minutes = lead.writes(
        fields={"attachments": [{"digest": digest, "name": "minutes.txt", "size": len(FILE)}]},
        kind="document",
    )
    own = [case, note, minutes]
    seen = ben.notes("Crème brûlée was served. " * 300, cases=[case.header.record])
    theirs = [seen, ben.corrects(note, "The baby was awake."), ben.notes("Jane Doe said so.")]
    own += [lead.decides(seen, "accept"), lead.corrects(note, "The baby was half asleep.")]
    own.append(lead.deletes(own[2]))
    return own, theirs, [cleo.notes("From another inspection.")]


def make(path: Path) -> None:
    """Write a store with something in every table."""
    own, theirs, strange = written()
    store = Database.create(path, KEY)
    migrate.lay_out(store, STORE_ID)
    digest = AttachmentId(canonical.sha512(FILE))
    attachments.keep_stream(store, digest, len(FILE), "text/plain", [FILE])
    with store.transaction():
        for revision in own:
            revisions.add(store, revision)
        for bundle, parcel in (("b1", theirs), ("b2", strange)):
            number = batches.open_batch(store, bundle, parcel[0].header.author, AT)
            revisions.add_all(store, parcel, number)
            batches.close(store, number, {"new": len(parcel)})
        batches.withdraw(store, 2, AT, "another inspection's stick")
        revisions.erase(store, theirs[2].id)
        revisions.keep_checkpoint(store, own[-1].header.author, own[-1].header.seq, own[-1].id, "s")
        projections.rebuild(store)
    drafts.keep(store, "note", "", "observation", b'{"title":"half a"}', AT)
    settings.put(store, "spell-check", "on")
    vault.put_secret(store, "signing", bytes(32))
    vault.keep_roster(store, vault.KeptRoster(seq=1, content=b"{}", sig="s", held_at=AT))
    vault.pin(store, vault.Pin(member="LEAD000000", sign_key="k", age="age1", pinned_at=AT))
    vault.keep_bundle(
        store,
        vault.KeptBundle(
            id="b1", direction=vault.RECEIVED, sender="BEN0000000", seq=1, kind="full",
            tag_digest="t", file_sha512="f", at=AT, batch=1,
        ),
    )  # fmt: skip
    vault.set_aside(store, vault.SetAsideLine(bundle="b1", line=4, why="x", content=b"{"))
    store.close()


if __name__ == "__main__":
    make(HERE / f"store-v{len(migrate.STEPS)}.db")
