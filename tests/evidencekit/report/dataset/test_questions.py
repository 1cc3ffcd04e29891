import pytest

from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.records.fields import Field, FieldKind
from evidencekit.report.dataset.codes import codes_of, labels_of
from evidencekit.report.dataset.days import Clock, Clocks, Dates
from evidencekit.report.dataset.eye import Eye
from evidencekit.report.dataset.pseudonyms import Pseudonyms
from evidencekit.report.dataset.questions import answer_at, listed, single
from evidencekit.report.dataset.tables import Cell

PACK = library.get("macp-2012")
NAMES = Pseudonyms(bytes(32))
EYE = Eye(NAMES, {"r"}, codes_of(PACK, ["yes-no", "owners"]), labels_of(PACK, ["owners"]))
CLOCKS = Clocks(Clock(None), Clock(None))


def field(kind: FieldKind, *, key: str = "key", words: str = "") -> Field:
    return Field(key=key, label="Label", kind=kind, words=words)


def asked(one: Field, answer: Json, place: str = "kind.key") -> tuple[list[str], tuple[Cell, ...]]:
    question = single(one, (one.key,), place, Dates.NUMBERS, of_case=False)
    return (
        [column.name for column in question.columns],
        question.read({one.key: answer}, EYE, CLOCKS),
    )


@pytest.mark.parametrize(
    ("one", "answer", "names", "cells"),
    [
        (field(FieldKind.LONG_TEXT), "Two words", ["key_words"], (2,)),
        (field(FieldKind.LONG_TEXT), "  ", ["key_words"], (None,)),
        (field(FieldKind.LONG_TEXT), 7, ["key_words"], (None,)),
        (field(FieldKind.NUMBER), 7, ["key"], (7,)),
        (field(FieldKind.NUMBER), True, ["key"], (None,)),
        (field(FieldKind.NUMBER), 2**63, ["key"], (None,)),
        (field(FieldKind.TIME), "10:30", ["key_minute"], (630,)),
        (field(FieldKind.ATTACHMENTS), [{}, {}], ["key_files"], (2,)),
        (field(FieldKind.YES_NO, words="yes-no"), "unclear", ["key"], ("unclear",)),
        (field(FieldKind.YES_NO, words="yes-no"), "perhaps", ["key"], ("not-listed",)),
        (field(FieldKind.CHOICE, key="area", words="pack.areas"), "E4", ["area_id"], ("E4",)),
        (field(FieldKind.RECORD, key="case"), "r", ["case_record_id"], (NAMES.record("r"),)),
        (field(FieldKind.RECORD, key="record"), "x", ["other_record_id"], ("withheld",)),
        (field(FieldKind.MEMBER, key="to"), "a", ["to_person_id"], (NAMES.person("a"),)),
        (field(FieldKind.TEXT, words="owners"), "Everyone at home", ["key"], ("not-listed",)),
    ],
)
def test_an_answer_becomes_what_may_be_seen_of_it(
    one: Field, answer: Json, names: list[str], cells: tuple[Cell, ...]
) -> None:
    assert asked(one, answer) == (names, cells)


def test_a_place_becomes_a_pseudonym() -> None:
    one = field(FieldKind.TEXT, key="host_authority")
    found = asked(one, "Amberford", "case.host_authority")
    assert found == (["host_authority_place_id"], (NAMES.place("Amberford"),))


def test_the_means_say_what_was_asked_and_by_which_paragraph() -> None:
    one = Field(key="k", label="Seen", kind=FieldKind.NUMBER, help="How many.", source="¶4")
    (column,) = single(one, ("k",), "kind.k", Dates.NUMBERS, of_case=False).columns
    assert column.means == "Seen: How many. (¶4)"


def test_each_thing_of_a_list_stands_in_a_column_of_its_own_name() -> None:
    for kind, words, name in (
        (FieldKind.CHOICES, "yes-no", "code"), (FieldKind.CHOICES, "pack.areas", "area_id"),
        (FieldKind.RECORDS, "", "other_record_id"), (FieldKind.MEMBERS, "", "person_id"),
    ):  # fmt: skip
        assert [c.name for c in listed(field(kind, words=words), ("k",)).columns] == [name]


def test_an_answer_is_found_by_its_path_or_not_at_all() -> None:
    assert answer_at({"consent": {"how": "asked"}}, ("consent", "how")) == "asked"
    assert answer_at({"consent": "yes"}, ("consent", "how")) is None
