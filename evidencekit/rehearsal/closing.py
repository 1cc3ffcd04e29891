"""Closing words: what the rehearsal left, where it is, and what to try with it."""

from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.operations import care, decide, reading
from evidencekit.rehearsal.evenings import Relay
from evidencekit.rehearsal.troupe import Troupe
from evidencekit.rehearsal.week import instant

Told = tuple[tuple[str, ...], dict[str, Json]]


def told(troupe: Troupe, relay: Relay) -> Told:
    """Say what was made, in words and as JSON."""
    desk = troupe.lead.at(instant("fri 17:00"))
    state = care.fingerprint(desk)
    open_clashes = decide.clashes(desk)
    kinds = _kinds(troupe)
    document: dict[str, Json] = {
        "folder": str(troupe.folder),
        "workspaces": [
            {
                "name": each.person.name, "inspectorate": each.person.inspectorate,
                "role": each.person.role, "folder": each.person.folder,
            }
            for each in troupe.players.values()
        ],
        "bundles": [path.name for path in sorted(troupe.bundles.iterdir())],
        "receipts": [path.name for path in sorted(troupe.receipts.iterdir())],
        "merged": [path.name for path in relay.received],
        "records": dict(kinds),
        "clashes": [each.record for each in open_clashes],
        "state": {"fingerprint": state.sha256, "groups": state.groups,
                  "revisions": state.revisions},
        "report": "report.pdf",
    }  # fmt: skip
    words = _words(troupe, relay, kinds, state.groups)
    return (*words, *_try_next(troupe, relay)), document


def _kinds(troupe: Troupe) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in reading.rows(troupe.lead.desk, limit=reading.EVERY):
        counts[row.kind] = counts.get(row.kind, 0) + 1
    return counts


def _words(
    troupe: Troupe, relay: Relay, kinds: dict[str, int], groups: str
) -> tuple[str, ...]:  # fmt: skip
    folder = troupe.folder
    return (
        "",
        "The rehearsal inspection of Amberford, 19 to 23 November 2012, is in place.",
        "Everybody and everything in it is invented.",
        "",
        *(f"  {folder / each.person.folder}  {each.person.name}, {each.person.inspectorate}"
          for each in troupe.players.values()),
        f"  {folder / 'passphrases.txt'}  the passphrase of each",
        f"  {troupe.bundles}  {_count(troupe.bundles)} bundles, {len(relay.received)} merged",
        f"  {troupe.receipts}  {_count(troupe.receipts)} receipts",
        f"  {folder / 'report.pdf'}",
        "",
        f"The lead holds {sum(kinds.values())} records: "
        + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) + ".",
        f"Clashes left for you to decide: {len(decide.clashes(troupe.lead.desk))}.",
        f"Fingerprint {groups}",
        "",
    )  # fmt: skip


def _count(folder: Path) -> int:
    return sum(1 for _path in folder.iterdir())


def _try_next(troupe: Troupe, relay: Relay) -> tuple[str, ...]:
    lead = troupe.folder / troupe.lead.person.folder
    bundle = relay.received[-1] if relay.received else troupe.bundles
    return (
        "Try next:",
        f"  evidencekit app {lead}",
        f"  evidencekit verify {bundle} --workspace {lead}",
        f"  evidencekit merge {lead} {bundle} --preview",
        f"  evidencekit fingerprint {lead}",
        f"  evidencekit coverage {lead}",
        f"  evidencekit journey {lead} SH-03",
        f"  evidencekit clashes {lead}",
        f"  evidencekit check {lead}",
        f"  evidencekit report {lead} again.pdf",
    )
