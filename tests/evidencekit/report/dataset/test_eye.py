import pytest

from evidencekit.canonical import Json
from evidencekit.report.dataset.eye import NOT_LISTED, WITHHELD, Eye
from evidencekit.report.dataset.pseudonyms import Pseudonyms

NAMES = Pseudonyms(bytes(32))


@pytest.fixture
def eye() -> Eye:
    return Eye(NAMES, {"here"}, {"roles": frozenset({"nurse"})}, {"roles": {"a nurse": "nurse"}})


def test_a_record_that_goes_out_is_named_and_any_other_is_withheld(eye: Eye) -> None:
    assert eye.record("here") == NAMES.record("here")
    assert eye.record("elsewhere") == WITHHELD


def test_a_word_outside_its_list_is_never_repeated(eye: Eye) -> None:
    assert eye.code("roles", "nurse") == "nurse"
    for answer in ("Mrs Quilliam", 7, ["nurse"]):
        assert eye.code("roles", answer) == NOT_LISTED
    assert eye.code("no such list", "nurse") == NOT_LISTED


def test_a_line_that_is_a_label_becomes_its_code(eye: Eye) -> None:
    assert eye.suggested("roles", " A nurse ") == "nurse"
    assert eye.suggested("roles", "somebody else") == NOT_LISTED


def test_people_and_places_that_were_seen_are_remembered(eye: Eye) -> None:
    assert eye.person("anna") == NAMES.person("anna")
    assert eye.place("Amberford") == eye.place(" amberford ")
    assert (eye.people, eye.places) == ({"anna"}, {NAMES.place("Amberford")})


@pytest.mark.parametrize("answer", [None, ""])
def test_no_answer_gives_nothing(eye: Eye, answer: Json) -> None:
    assert eye.record(answer) is eye.person(answer) is eye.place(answer) is None
    assert eye.code("roles", answer) is eye.suggested("roles", answer) is None
