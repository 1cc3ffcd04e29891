import pytest

from evidencekit.checks.identity import no_identity
from tests.evidencekit.checks.making import COMPLETE, alone, at, context, words


@pytest.mark.parametrize("kind", COMPLETE)
def test_a_record_that_names_nobody_is_let_be(kind: str) -> None:
    assert alone(no_identity, context(kind)) == []


def test_a_number_is_held_back_and_its_place_is_told() -> None:
    text = "Seen on Monday. NHS 943 476 5919, no chronology."

    problem = at(alone(no_identity, context("case-note", record_says=text)), "record_says")

    assert problem.blocks
    assert [text[start:end] for start, end in problem.spans] == ["943 476 5919"]
    assert "943" not in problem.words
    assert "case reference" in problem.words


def test_a_likely_name_is_advice_only() -> None:
    text = "Said that Kyle was hungry."

    assert not at(alone(no_identity, context("case-note", worker_says=text)), "worker_says").blocks


def test_the_childs_own_words_are_read_too() -> None:
    text = "Mr Okafor shouts at me."

    assert at(alone(no_identity, context("voice", own_words=text)), "own_words").blocks


def test_a_concern_may_say_who_the_child_is_in_one_place_only() -> None:
    text = "Kayleigh Dawson, 14 Acacia Avenue."

    assert alone(no_identity, context("concern", identity=text)) == []
    found = alone(no_identity, context("concern", nature=text))
    assert {problem.field for problem in found} == {"nature"}
    assert len(found) == 2


def test_a_line_is_found_once_and_again_where_only_the_keys_still_say_it() -> None:
    name = "Mrs Patel cried."
    line = {"kind": "observed", "text": name, "typed": f"mo:{name} #6"}
    found = alone(no_identity, context("observation", lines=[line]))
    assert [problem.field for problem in found] == ["lines.0.text"]

    mended = {**line, "text": "The mother cried."}
    found = alone(no_identity, context("observation", lines=[mended]))
    assert [problem.field for problem in found] == ["lines.0.typed"]


def test_organisations_and_colleagues_have_names() -> None:
    assert alone(no_identity, context("member", name="Olivia Barnes")) == []
    assert alone(no_identity, context("inspection", police_force="Kent Anselm Police")) == []
    contacts = [{"agency": "police", "how": "Ring 01632 960222 by day."}]
    assert alone(no_identity, context("inspection", contacts=contacts)) == []
    number = "Trust of 943 476 5919"
    assert at(alone(no_identity, context("inspection", area_name=number)), "area_name").blocks


@pytest.mark.parametrize("reference", ["J.S., 7, St Mary's", "sh 4", "Kayleigh", "04"])
def test_a_reference_says_nothing_of_the_child(reference: str) -> None:
    found = alone(no_identity, context("case", reference=reference))

    assert "SH-04" in " ".join(words(found))
    assert any(problem.blocks for problem in found)


def test_nothing_is_changed() -> None:
    given = context("case-note", record_says="Mrs Patel")
    before = dict(given.fields)

    alone(no_identity, given)

    assert dict(given.fields) == before
