"""Join several bundles as one step and say, for each and in sum, what it brought."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.console import Console
from evidencekit.errors.base import Planned
from evidencekit.operations import care, completeness, evening
from evidencekit.operations.again import Held
from evidencekit.operations.desk import Desk
from evidencekit.operations.evening import Evening, Refusal, Together
from evidencekit.operations.receive import Preview

SHOWN = ("new", "held", "corrections", "clashes", "deletions", "erasures", "refused", "waiting")

_Documents = dict[Path, dict[str, Json]]


def merge_all(desk: Desk, paths: Sequence[Path], console: Console, *, is_preview: bool) -> int:
    """Preview or join each bundle; a refused one is named and the others go on."""
    read = evening.read(desk, paths, console.progress)
    if not is_preview:
        completeness.note_alarms(desk, [error for _path, error in read.refused])
    _raise_if_alone(paths, read.refused)
    done = Together() if is_preview else evening.join(desk, read)
    completeness.note_alarms(desk, [error for _path, error in done.refused])
    _raise_if_alone(paths, done.refused)
    refused = (*read.refused, *done.refused)
    found = _documents(read, done, refused)
    for path in dict.fromkeys(paths):
        _say(path, found[path], console)
    for path, error in refused:
        console.note(f"{path.name}: {error.words}")
    _say_sums(read, console)
    state = care.fingerprint(desk)
    console.say(f"Fingerprint: {state.groups}  ({state.revisions} revisions)")
    console.result(
        {
            "bundles": [found[path] for path in dict.fromkeys(paths)],
            "preview": is_preview,
            "sum": _classes(read.counts),
            "senders": _senders(read),
            "seen_by_two": [
                {"one": each.one.record, "other": each.other.record, "case": each.case}
                for each in read.pairs
            ],
            "not_handed_in": [
                {"member": each.member, "name": each.name, "last": each.last_came}
                for each in read.absent
            ],
            "state": {"fingerprint": state.groups, "revisions": state.revisions},
        }
    )
    return max((error.exit_status for _path, error in refused), default=0)


def preview_json(path: Path, preview: Preview) -> dict[str, Json]:
    """Give what a bundle brings as JSON."""
    return {
        **_classes(preview.counts), "path": str(path), "sender": preview.sender,
        "seq": preview.seq, "kind": preview.kind, "incomplete": preview.incomplete,
        "set_aside": preview.set_aside,
    }  # fmt: skip


def _documents(read: Evening, done: Together, refused: Sequence[Refusal]) -> _Documents:
    found: _Documents = {}
    for seen in read.ready:
        found[seen.preview.path] = {
            **preview_json(seen.preview.path, seen.preview), "incomplete": list(seen.missing),
            "refused_because": dict(_reasons(seen.preview)),
        }  # fmt: skip
    for seen, joined in done.joined:
        found[seen.preview.path] |= {
            "batch": joined.batch, "written": joined.written, "announced": joined.announced,
        }  # fmt: skip
    for copy, first in read.copies.items():
        found[copy] = {**_classes({}), "path": str(copy), "copy_of": str(first)}
    found |= {each.path: _held(each) for each in read.held}
    for path, error in refused:
        found[path] = {"path": str(path), "error": {"code": error.code}}
    return found


def _held(same: Held) -> dict[str, Json]:
    return {
        **_classes({"held": same.revisions}), "path": str(same.path), "sender": same.sender,
        "seq": same.seq, "kind": same.kind, "incomplete": [], "set_aside": [],
        "batch": same.batch, "written": 0, "announced": same.revisions, "again": True,
    }  # fmt: skip


def _classes(counts: Mapping[str, int]) -> dict[str, Json]:
    return {name: counts.get(name, 0) for name in SHOWN}


def _senders(read: Evening) -> list[Json]:
    return [
        {
            **_classes(each.counts), "member": each.sender, "name": each.name,
            "bundles": list(each.bundles), "missing": list(each.missing),
        }
        for each in read.senders
    ]  # fmt: skip


def _say(path: Path, document: Mapping[str, Json], console: Console) -> None:
    if "error" in document:
        return
    if "copy_of" in document:
        console.say(f"{path.name}: the same file as {Path(str(document['copy_of'])).name}.")
        return
    console.say(f"{path.name}: " + ", ".join(f"{name} {document[name]}" for name in SHOWN))
    if "again" in document:
        console.say(f"    joined before, as merge no. {document['batch']}; nothing was opened")
    reasons = document.get("refused_because")
    for why, many in sorted(reasons.items()) if isinstance(reasons, dict) else ():
        console.say(f"    refused {many}: {why}")


def _say_sums(read: Evening, console: Console) -> None:
    """Say what came from each sender and in all, and from whom nothing did."""
    sums = [*((each.name, each.counts) for each in read.senders), ("in all", read.counts)]
    if len(read.ready) > 1:
        rows = [(name, *(str(counts[key]) for key in SHOWN)) for name, counts in sums]
        console.table(("from", *SHOWN), rows)
    for pair in read.pairs:
        console.say(f"May be one event seen by two: {pair.line}.")
    for each in read.senders:
        if each.missing:
            numbers = ", ".join(f"no. {number}" for number in each.missing)
            console.say(f"Not here yet from {each.name}: {numbers}.")
    for absent in read.absent:
        since = f"last came {absent.last_came}" if absent.last_came else "nothing came yet"
        console.say(f"Not among these: {absent.name} ({since}).")


def _reasons(preview: Preview) -> Mapping[str, Json]:
    reasons: dict[str, int] = {}
    for why in preview.refusals:
        reasons[why] = reasons.get(why, 0) + 1
    return dict(reasons)


def _raise_if_alone(paths: Sequence[Path], refused: Sequence[Refusal]) -> None:
    """Let the refusal of the only file be the answer itself."""
    if refused and len(set(paths)) == 1:
        error: Planned = refused[0][1]
        raise error
