import pytest
from typing_extensions import override

from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.kinds import KINDS
from evidencekit.rehearsal.spelling import Names, Speller, cells, prose, rows


class Capitals(Names):
    @override
    def record(self, name: str) -> RecordId:
        return RecordId(name.upper())

    @override
    def member(self, key: str) -> AuthorId:
        return AuthorId(key.upper())


SPELLER = Speller(Capitals())
OBSERVATION, NOTE, SCORE = (KINDS[kind].fields for kind in ("observation", "case-note", "score"))


def test_a_row_goes_on_where_the_next_line_is_indented() -> None:
    assert rows("one | two\n    and more\nthree | four") == [
        "one | two\n    and more",
        "three | four",
    ]


def test_a_bar_inside_a_word_parts_nothing() -> None:
    assert cells("a|b | c | ") == ["a|b", "c", ""]


def test_lines_of_prose_are_joined_and_paragraphs_kept() -> None:
    assert prose("One\ntwo.\n\n  Three.\n") == "One two.\n\nThree."


def test_areas_are_read_as_rows_without_empty_cells() -> None:
    fields = SPELLER.fields(NOTE, {"areas": "E4 | weakness | some | why\nE8 | strength"})
    assert fields["areas"] == [
        {"area": "E4", "polarity": "weakness", "weight": "some", "note": "why"},
        {"area": "E8", "polarity": "strength"},
    ]


def test_a_line_of_a_meeting_has_its_key_time_speaker_and_areas() -> None:
    fields = SPELLER.fields(
        OBSERVATION, {"lines": "10:02 | chair | quote | Why today? | yes | E4 E7"}
    )
    assert fields["lines"] == [
        {
            "key": "l01", "time": "10:02", "speaker": "chair", "kind": "quote",
            "text": "Why today?", "child_voice": "yes", "areas": ["E4", "E7"],
        }
    ]  # fmt: skip


def test_consent_is_one_row() -> None:
    fields = SPELLER.fields(OBSERVATION, {"consent": "given | child parent | spoken | wed 09:50"})
    assert fields["consent"] == {
        "status": "given", "given_by": ["child", "parent"], "how": "spoken",
        "at": "2012-11-21T09:50",
    }  # fmt: skip


def test_records_and_people_go_by_their_names_in_the_script() -> None:
    fields = SPELLER.fields(
        SCORE, {"case": "sh-01", "evidence": ["a", "b"], "counter_evidence": "c"}
    )
    assert fields == {"case": "SH-01", "evidence": ["A", "B"], "counter_evidence": ["C"]}


def test_a_question_that_the_kind_does_not_ask_is_an_error() -> None:
    with pytest.raises(KeyError, match="colour"):
        SPELLER.fields(NOTE, {"colour": "blue"})


def test_a_number_stays_a_number() -> None:
    assert SPELLER.fields(NOTE, {"caseload": 27}) == {"caseload": 27}
