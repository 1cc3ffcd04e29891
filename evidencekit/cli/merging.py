"""Join several bundles and say, for each, what it brought."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.console import Console
from evidencekit.errors.base import Planned
from evidencekit.operations import care, receive
from evidencekit.operations.desk import Desk
from evidencekit.operations.receive import Preview

SHOWN = ("new", "held", "corrections", "clashes", "deletions", "erasures", "refused", "waiting")


def merge_all(desk: Desk, paths: Sequence[Path], console: Console, *, is_preview: bool) -> int:
    """Preview or join each bundle; a refused one is named and the others go on."""
    bundles: list[Json] = []
    status = 0
    for path in paths:
        try:
            bundles.append(_one(desk, path, console, is_preview=is_preview))
        except Planned as error:
            if len(paths) == 1:
                raise
            console.note(f"{path.name}: {error.words}")
            bundles.append({"path": str(path), "error": {"code": error.code}})
            status = max(status, error.exit_status)
    state = care.fingerprint(desk)
    console.say(f"Fingerprint: {state.groups}  ({state.revisions} revisions)")
    console.result(
        {
            "bundles": bundles,
            "preview": is_preview,
            "state": {"fingerprint": state.groups, "revisions": state.revisions},
        }
    )
    return status


def _one(desk: Desk, path: Path, console: Console, *, is_preview: bool) -> dict[str, Json]:
    preview = receive.preview(desk, path, receive.verify(desk, path, console.progress))
    document = preview_json(path, preview)
    if not is_preview:
        joined = receive.join(desk, preview, console.progress)
        document["batch"] = joined.batch
        document["written"] = joined.written
        document["announced"] = joined.announced
    counts = preview.counts
    console.say(f"{path.name}: " + ", ".join(f"{name} {counts.get(name, 0)}" for name in SHOWN))
    for why, count in sorted(_reasons(preview).items()):
        console.say(f"    refused {count}: {why}")
    return document


def preview_json(path: Path, preview: Preview) -> dict[str, Json]:
    """Give what a bundle brings as JSON."""
    counts: dict[str, Json] = {name: preview.counts.get(name, 0) for name in SHOWN}
    return {
        **counts, "path": str(path), "sender": preview.sender, "seq": preview.seq,
        "kind": preview.kind, "incomplete": preview.incomplete, "set_aside": preview.set_aside,
    }  # fmt: skip


def _reasons(preview: Preview) -> Mapping[str, int]:
    reasons: dict[str, int] = {}
    for why in preview.refusals:
        reasons[why] = reasons.get(why, 0) + 1
    return reasons
