"""The words behind keys and ids: labels, names of people, references of cases, citations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.kinds import KINDS
from evidencekit.records.words import is_pack_words, label_of
from evidencekit.report.outline import Citation

NOT_HERE = "a record that is not here"


@dataclass(frozen=True)
class Naming:
    """Turns what records hold into what people read; nothing is looked up twice."""

    snapshot: Snapshot
    pack: FrameworkPack
    citations: Mapping[RecordId, Citation] = field(default_factory=dict)

    def label(self, words: str, key: str) -> str:
        """Give the label of a key in a vocabulary, the framework's own included."""
        if is_pack_words(words):
            return self.pack.label(words.replace("-", "_"), key)
        return label_of(words, key)

    def kind(self, kind: str) -> str:
        """Give the label of a kind."""
        return KINDS[kind].label if kind in KINDS else kind

    def area(self, area: str) -> str:
        """Give an area as it is printed: E4 Child's needs, wishes, feelings."""
        found = self.pack.area(area)
        return f"{found.id} {found.label}" if found else area

    def inspectorate(self, inspectorate: str) -> str:
        """Give the name of an inspectorate."""
        return self.pack.label("inspectorates", inspectorate)

    def person(self, author: AuthorId) -> str:
        """Give a person's name, or the id of somebody not on the roster."""
        return self.snapshot.name_of(author)

    def record(self, record: RecordId) -> str:
        """Name another record: a case by its reference, evidence by its number."""
        if record in self.citations:
            return f"[{self.citations[record].label}]"
        item = self.snapshot.items.get(record)
        if item is None:
            return NOT_HERE
        reference = item.fields.get("reference")
        if item.kind == "case" and isinstance(reference, str) and reference:
            return reference
        return f"a {self.kind(item.kind).lower()} that is not printed here"

    def cases(self, cases: Iterable[RecordId]) -> str:
        """Name cases by their references."""
        return ", ".join(sorted(self.record(case) for case in cases))

    def cited(self, records: Iterable[RecordId]) -> tuple[Citation, ...]:
        """Give the ways to records that are printed here, in the order of their numbers."""
        found = {self.citations[each] for each in records if each in self.citations}
        return tuple(sorted(found, key=_by_label))

    def unprinted(self, records: Iterable[RecordId]) -> int:
        """Count the records named that are not printed here."""
        return len({each for each in records if each not in self.citations})


def _by_label(citation: Citation) -> tuple[int, str]:
    return len(citation.label), citation.label
