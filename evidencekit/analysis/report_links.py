"""Carry what sentences rest on over to their new wording, so that an edit loses no link."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.records.given import Fields, record_refs, text

_ALIKE = 0.5  # of two sentences in one place: less, and it is another sentence


def carried(
    links: Iterable[Fields], before: Sequence[str], after: Sequence[str]
) -> list[dict[str, Json]]:
    """Give the links for the new sentences; a link whose sentence went stays, to be looked at."""
    moved = _moved(before, after)
    found: dict[str, dict[str, Json]] = {}
    for row in links:
        said = text(row, "sentence")
        now = moved.get(said, said)
        found[now] = _joined(found.get(now, {}), {**row, "sentence": now})
    return list(found.values())


def with_evidence(
    links: Iterable[Fields], sentence: str, evidence: Sequence[RecordId], *, about_us: bool = False
) -> list[dict[str, Json]]:
    """Give the links with those of one sentence set anew; one that says nothing is left out."""
    others: list[dict[str, Json]] = [
        dict(row) for row in links if text(row, "sentence") != sentence
    ]
    row: dict[str, Json] = {"sentence": sentence, "evidence": list(dict.fromkeys(evidence))}
    if about_us:
        row["about_us"] = "yes"
    return [*others, row] if evidence or about_us else others


def _moved(before: Sequence[str], after: Sequence[str]) -> Mapping[str, str]:
    """Give the new wording of each sentence that was changed where it stood."""
    match = SequenceMatcher(None, before, after, autojunk=False)
    moved: dict[str, str] = {}
    for what, start, end, to, until in match.get_opcodes():
        if what == "replace":
            pairs = zip(before[start:end], after[to:until], strict=False)
            moved |= {old: new for old, new in pairs if new not in before and _alike(old, new)}
    return {old: new for old, new in moved.items() if old not in after}


def _alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() >= _ALIKE


def _joined(one: Mapping[str, Json], other: Mapping[str, Json]) -> dict[str, Json]:
    evidence: list[Json] = [*record_refs(one, "evidence"), *record_refs(other, "evidence")]
    return {**one, **other, "evidence": list(dict.fromkeys(evidence))}
