"""A record of any kind as a row of a list."""

from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.reading import Row
from evidencekit.operations.verdicts import SHORT, TONES
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from ui.places.case_words import moment_words
from ui.qtmodels.record_table import RecordRow


def record_row(row: Row, pack: FrameworkPack, year: int) -> RecordRow:
    """Show a record: what it is, who wrote it, when it happened, and how it stands."""
    kind = KINDS.get(row.kind)
    label = kind.label if kind else row.kind
    title = title_words(row.kind, row.title, pack)
    by = f"{row.author_name}, {pack.label('pack.inspectorates', row.inspectorate)}"
    return RecordRow(
        key=row.record,
        title=title or label,
        detail=f"{label} · {by.rstrip(', ')}",
        when=moment_words(row.at, year) if row.at else "",
        icon=kind.icon if kind else "file-text",
        tags=tuple(_tags(row)),
    )


_NAMED_BY = {"score": "pack.areas", "moderation": "pack.areas", "judgement": "pack.judgements"}


def title_words(kind: str, title: str, pack: FrameworkPack) -> str:
    """Give a title in words where a record is named by a key of the framework."""
    named = _NAMED_BY.get(kind)
    return pack.label(named, title) if named else title


def _tags(row: Row) -> list[tuple[str, str]]:
    tags: list[tuple[str, str]] = []
    if row.heads > 1:
        tags.append(("Two versions", "caution"))
    if row.state == State.DRAFT.value:
        tags.append(("Draft", ""))
    if row.accepted:
        tags.append((SHORT[row.accepted], TONES[row.accepted]))
    if row.kind == "voice":
        tags.append(("In their words", "voice"))
    return tags
