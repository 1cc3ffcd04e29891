"""Answers in words."""

import pytest

from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.casework import case_snapshot
from evidencekit.records.kinds import KINDS
from tests.ui.places.conftest import Known, add, do
from ui.places.record_words import names_in, polarity_words, said_at, said_in
from ui.places.workplace import Workplace


def say(pack: FrameworkPack, kind: str, **fields: Json) -> dict[str, str]:
    names = {"r1": "SH-04"}
    said = said_in(KINDS[kind], fields, pack, lambda key: names.get(key, key))
    return {each.key: each.answer for each in said}


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2012-11-20T10:30", "Tuesday 20 November 2012, 10:30"),
        ("2012-11-20", "Tuesday 20 November 2012"),
        ("2012-11", "2012-11"),
        ("", ""),
    ],
)
def test_a_moment_in_words(at: str, said: str) -> None:
    assert said_at(at) == said


def test_each_answer_is_said_as_the_form_says_it(pack: FrameworkPack) -> None:
    said = say(
        pack, "observation", what="marac", started="2012-11-20T10:30", cases=["r1", "r9"],
        advocate="unclear", source_roles=["chair", "police"], dissent="The school disagreed.",
        consent={"status": "given", "how": "announced", "note": "All agreed."},
    )  # fmt: skip
    assert said["what"] == pack.label("pack.observation-kinds", "marac")
    assert said["cases"] == "SH-04, r9"
    assert said["advocate"] == "Unclear"
    assert said["source_roles"] == "Chair, Police"
    assert said["consent"].startswith("Given")
    assert "Note: All agreed." in said["consent"]
    assert "setting" not in said


def test_lines_are_said_without_the_marks_of_the_screen(pack: FrameworkPack) -> None:
    line: dict[str, Json] = {
        "key": "a", "time": "10:35", "speaker": "police", "kind": "quote",
        "text": "Nobody told us.", "areas": ["E6"], "typed": 'po:"Nobody told us. #6',
    }  # fmt: skip
    area = pack.label("pack.areas", "E6")
    said = say(pack, "observation", lines=[line, "junk"])["lines"]
    assert said == f"10:35 · Police · Quote · Nobody told us. · Areas: {area}\n"


def test_dates_numbers_and_files(pack: FrameworkPack) -> None:
    about: dict[str, Json] = {"date": "2012-11", "precision": "month"}
    files: list[Json] = [{"digest": "d", "name": "plan.pdf", "size": 1, "type": "pdf"}]
    assert say(pack, "journey-event", when=about)["when"] == "November 2012"
    assert say(pack, "document", attachments=files)["attachments"] == "plan.pdf"
    assert say(pack, "case-note", caseload=24)["caseload"] == "24"


def test_what_no_question_asked_is_still_shown(pack: FrameworkPack) -> None:
    assert say(pack, "case-note", of_a_newer_version="x") == {"of_a_newer_version": "x"}


def test_a_case_is_told_in_the_words_of_its_questions(workplace: Workplace, known: Known) -> None:
    twin = add(workplace, "case", {
        "reference": "OWN-L2", "sample_type": "shared-tracked", "siblings": [known.case],
        "stages": ["early-help"], "unborn": "no", "tracked_by": [workplace.me.id],
        "agencies": [{"agency": "police", "record_read": "yes",
                      "since": {"date": "2012-06", "precision": "month"}}],
    })  # fmt: skip
    snapshot = do(workplace, lambda desk: case_snapshot(desk, twin))
    fields = snapshot.items[twin].fields
    found = said_in(KINDS["case"], fields, snapshot.pack, names_in(snapshot))
    said = {each.question: each.answer for each in found}
    assert said["Reference"] == "OWN-L2"
    assert {"OWN-L1", "No", "Amara Osei"} <= set(said.values())
    rows = next(words for words in said.values() if "Police" in words)
    assert "June 2012" in rows
    assert "Yes" in rows


def test_a_record_from_elsewhere_is_named_as_not_shown(workplace: Workplace, known: Known) -> None:
    snapshot = do(workplace, lambda desk: case_snapshot(desk, known.case))
    assert names_in(snapshot)("of-another-base") == "A record that is not shown here"


def test_a_polarity_is_one_word_and_nothing_is_made_up() -> None:
    assert polarity_words("strength") == "Strength"
    assert polarity_words("") == "Not said"
    assert polarity_words("of-a-newer-version") == "Of-a-newer-version"
