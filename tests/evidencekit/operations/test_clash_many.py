from itertools import permutations

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.errors.merge import NotDecided
from evidencekit.operations.clash_many import body_of, fields_of
from evidencekit.records.revision import Body, Revision
from tests.evidencekit.merge.workspace import ANNA, BEN, CARA, Pen


def heads(*fields: dict[str, str]) -> tuple[Body, list[Revision]]:
    pen = Pen("many")
    base = pen.write(BEN, {"i_saw": "a", "impact": "x"})
    people = (ANNA, BEN, CARA)
    found = [
        pen.write(people[number % 3], {"i_saw": "a", "impact": "x", **each}, base)
        for number, each in enumerate(fields)
    ]
    return base.body, found


def test_each_version_that_changed_a_field_is_offered_once() -> None:
    base, found = heads({"i_saw": "b"}, {"i_saw": "c"}, {"i_saw": "b"}, {"impact": "y"})
    by_key = {each.key: each for each in fields_of(base, found)}
    assert by_key["i_saw"].changed == (0, 1)
    assert by_key["i_saw"].is_open
    assert not by_key["impact"].is_open


def test_what_only_one_version_changed_comes_along_and_the_rest_is_chosen() -> None:
    base, found = heads({"i_saw": "b"}, {"i_saw": "c"}, {"impact": "y"})
    assert body_of(base, found, {"i_saw": "1"}).fields == {"i_saw": "c", "impact": "y"}
    assert body_of(base, found, {"i_saw": "base"}).fields == {"i_saw": "a", "impact": "y"}


@pytest.mark.parametrize("choice", [None, "", "7", "2", "a"])
def test_an_open_field_needs_one_of_the_answers_on_offer(choice: str | None) -> None:
    base, found = heads({"i_saw": "b"}, {"i_saw": "c"}, {"impact": "y"})
    with pytest.raises(NotDecided):
        body_of(base, found, {} if choice is None else {"i_saw": choice})


ANSWERS = st.fixed_dictionaries({"i_saw": st.sampled_from("abc"), "impact": st.sampled_from("xyz")})


@settings(max_examples=60)
@given(st.lists(ANSWERS, min_size=3, max_size=4), st.data())
def test_the_same_answers_give_the_same_body_in_any_order_of_the_versions(
    answers: list[dict[str, str]], data: st.DataObject
) -> None:
    base, found = heads(*answers)
    wanted = {
        each.key: data.draw(st.sampled_from([each.values[at] for at in each.changed]))
        for each in fields_of(base, found)
        if each.is_open
    }
    bodies = set()
    for order in permutations(found):
        choices = {
            each.key: str(each.values.index(wanted[each.key]))
            for each in fields_of(base, order)
            if each.is_open
        }
        bodies.add(str(sorted(body_of(base, order, choices).fields.items())))
    assert len(bodies) == 1
