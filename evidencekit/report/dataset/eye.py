"""Eye: what answers are read with: pseudonyms, the words that may go out, who and what goes out."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from evidencekit.canonical import Json
from evidencekit.report.dataset.pseudonyms import Pseudonyms

WITHHELD = "withheld"  # the record that stands for every record that stays behind
NOT_LISTED = "not-listed"  # the code that stands for every answer outside its list


@dataclass(frozen=True, slots=True)
class Eye:
    """Turns ids, names and words into what may be seen; remembers which people and places were."""

    names: Pseudonyms
    going: Container[str]  # the records that go out
    codes: Mapping[str, frozenset[str]]  # the words of each list
    labels: Mapping[str, Mapping[str, str]]  # of each list, the word by its label in small letters
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def record(self, answer: Json) -> str | None:
        """Name a record that another points at."""
        if not isinstance(answer, str) or not answer:
            return None
        return self.names.record(answer) if answer in self.going else WITHHELD

    def person(self, answer: Json) -> str | None:
        """Name a person."""
        if not isinstance(answer, str) or not answer:
            return None
        self.people.add(answer)
        return self.names.person(answer)

    def place(self, answer: Json) -> str | None:
        """Name a place."""
        if not isinstance(answer, str) or not answer.strip():
            return None
        named = self.names.place(answer)
        self.places.add(named)
        return named

    def code(self, codes: str, answer: Json) -> str | None:
        """Give a word of a list; what is outside the list is never repeated."""
        if answer is None or answer == "":
            return None
        is_listed = isinstance(answer, str) and answer in self.codes.get(codes, frozenset())
        return str(answer) if is_listed else NOT_LISTED

    def suggested(self, codes: str, answer: Json) -> str | None:
        """Give the word of a list that a line of text is the label of."""
        if not isinstance(answer, str) or not answer.strip():
            return None
        text = answer.strip()
        return self.code(codes, self.labels.get(codes, {}).get(text.casefold(), text))
