"""Stage: every laptop of the inspection, what names stand for, and writing by `evidencekit add`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from typing_extensions import override

from evidencekit.crypto.words import word_list
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.kinds import KINDS
from evidencekit.rehearsal.cast import Person, passphrase
from evidencekit.rehearsal.pruning import mentioned
from evidencekit.rehearsal.script import Entry
from evidencekit.rehearsal.spelling import Names, Speller
from tests.inspection.hands import Hands
from tests.inspection.plan import Plan
from tests.inspection.writing import numbered

UNFINISHED = "draft"
AREA, FRAMEWORK = "Amberford", "macp-2012"


@dataclass(slots=True)
class Laptop:
    """One person's workspace."""

    person: Person
    folder: str
    id: AuthorId
    digits: str = ""
    handed: list[str] = field(default_factory=list)  # every bundle, in order of writing

    @property
    def key(self) -> str:
        """Give the name by which the script knows its owner."""
        return self.person.key


@dataclass(slots=True)
class Stage(Names):
    """Everything there is while the inspection is played."""

    plan: Plan
    hands: Hands
    laptops: dict[str, Laptop] = field(default_factory=dict)
    records: dict[str, RecordId] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    planned: dict[str, str] = field(default_factory=dict)  # each numbered sentence: who wrote it
    lost: set[str] = field(default_factory=set)  # sentences that were only on the lost laptop
    waiting: dict[str, list[str]] = field(default_factory=dict)  # packs and receipts, by reader
    on_the_way: list[tuple[int, str, str]] = field(default_factory=list)  # evening, who, bundle
    merged: dict[str, list[str]] = field(default_factory=dict)
    not_handed: dict[str, set[str]] = field(default_factory=dict)  # written since the last bundle
    stolen: Laptop | None = None
    unfinished: dict[str, set[str]] = field(default_factory=dict)  # drafts to submit, by writer
    missing: list[tuple[str, int]] = field(default_factory=list)  # bundles on a lost stick
    decided: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)  # what the lead lists this evening
    same: set[str] = field(default_factory=set)  # the fingerprints at the end
    ledger: str = ""  # of the last bundle, as stock tools read it
    known: dict[str, Any] = field(default_factory=dict)  # how each sentence is known
    secrets: tuple[str, ...] = ()  # identities: they may never stand in anything that is made

    @property
    def folder(self) -> Path:
        """Give where all is played."""
        return self.hands.folder

    @property
    def lead(self) -> Laptop:
        """Give the lead's laptop."""
        return self.laptops[self.plan.people[0].key]

    def here(self, day: int) -> list[Laptop]:
        """Give the inspectors' laptops that are in use on a day."""
        return [
            each
            for each in self.laptops.values()
            if not each.person.is_lead and self.plan.is_here(each.key, day)
        ]

    def in_use(self) -> set[str]:
        """Give the workspaces that lie where their owners left them."""
        return {each.name for each in self.folder.glob("*.evidence")}

    def readers(self) -> list[str]:
        """Give those who are on the team at the end, but for the lead."""
        return [
            each.key for each in self.here(self.plan.days) if each.folder in self.in_use()
        ]  # fmt: skip

    @override
    def record(self, name: str) -> RecordId:
        return self.records[name]

    @override
    def member(self, key: str) -> AuthorId:
        return self.laptops[key].id

    def take_seat(self, person: Person, folder: str = "") -> Laptop:
        """Make somebody's workspace."""
        folder = folder or person.folder
        self.hands.passphrases[folder] = passphrase(
            f"{self.plan.seed}:{folder}", person, word_list()
        )
        role = "lead" if person.is_lead else "inspector"
        said = self.hands.ask(
            "new", folder, "--framework", FRAMEWORK, "--area", AREA, "--name", person.name,
            "--inspectorate", person.inspectorate, "--role", role,
        )  # fmt: skip
        made = Laptop(person, folder, AuthorId(said["id"]))
        self.laptops[person.key] = made
        return made

    def write(self, entries: Iterable[Entry]) -> None:
        """Let people write entries in the order of time, as few commands as that order allows."""
        run: list[Entry] = []
        for entry in sorted(entries, key=lambda each: each.written):
            if run and not self._goes_with(run, entry):
                self._add(run)
                run = []
            self.kinds[entry.name] = entry.kind or self.kinds[entry.record]
            run.append(entry)
        if run:
            self._add(run)

    def _goes_with(self, run: Sequence[Entry], entry: Entry) -> bool:
        kind = entry.kind or self.kinds[entry.record]
        mine = {each.name for each in run}
        return (
            entry.by == run[0].by
            and kind == self.kinds[run[0].name]
            and entry.record not in mine
            and not mentioned(entry, kind).records & mine
        )

    def _add(self, run: Sequence[Entry]) -> None:
        laptop, kind = self.laptops[run[0].by], self.kinds[run[0].name]
        self.hands.at(run[0].written)
        lines = "".join(json.dumps(self._line(laptop, each)) + "\n" for each in run)
        added = self.hands.ask("add", laptop.folder, kind, "--from", "-", stdin=lines)["added"]
        for entry, record in zip(run, added, strict=True):
            self.records[entry.name] = RecordId(record)
            self.planned |= dict.fromkeys(numbered(entry), entry.by)
            self.not_handed.setdefault(entry.by, set()).update(numbered(entry))
            if entry.left == UNFINISHED:
                self.unfinished.setdefault(entry.by, set()).add(record)

    def _line(self, laptop: Laptop, entry: Entry) -> dict[str, object]:
        """Spell an entry as a line; a new version keeps what it does not change."""
        fields = Speller(self).fields(KINDS[self.kinds[entry.name]].fields, entry.answers)
        line: dict[str, object] = {"state": entry.left, "body": fields}
        if entry.of or entry.name == "inspection":
            record = self.records[entry.record]
            shown = self.hands.ask("show", laptop.folder, record)
            line |= {"record": record, "body": {**shown["body"], **fields}, "state": shown["state"]}
        if entry.declared:
            line["provenance"] = entry.declared
        if entry.why:
            line["reason"] = entry.why
        return line

    def write_line(
        self, laptop: Laptop, kind: str, body: Mapping[str, object], record: str = "",
        reason: str = "",
    ) -> RecordId:  # fmt: skip
        """Let somebody write one submitted record, or a version of one, and give it."""
        line: dict[str, object] = {"state": "submitted", "body": body}
        line |= {"record": record, "reason": reason} if record else {}
        spelled = json.dumps(line) + "\n"
        added = self.hands.ask("add", laptop.folder, kind, "--from", "-", stdin=spelled)["added"]
        return RecordId(added[0])

    def listed(self, kind: str, author: str = "") -> list[dict[str, Any]]:
        """Give what the lead lists of a kind, the newest first."""
        words = (*(("--author", author) if author else ()), "--limit", "100000")
        found = self.hands.ask("list", self.lead.folder, "--kind", kind, *words)["records"]
        return [row for row in found if row["state"] != "deleted"]
