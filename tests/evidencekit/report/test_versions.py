from dataclasses import replace

from evidencekit.records.revision import Body, State
from evidencekit.report.versions import body_of, fields_of, was_submitted
from tests.evidencekit.report.amberford import Amberford


def test_a_version_gives_its_answers_and_whether_it_was_handed_in() -> None:
    world = Amberford()
    version = world.version("case-note", {"i_saw": "x"})
    draft = world.version("case-note", {}, state=State.DRAFT.value)
    assert fields_of(version) == {"i_saw": "x"}
    assert was_submitted(version)
    assert not was_submitted(draft)


def test_an_erased_or_unreadable_version_is_empty() -> None:
    version = Amberford().version("case-note", {"i_saw": "x"})
    assert fields_of(version.without_content()) == {}
    assert was_submitted(version.without_content())
    assert body_of(replace(version, content=b"not json")) == Body()
