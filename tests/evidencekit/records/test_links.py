"""What a record points at."""

from hypothesis import given, strategies as st

from evidencekit.canonical import Json
from evidencekit.ids import AttachmentId
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import (
    AreaLink,
    AttachmentRef,
    area_links,
    attachments_of,
    record_links,
)

CASE, OTHER, NOTE = "01-case", "02-case", "03-note"

HOSTILE: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.integers(0, 3) | st.sampled_from(["", "E4", CASE]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["area", "areas", "cases", "digest", "size"]), inner)
    ),
    max_leaves=8,
)


def test_one_record_and_many_records_are_links_in_form_order() -> None:
    fields: dict[str, Json] = {"evidence": [NOTE, "04-note"], "cases": [CASE]}
    assert record_links("finding", fields) == [
        ("cases", CASE), ("evidence", NOTE), ("evidence", "04-note"),
    ]  # fmt: skip
    assert record_links("voice", {"case": CASE}) == [("case", CASE)]


def test_a_record_named_twice_in_one_field_is_one_link() -> None:
    assert record_links("observation", {"cases": [CASE, CASE, ""]}) == [("cases", CASE)]
    assert record_links("observation", {"cases": 7}) == record_links("voice", {"case": ""}) == []


def test_records_in_the_rows_of_a_table_are_links() -> None:
    on_site: Json = [{"day": "2012-11-19", "cases": [CASE]}, {"cases": [CASE, OTHER]}]
    assert record_links("deployment", {"on_site": on_site}) == [
        ("on_site.cases", CASE), ("on_site.cases", OTHER),
    ]  # fmt: skip


def test_a_revision_is_not_a_link_to_a_record() -> None:
    fields: dict[str, Json] = {"subject": NOTE, "revision": "1" * 64, "outcome": "accept"}
    assert record_links("decision", fields) == [("subject", NOTE)]


def test_an_area_link_has_its_polarity_weight_and_note() -> None:
    areas: Json = [
        {"area": "E4", "polarity": "strength", "weight": "some", "note": "Seen alone."},
        {"area": "E7", "polarity": "mixed"},
        {"polarity": "weakness"},
    ]
    assert area_links("case-note", {"areas": areas}) == [
        AreaLink("E4", "strength", "some", "Seen alone."), AreaLink("E7", "mixed"),
    ]  # fmt: skip


def test_an_area_on_a_line_is_a_link_that_takes_no_side() -> None:
    lines: Json = [{"key": "a", "text": "He said nothing.", "areas": ["E4", "E8"]}]
    assert area_links("observation", {"lines": lines}) == [
        AreaLink("E4", line="a"), AreaLink("E8", line="a"),
    ]  # fmt: skip


def test_what_a_line_shows_goes_with_each_of_its_areas() -> None:
    line: Json = {"key": "a", "areas": ["E4", "E8"], "polarity": "weakness", "weight": "some"}
    assert area_links("observation", {"lines": [line]}) == [
        AreaLink("E4", "weakness", "some", line="a"), AreaLink("E8", "weakness", "some", line="a"),
    ]  # fmt: skip


def test_what_the_record_says_of_an_area_stands_before_what_its_lines_say() -> None:
    fields: dict[str, Json] = {
        "areas": [{"area": "E4", "polarity": "weakness"}],
        "lines": [{"key": "a", "areas": ["E4"]}, {"key": "b", "areas": ["E8"]}],
    }
    assert area_links("observation", fields) == [
        AreaLink("E4", "weakness"), AreaLink("E8", line="b"),
    ]  # fmt: skip


def test_a_score_is_linked_to_the_area_it_scores() -> None:
    assert area_links("score", {"area": "E4", "grade": "good"}) == [AreaLink("E4")]
    assert area_links("score", {}) == []


def test_files_are_named_by_their_digest() -> None:
    files: Json = [
        {"digest": "ab" * 64, "name": "plan.pdf", "size": 7, "type": "application/pdf"},
        {"name": "no digest"},
    ]
    assert attachments_of("document", {"attachments": files}) == [
        AttachmentRef(
            digest=AttachmentId("ab" * 64), name="plan.pdf", size=7, media_type="application/pdf"
        )
    ]
    assert attachments_of("observation", {"attachments": files}) == []


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_answers_of_any_form_are_read_without_a_fault(kind: str, data: st.DataObject) -> None:
    keys = [field.key for field in KINDS[kind].fields]
    fields = data.draw(st.dictionaries(st.sampled_from(keys), HOSTILE))
    record_links(kind, fields)
    area_links(kind, fields)
    attachments_of(kind, fields)


def test_a_kind_of_a_newer_version_has_no_links_but_its_areas() -> None:
    fields: dict[str, Json] = {"case": CASE, "areas": [{"area": "E1", "polarity": "context"}]}
    assert record_links("of-tomorrow", fields) == []
    assert area_links("of-tomorrow", fields) == [AreaLink("E1", "context")]
