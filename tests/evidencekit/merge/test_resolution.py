import pytest
from hypothesis import given, strategies as st

from evidencekit.canonical import Json
from evidencekit.errors.merge import NotDecided, UnknownSide
from evidencekit.ids import RevisionId
from evidencekit.merge.resolution import FieldProposal, Side, Written, keep, propose, resolve
from evidencekit.merge.sequences import Origin
from evidencekit.records.revision import Body
from tests.evidencekit.merge.workspace import BEN, Pen

BASE = Body(fields={"i_saw": "seen", "impact": "none"}, state="submitted")
FIELDS = st.dictionaries(
    st.sampled_from(["i_saw", "impact", "areas"]),
    st.one_of(st.sampled_from(["a", "b\nc", 1, True]), st.lists(st.sampled_from("ab"), max_size=2)),
)


def body(state: str = "submitted", marking: str = "OFFICIAL-SENSITIVE", **fields: Json) -> Body:
    return Body(fields=fields, state=state, marking=marking)


def field(base: Json, a: Json, b: Json) -> FieldProposal:
    bodies = [body(x=each) if each is not None else body() for each in (base, a, b)]
    (found,) = propose(*bodies).fields
    return found


@pytest.mark.parametrize(
    ("base", "a", "b", "origin"),
    [
        ("x", "x", "x", Origin.SAME),
        ("x", "y", "x", Origin.ONLY_A),
        ("x", "x", "y", Origin.ONLY_B),
        ("x", "y", "y", Origin.BOTH_SAME),
        ("x", "y", "z", Origin.BOTH_DIFFER),
        (None, "y", None, Origin.ONLY_A),
        ("x", None, "x", Origin.ONLY_A),
        (1, True, 1, Origin.ONLY_A),
    ],
    ids=str,
)
def test_each_field_says_who_changed_it(base: Json, a: Json, b: Json, origin: Origin) -> None:
    assert field(base, a, b).origin is origin


def test_different_fields_are_combined_once_somebody_confirms() -> None:
    a = body(i_saw="seen alone", impact="none")
    b = body(i_saw="seen", impact="she felt safe")
    proposal = propose(BASE, a, b)
    assert proposal.open_fields == ()
    assert set(proposal.changed_fields) == {"i_saw", "impact"}
    assert resolve(proposal, {}).fields == {"i_saw": "seen alone", "impact": "she felt safe"}


def test_a_field_that_both_changed_is_never_decided_in_silence() -> None:
    proposal = propose(BASE, body(i_saw="a", impact="none"), body(i_saw="b", impact="none"))
    with pytest.raises(NotDecided) as refused:
        resolve(proposal, {})
    assert refused.value.facts == {"fields": ("i_saw",)}


@pytest.mark.parametrize(
    ("choice", "text"),
    [(Side.A, "a"), (Side.B, "b"), (Side.BASE, "seen"), (Written("both"), "both")],
    ids=str,
)
def test_a_choice_is_taken_as_it_is(choice: Side | Written, text: str) -> None:
    proposal = propose(BASE, body(i_saw="a", impact="none"), body(i_saw="b", impact="none"))
    assert resolve(proposal, {"i_saw": choice}).fields["i_saw"] == text


def test_paragraphs_are_combined_only_when_asked_for() -> None:
    proposal = propose(
        body(x="one\ntwo\nthree\n"), body(x="1\ntwo\nthree\n"), body(x="one\ntwo\n3\n")
    )
    assert proposal.open_fields == ("x",)
    assert resolve(proposal, {"x": Side.COMBINED}).fields == {"x": "1\ntwo\n3\n"}


def test_what_cannot_be_combined_cannot_be_chosen_so() -> None:
    proposal = propose(body(x="one\n"), body(x="1\n"), body(x="eins\n"))
    with pytest.raises(NotDecided):
        resolve(proposal, {"x": Side.COMBINED})


def test_lines_added_in_different_places_are_combined() -> None:
    line: list[Json] = [{"text": number} for number in "1234"]
    found = field([line[1], line[2]], [line[0], line[1], line[2]], [line[1], line[2], line[3]])
    assert found.combined == line
    assert field([], ["a"], ["b"]).combined is None


def test_an_edit_keeps_all_its_fields_beside_a_deletion() -> None:
    edit = body(i_saw="seen alone", impact="none")
    for a, b in ((edit, body(state="deleted")), (body(state="deleted"), edit)):
        proposal = propose(BASE, a, b)
        assert proposal.is_edit_and_deletion
        resolved = resolve(proposal, {})
        assert (resolved.fields, resolved.state) == (edit.fields, "submitted")


def test_an_edit_beside_a_deletion_without_a_base_keeps_its_fields() -> None:
    edit = body(i_saw="a")
    assert resolve(propose(None, body(state="deleted"), edit), {}).fields == edit.fields


def test_a_decision_never_lowers_a_state() -> None:
    assert resolve(propose(BASE, body("draft"), body("submitted")), {}).state == "submitted"
    assert resolve(propose(BASE, body("draft"), body("draft")), {}).state == "draft"


@pytest.mark.parametrize(
    ("a", "b", "marking"),
    [
        ("OFFICIAL", "OFFICIAL-SENSITIVE", "OFFICIAL"),
        ("OFFICIAL", "RESTRICTED", "RESTRICTED"),
        ("NEWER-WORD", "OFFICIAL", "NEWER-WORD"),
    ],
    ids=str,
)
def test_of_two_changed_markings_the_stricter_stays(a: str, b: str, marking: str) -> None:
    proposal = propose(BASE, body(marking=a), body(marking=b))
    assert resolve(proposal, {}).marking == marking


def test_a_field_may_be_written_that_neither_side_has() -> None:
    resolved = resolve(propose(BASE, BASE, BASE), {"note": Written("Both agree.")})
    assert resolved.fields == {**BASE.fields, "note": "Both agree."}


def test_what_a_newer_version_added_is_kept() -> None:
    a, b = Body(extra={"colour": "red"}), Body(extra={"shape": "round"})
    assert resolve(propose(None, a, b), {}).extra == {"colour": "red", "shape": "round"}


def test_a_version_is_kept_whole_and_only_one_of_those_offered() -> None:
    pen = Pen("keep")
    heads = [pen.write(BEN, {"i_saw": text}) for text in "ab"]
    assert keep(heads, heads[1].id).fields == {"i_saw": "b"}
    with pytest.raises(UnknownSide):
        keep(heads, RevisionId("0" * 64))


@given(FIELDS, FIELDS, FIELDS)
def test_both_sides_come_to_the_same_proposal(
    base: dict[str, Json], a: dict[str, Json], b: dict[str, Json]
) -> None:
    bodies = [Body(fields=fields) for fields in (base, a, b)]
    one = propose(*bodies)
    other = propose(bodies[0], bodies[2], bodies[1])
    assert set(one.open_fields) == set(other.open_fields)
    choices = dict.fromkeys(one.open_fields, Side.A)
    mirrored = dict.fromkeys(other.open_fields, Side.B)
    assert resolve(one, choices).fields == resolve(other, mirrored).fields


@given(FIELDS, FIELDS)
def test_a_version_beside_its_own_base_is_the_proposal(
    base: dict[str, Json], a: dict[str, Json]
) -> None:
    assert resolve(propose(Body(fields=base), Body(fields=a), Body(fields=base)), {}).fields == a
