from collections.abc import Mapping

from hypothesis import given, strategies as st

from evidencekit.canonical import Json
from evidencekit.records.kinds import KINDS
from evidencekit.report.answers import WITHHELD, parts_of, quoted, unknown_answers
from evidencekit.report.outline import Part
from tests.evidencekit.report.amberford import ANNA, Amberford


def parts(kind: str, fields: Mapping[str, Json]) -> dict[str, Part]:
    naming = Amberford().base().naming
    return {part.label: part for part in parts_of(KINDS[kind], fields, naming)}


def test_exact_words_are_printed_untouched_and_marked_as_spoken() -> None:
    words = "  i  told <b>her</b> & 'em…  "
    part = parts("voice", {"own_words": words})["In their own words"]
    assert part.text == words
    assert part.spoken


def test_an_identity_is_never_printed() -> None:
    found = parts("concern", {"identity": "Zebedee", "nature": "Something."})
    assert "Who the child is" not in found
    assert "Zebedee" not in repr(found)


def test_words_told_in_confidence_are_withheld_visibly() -> None:
    found = parts("voice", {"own_words": "Do not say.", "in_confidence": "yes", "asked": "What?"})
    assert found["In their own words"].text == WITHHELD
    assert found["What I asked"].text == "What?"


def test_short_answers_stand_together_in_words() -> None:
    found = parts(
        "case-note",
        {"agency": "police", "manager_present": "no", "source_roles": ["police", "mother"],
         "caseload": 14},
    )  # fmt: skip
    assert found["Also recorded"].text == (
        "Whose record or practitioner: Police; Who was with me: Police, Mother; "
        "Manager present: No; Caseload: 14."
    )


def test_lines_of_an_observation_keep_who_said_what() -> None:
    found = parts(
        "observation",
        {
            "lines": [
                {"time": "14:03", "speaker": "mother", "kind": "quote", "text": "He hit her.",
                 "child_voice": "no"},
                {"time": "14:05", "kind": "my-view", "text": "Nobody asked on."},
                {"kind": "observed", "text": "Silence.", "child_voice": "yes", "areas": ["E4"],
                 "typed": "Silence #4 #cv", "key": "k"},
            ]
        },
    )  # fmt: skip
    assert found["Notes"].text.split("\n") == [
        "14:03 Mother: “He hit her.”",
        "14:05 My view: Nobody asked on.",
        "Silence. (child's voice; Child's needs, wishes, feelings)",
    ]


def test_rows_and_groups_are_told_line_by_line() -> None:
    found = parts(
        "observation",
        {
            "attendance": [{"agency": "police", "status": "apologies"}, {"agency": "gp"}],
            "consent": {"status": "given", "given_by": ["child"], "at": "2012-11-19T09:58"},
        },
    )
    assert (
        found["Attendance"].text
        == "Agency: Police; Attendance: Apologies.\nAgency: GP or primary care."
    )
    assert found["Consent"].text == (
        "Consent: Given; From whom: Child or young person; When: 19 November 2012, 09:58."
    )


def test_dates_people_and_files_are_told_in_words() -> None:
    found = parts(
        "document",
        {"dated": {"date": "2011-03", "precision": "month"},
         "attachments": [{"digest": "ab" * 64, "name": "Zebedee.pdf", "size": 1, "type": "x"}]},
    )  # fmt: skip
    assert "Dated: March 2011 (month only)" in found["Also recorded"].text
    assert "1 kept in the evidence base (abababababab)" in found["Also recorded"].text
    assert "Zebedee" not in repr(found)
    told = parts("case", {"tracked_by": [ANNA], "reference": "SH-01"})
    assert "Tracked by: Anna Bell" in told["Also recorded"].text


def test_an_answer_of_another_form_is_shown_as_it_was_stored() -> None:
    found = parts("case-note", {"agency": {"odd": [1]}, "areas": "E1", "record_says": 5})
    assert '{"odd":[1]}' in found["Also recorded"].text
    assert found["The record says"].text == "5"
    odd = parts("observation", {"lines": "not rows", "attendance": ["not a row"]})
    assert odd["Notes"].text == "not rows"
    assert odd["Attendance"].text == "not a row"


def test_answers_of_a_newer_version_are_counted() -> None:
    assert unknown_answers(KINDS["voice"], {"own_words": "x", "mood": "calm"}) == 1


def test_quotation_marks_are_not_doubled() -> None:
    assert quoted("No.") == "“No.”"
    assert quoted("“No.”") == "“No.”"
    assert quoted('"') == '“"”'


json = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_answer_however_odd_stops_the_printing(kind: str, data: st.DataObject) -> None:
    keys = [field.key for field in KINDS[kind].fields if not field.identity]
    fields = data.draw(st.dictionaries(st.sampled_from(keys), json, max_size=4))
    for part in parts(kind, fields).values():
        assert part.text
