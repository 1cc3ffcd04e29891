"""The evidence of one moment as frozen values: all that analysis and report ever see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.acceptance import ACCEPTED, CONTESTED, NEW_INFORMATION, SET_ASIDE
from evidencekit.records.facts import is_evidence
from evidencekit.records.given import case_refs, has_childs_voice, text
from evidencekit.records.links import AreaLink, area_links
from evidencekit.records.revision import Revision
from evidencekit.records.sources import source_type_of

__all__ = [
    "ACCEPTED",
    "CONTESTED",
    "NEW_INFORMATION",
    "SET_ASIDE",
    "BundleRow",
    "Item",
    "Person",
    "Snapshot",
]

Key = TypeVar("Key", bound=str)

SCORE = "score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member of the team."""

    id: AuthorId
    name: str
    inspectorate: str
    role: str = "inspector"  # "lead", "deputy" or "inspector"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRow:
    """A bundle that was joined, for the annex that lists them."""

    sender: AuthorId
    seq: int
    kind: str
    received: str  # UTC
    revisions: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """A record as it stands: its head, what the head says, and whether it is disputed.

    What it links to is read once: a page asks for it a dozen times a record.
    """

    record: RecordId
    kind: str
    head: Revision
    heads: tuple[Revision, ...]
    title: str
    author: AuthorId  # who began the record, whoever decided on it later
    inspectorate: str
    state: str
    fields: Mapping[str, Json]
    accepted: str = ""  # "", ACCEPTED, SET_ASIDE, NEW_INFORMATION or CONTESTED
    at: str = ""
    written: str = ""
    provenance: str = ""
    marking: str = ""
    is_deleted: bool = False
    is_disputed: bool = False
    history: tuple[Revision, ...] = ()

    @property
    def day(self) -> str:
        """Give the day it happened, "2012-11-19"; "" when nobody said."""
        return self.at[:10]

    @cached_property
    def area_links(self) -> tuple[AreaLink, ...]:
        """Give what this record says about which areas."""
        return tuple(area_links(self.kind, self.fields))

    @cached_property
    def is_evidence(self) -> bool:
        """Tell whether this is evidence; a score is, once somebody looked and graded."""
        return is_evidence(self.kind, self.fields)

    @cached_property
    def has_voice(self) -> bool:
        """Tell whether this carries a child's own voice."""
        return has_childs_voice(self.kind, self.fields)

    @cached_property
    def source_type(self) -> str:
        """Give the kind of evidence this is; "" for a record that is no source of its own."""
        return source_type_of(self.kind, self.fields)

    @cached_property
    def cases(self) -> tuple[RecordId, ...]:
        """Give the cases this record speaks of, each once."""
        return case_refs(self.fields)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Everything a reader may quote, at one moment; nothing here can change."""

    inspection: Mapping[str, Json]
    pack: FrameworkPack
    people: Mapping[AuthorId, Person]
    items: Mapping[RecordId, Item]
    fingerprint: str
    bundles: tuple[BundleRow, ...] = ()
    taken_at: str = ""
    withheld: int = 0  # scores by others that whoever took this may not see yet

    def of_kind(self, *kinds: str) -> tuple[Item, ...]:
        """Give the standing records of these kinds in order of id, deleted ones left out."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        found = (item for kind in kinds for item in self._by_kind.get(kind, ()))
        return tuple(sorted(found, key=_by_record))

    def cases(self) -> tuple[Item, ...]:
        """Give the cases."""
        return self.of_kind("case")

    def standing(self) -> tuple[Item, ...]:
        """Give all records that are not deleted, in order of id."""
        return self._standing

    def evidence_for(self, area: str) -> tuple[Item, ...]:
        """Give the evidence linked to an area, in order of id."""
        return self._by_area.get(area, ())

    def scores_for(self, area: str) -> tuple[Item, ...]:
        """Give all scores of an area, those that looked at nothing included."""
        return self._scores.get(area, ())

    def about_case(self, case: RecordId) -> tuple[Item, ...]:
        """Give what was recorded about a case, in order of id."""
        return self._by_case.get(case, ())

    def name_of(self, author: AuthorId) -> str:
        """Give a person's name, or the id of somebody not on the roster."""
        person = self.people.get(author)
        return person.name if person else author

    @cached_property
    def _standing(self) -> tuple[Item, ...]:
        return tuple(
            self.items[record] for record in sorted(self.items) if not self.items[record].is_deleted
        )

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Item, ...]]:
        return _grouped((item.kind, item) for item in self._standing)

    @cached_property
    def _by_area(self) -> Mapping[str, tuple[Item, ...]]:
        return _grouped(
            (area, item)
            for item in self._standing
            if item.is_evidence
            for area in dict.fromkeys(link.area for link in item.area_links)
        )

    @cached_property
    def _scores(self) -> Mapping[str, tuple[Item, ...]]:
        return _grouped((text(item.fields, "area"), item) for item in self.of_kind(SCORE))

    @cached_property
    def _by_case(self) -> Mapping[RecordId, tuple[Item, ...]]:
        return _grouped((case, item) for item in self._standing for case in item.cases)


def _by_record(item: Item) -> RecordId:
    return item.record


def _grouped(pairs: Iterable[tuple[Key, Item]]) -> Mapping[Key, tuple[Item, ...]]:
    groups: dict[Key, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}
