"""Authors who write revisions, one after the other on a chain of their own."""

from collections.abc import Mapping, Sequence

from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId, RevisionId, SeededIds
from evidencekit.records.revision import Body, Header, Revision, make_revision

TZ = "Europe/London"


class Author:
    """One person on one workspace."""

    def __init__(self, name: str) -> None:
        self.id = AuthorId(name.upper().ljust(10, "0"))
        self.chain: list[Revision] = []
        self._clock = 1_353_315_600_000  # 19 November 2012, 9 o'clock
        self._ids = SeededIds(name, self._now)

    def _now(self) -> int:
        self._clock += 60_000
        return self._clock

    def new_record(self) -> RecordId:
        return RecordId(self._ids.uuid())

    def writes(
        self,
        record: RecordId | None = None,
        fields: Mapping[str, Json] | None = None,
        *,
        kind: str = "observation",
        parents: Sequence[Revision] = (),
        state: str = "draft",
        reason: str = "",
    ) -> Revision:
        last = self.chain[-1] if self.chain else None
        header = Header(
            author=self.id, seq=len(self.chain) + 1, prev=last.id if last else "",
            record=record or self.new_record(), kind=kind,
            parents=tuple(RevisionId(parent.id) for parent in parents), body="",
            at="2012-11-19T10:30", tz=TZ, written="2012-11-19T10:31:07Z", reason=reason,
        )  # fmt: skip
        made = make_revision(header, Body(fields=fields or {}, state=state), self._ids.salt())
        self.chain.append(made)
        return made

    def notes(self, text: str, **more: Json) -> Revision:
        return self.writes(fields=noted(text, **more))

    def corrects(self, earlier: Revision, text: str, **more: Json) -> Revision:
        return self.writes(earlier.header.record, noted(text, **more), parents=[earlier])

    def deletes(self, *earlier: Revision) -> Revision:
        return self.writes(
            earlier[0].header.record, parents=earlier, state="deleted", reason="Written twice.",
            kind=earlier[0].header.kind,
        )  # fmt: skip

    def decides(self, about: Revision, outcome: str, earlier: Sequence[Revision] = ()) -> Revision:
        fields = {
            "subject": about.header.record, "revision": about.id, "outcome": outcome,
            "reason": "Seen at the evening meeting.",
        }  # fmt: skip
        record = earlier[0].header.record if earlier else None
        return self.writes(record, fields, kind="decision", parents=earlier)


def noted(text: str, **more: Json) -> dict[str, Json]:
    """Give the fields of an observation with one line."""
    return {"title": "Strategy meeting", "lines": [{"key": "a1", "text": text}], **more}


def linked(*areas: str, polarity: str = "strength") -> list[Json]:
    return [{"area": area, "polarity": polarity} for area in areas]
