"""What a rule is given: one record with its surroundings, or the whole evidence base."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from evidencekit.canonical import Json
from evidencekit.checks.grounds import asked_from
from evidencekit.checks.problem import Problem
from evidencekit.clock import LOCAL_ZONE
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.fields import Kind
from evidencekit.records.kinds import KINDS

Fields = Mapping[str, Json]

NOBODY = AuthorId("")


class Recorded(Protocol):
    """A record as it stands; analysis.snapshot.Item is one, and so is `Known`."""

    @property
    def record(self) -> RecordId:
        """Give its id."""
        ...

    @property
    def kind(self) -> str:
        """Give its kind."""
        ...

    @property
    def fields(self) -> Fields:
        """Give its answers."""
        ...

    @property
    def author(self) -> AuthorId:
        """Give who wrote it."""
        ...

    @property
    def inspectorate(self) -> str:
        """Give the author's inspectorate."""
        ...

    @property
    def is_deleted(self) -> bool:
        """Tell whether it was deleted."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A record as it stands, for callers that have no snapshot at hand."""

    record: RecordId
    kind: str
    fields: Fields
    author: AuthorId = NOBODY
    inspectorate: str = ""
    is_deleted: bool = False


Look = Callable[[RecordId], Recorded | None]


def nothing_known(_record: RecordId) -> None:
    """Know no other record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One record as it is about to be kept or submitted."""

    pack: FrameworkPack
    record: RecordId
    kind: str
    fields: Fields
    kinds: Mapping[str, Kind] = field(default_factory=lambda: KINDS)
    at: str = ""  # local, as in a header
    tz: str = LOCAL_ZONE
    written: str = ""  # UTC
    provenance: str = ""
    reason: str = ""
    author: AuthorId = NOBODY
    inspectorate: str = ""
    look: Look = nothing_known  # another record by its id
    let_be: frozenset[str] = frozenset()  # words that somebody here said are no name

    @property
    def declared(self) -> Kind | None:
        """Give the kind's declaration; None for a kind of a newer version."""
        return self.kinds.get(self.kind)

    def source_of(self, key: str) -> str:
        """Give the paragraph that a question comes from under this framework."""
        declared = self.declared.field(key) if self.declared else None
        return asked_from(self.pack, self.kind, declared) if declared else ""

    def standing(self, records: Iterable[RecordId]) -> tuple[Recorded, ...]:
        """Give those of the records that are held and not deleted."""
        found = (self.look(record) for record in records)
        return tuple(one for one in found if one is not None and not one.is_deleted)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeContext:
    """The evidence base as it stands."""

    pack: FrameworkPack
    items: tuple[Recorded, ...]

    def of_kind(self, *kinds: str) -> tuple[Recorded, ...]:
        """Give the records of these kinds that are not deleted."""
        return tuple(item for item in self.items if item.kind in kinds and not item.is_deleted)

    @property
    def inspection(self) -> Recorded | None:
        """Give the record of the inspection itself."""
        return next(iter(self.of_kind("inspection")), None)


AloneRule = Callable[[Context], Iterable[Problem]]
WholeRule = Callable[[WholeContext], Iterable[Problem]]
