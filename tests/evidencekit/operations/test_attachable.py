"""Where files may be added, asked before and enforced after."""

import pytest

from evidencekit.canonical import Json
from evidencekit.errors.attaching import HandlingFirst, NoPlaceForFiles, ViewOnlyPapers
from evidencekit.errors.base import Planned
from evidencekit.operations import attachable
from tests.world import Person


@pytest.mark.parametrize(
    ("kind", "fields", "refusal"),
    [
        ("document", {"handling": "copy-kept"}, Planned),
        ("document", {}, HandlingFirst),
        ("document", {"handling": "view-only"}, ViewOnlyPapers),
        ("document", {"handling": "seen-not-copied"}, ViewOnlyPapers),
        ("observation", {"what": "mappa"}, ViewOnlyPapers),
        ("observation", {"what": "marac"}, ViewOnlyPapers),
        ("observation", {}, NoPlaceForFiles),
        ("case", {}, NoPlaceForFiles),
        ("made-up", {}, NoPlaceForFiles),
    ],
)
def test_why_a_file_may_not_be_added(
    lead: Person, kind: str, fields: dict[str, Json], refusal: type[Planned]
) -> None:
    why = attachable.why_not(lead.desk.pack, kind, fields)
    if refusal is Planned:
        assert why is None
        attachable.check_may_add(lead.desk.pack, kind, fields)
    else:
        assert type(why) is refusal
        with pytest.raises(refusal):
            attachable.check_may_add(lead.desk.pack, kind, fields)


def test_files_answer_one_question_of_a_document() -> None:
    assert attachable.place_for_files("document") == "attachments"
    assert attachable.place_for_files("observation") == ""


def test_papers_without_a_file_are_never_refused(lead: Person) -> None:
    attachable.check_files(lead.desk.pack, "document", {"handling": "view-only"})
    attachable.check_files(lead.desk.pack, "document", {"handling": "view-only", "attachments": []})
