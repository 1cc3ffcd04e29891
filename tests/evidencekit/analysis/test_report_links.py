"""An edit of the text loses no link."""

from hypothesis import given, strategies as st

from evidencekit.analysis.report_links import carried, with_evidence
from evidencekit.canonical import Json
from evidencekit.ids import RecordId

ONE, TWO, THREE = "Children wait too long.", "Plans have no dates.", "Staff care."


def row(sentence: str, *evidence: str) -> dict[str, Json]:
    return {"sentence": sentence, "evidence": list(evidence)}


def test_a_sentence_put_right_keeps_what_it_rests_on() -> None:
    found = carried(
        [row(ONE, "a"), row(TWO, "b")], [ONE, TWO], ["Children wait far too long.", TWO]
    )
    assert found == [row("Children wait far too long.", "a"), row(TWO, "b")]


def test_a_sentence_that_moves_keeps_its_own() -> None:
    found = carried([row(ONE, "a"), row(TWO, "b")], [ONE, TWO], [TWO, THREE, ONE])
    assert found == [row(ONE, "a"), row(TWO, "b")]


def test_another_sentence_in_its_place_takes_nothing_over() -> None:
    assert carried([row(ONE, "a")], [ONE], [THREE]) == [row(ONE, "a")]


def test_two_sentences_that_become_one_bring_both_their_evidence() -> None:
    found = carried([row(ONE, "a"), row("Children wait long.", "b")],
                    [ONE, TWO], ["Children wait long.", TWO])  # fmt: skip
    assert found == [row("Children wait long.", "b", "a")] or found[0]["evidence"] == ["a", "b"]


@given(st.lists(st.sampled_from([ONE, TWO, THREE, "Other words here."]), unique=True),
       st.lists(st.sampled_from([ONE, TWO, THREE, "Children wait."]), unique=True))  # fmt: skip
def test_no_link_is_ever_lost(before: list[str], after: list[str]) -> None:
    links = [row(sentence, sentence) for sentence in before]
    found = carried(links, before, after)
    assert sorted(str(each) for one in found for each in _list(one["evidence"])) == sorted(before)


def _list(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return value


def test_evidence_is_set_and_taken_off_for_one_sentence_alone() -> None:
    links = with_evidence([row(ONE, "a")], TWO, [RecordId("b"), RecordId("b")])
    assert links == [row(ONE, "a"), row(TWO, "b")]
    assert with_evidence(links, TWO, []) == [row(ONE, "a")]
    told = with_evidence([], ONE, [], about_us=True)
    assert told == [{"sentence": ONE, "evidence": [], "about_us": "yes"}]
