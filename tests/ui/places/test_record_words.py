"""Answers in words."""

import pytest

from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.kinds import KINDS
from ui.places.record_words import said_at, said_in


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
    assert say(pack, "journey-event", when=about)["when"] == "2012-11"
    assert say(pack, "document", attachments=files)["attachments"] == "plan.pdf"
    assert say(pack, "case-note", caseload=24)["caseload"] == "24"


def test_what_no_question_asked_is_still_shown(pack: FrameworkPack) -> None:
    assert say(pack, "case-note", of_a_newer_version="x") == {"of_a_newer_version": "x"}
