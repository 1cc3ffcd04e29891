"""What people do at their desks in a random history: they write, correct, link and decide."""

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import (
    capture,
    decide,
    deciding_again,
    reading,
    seen_by_two,
    submit,
    verdicts,
)
from evidencekit.operations.capture import Entry
from evidencekit.records.revision import Revision
from tests.histories.ground import Ground
from tests.histories.people import Laptop
from tests.world import case, note


class Desks(Ground):
    """Writing, and what the leaders make of it."""

    # -- writing

    def writes(self) -> None:
        who = self.rng.choice(self.people)
        cases = [row.record for row in reading.rows(who.desk, reading.Only(kind="case"))]
        kind = self.rng.choice(["case", "case-note", "observation", "journey-event", "finding"])
        if kind != "case" and not cases:
            kind = "case"
        self.does(who, lambda: capture.capture(who.desk, self._entry(who, kind, cases)).revision)

    def _entry(self, who: Laptop, kind: str, cases: list[RecordId]) -> Entry:
        words = f"Words {self.rng.randrange(1000)}."
        state = self.rng.choice(["draft", "submitted"])
        if kind == "case":
            shared = who.desk.is_lead and self.rng.random() < 0.7
            sample = "shared-tracked" if shared else "inspectorate-tracked"
            return Entry(kind=kind, fields=case(words, sample), state=state)
        child = self.rng.choice(cases)
        fields: dict[str, Json] = {"text": words, "evidence": []}
        if kind == "case-note":
            fields = note(child, words)
        elif kind == "observation":
            what = self.rng.choice(["core-group", "icpc"])
            fields = {"what": what, "cases": [child], "started": "2012-11-19T10:00"}
        elif kind == "journey-event":
            day = {"date": "2012-03-01", "precision": "exact"}
            fields = {"case": child, "when": day, "agency": "police", "stage": "s47", "what": words}
        return Entry(kind=kind, fields=fields, state=state)

    def corrects(self) -> None:
        who, record = self._own_record()
        if record:
            self.does(who, lambda: self._corrected(who, record))

    def _corrected(self, who: Laptop, record: RecordId) -> Revision:
        item = reading.item(who.desk, record)
        words = f"Other words {self.rng.randrange(1000)}."
        key = self.rng.choice(["impact", "why_selected", "setting", "i_saw"])
        entry = Entry(
            kind=item.kind, fields={**item.fields, key: words}, record=record, reason="Read again.",
            state=item.state,
        )  # fmt: skip
        return capture.capture(who.desk, entry).revision

    def submits(self) -> None:
        who, record = self._own_record()
        if record:
            self.does(who, lambda: submit.submit(who.desk, record).revision)

    def deletes(self) -> None:
        who, record = self._own_record()
        if record:
            self.does(who, lambda: capture.delete(who.desk, record, "Not needed.").revision)

    def erases(self) -> None:
        who, record = self._own_record()
        if record:
            versions = [e.id for e in reading.history(who.desk, record) if not e.is_erased]
            if versions:
                one = self.rng.choice(versions)
                self.does(who, lambda: capture.erase(who.desk, one, "It named a child.").revision)

    def _own_record(self) -> tuple[Laptop, RecordId | None]:
        """Choose a record that somebody may change: one's own, or a shared case for a leader."""
        who = self.rng.choice(self.people)
        rows = [
            row.record
            for row in reading.rows(who.desk, limit=reading.EVERY)
            if row.author == who.me or (who.desk.is_lead and row.kind == "case")
        ]
        shared = [row for row in rows if row in self.shared]
        if shared and self.rng.random() < 0.5:
            return who, self.rng.choice(shared)
        return who, self.rng.choice(rows) if rows else None

    # -- what leaders do

    def decides(self) -> None:
        who = self.rng.choice(self.leaders())
        rows = reading.rows(who.desk, limit=reading.EVERY)
        if not rows:
            return
        record = self.rng.choice(rows).record
        doing = self.rng.choice([decide.accept, decide.set_aside, verdicts.take_back_last])
        self.does(who, lambda: doing(who.desk, record, "The team said so.").revision)

    def settles(self) -> None:
        """Decide a clash, keeping either side."""
        who = self.rng.choice(self.leaders())
        found = decide.clashes(who.desk)
        if found:
            clash = self.rng.choice(found)
            side = self.rng.choice(clash.sides).id
            self.does(
                who, lambda: decide.decide(who.desk, clash.record, side, "So.").revision, "decided"
            )

    def settles_again(self) -> None:
        who = self.rng.choice(self.leaders())
        found = deciding_again.decided(who.desk)
        if found:
            record = self.rng.choice(found).record
            sides = deciding_again.former(who.desk, record).sides
            if sides:
                side = self.rng.choice(sides).id
                self.does(
                    who, lambda: deciding_again.keep(who.desk, record, side, "Anew.").revision,
                    "decided again",
                )  # fmt: skip

    def pairs(self) -> None:
        """Link two accounts, keep them apart, or take back what was said of them."""
        who = self.rng.choice(self.leaders())
        found = seen_by_two.pairs(who.desk)
        if found:
            pair = self.rng.choice(found)
            doing = self.rng.choice(
                [seen_by_two.link, seen_by_two.keep_apart, seen_by_two.take_back]
            )
            two = (pair.one.record, pair.other.record)
            said = doing.__name__.replace("_", " ")
            self.does(who, lambda: doing(who.desk, *two, "Looked at both.").revision, said)
