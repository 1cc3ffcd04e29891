"""What kind of source a piece of evidence is."""

import pytest

from evidencekit.canonical import Json
from evidencekit.records.kinds import KINDS
from evidencekit.records.sources import method_of, source_type_of
from evidencekit.records.words import VOCABULARIES


@pytest.mark.parametrize(
    ("kind", "fields", "source"),
    [
        ("case-note", {"source_type": "case-discussion"}, "case-discussion"),
        ("case-note", {}, ""),
        ("case-note", {"source_type": 7}, ""),
        ("journey-event", {}, "case-record-reading"),
        ("observation", {"what": "icpc"}, "meeting-observed"),
        ("observation", {"what": "visit"}, "visit-observed"),
        ("observation", {"what": "duty-desk"}, "duty-observed"),
        ("voice", {"who": "child"}, "childs-voice"),
        ("voice", {"who": "parent"}, "parents-voice"),
        ("voice", {"who": "foster-carer"}, "foster-carer"),
        ("voice", {}, ""),
        ("document", {}, "document-review"),
        ("data-point", {}, "performance-data"),
        ("claim", {"source_type": "leader-interview"}, "leader-interview"),
        ("finding", {}, ""),
        ("of-tomorrow", {"source_type": "other"}, ""),
    ],
)
def test_a_record_tells_its_kind_of_source(kind: str, fields: dict[str, Json], source: str) -> None:
    assert source_type_of(kind, fields) == source


def test_a_score_does_not_corroborate() -> None:
    assert source_type_of("score", {"area": "E4", "source_type": "other"}) == ""


@pytest.mark.parametrize("voice", [word.key for word in VOCABULARIES["voices"].words])
def test_every_voice_has_a_kind_of_source(voice: str) -> None:
    assert source_type_of("voice", {"who": voice}) in VOCABULARIES["evidence-types"].keys


def test_fixed_sources_are_words_of_the_vocabulary() -> None:
    fixed = {kind.source_type for kind in KINDS.values()} - {""}
    assert fixed <= VOCABULARIES["evidence-types"].keys


def test_sources_are_gathered_by_method() -> None:
    assert method_of("case-record-reading") == method_of("document-review") == "documents"
    assert method_of("childs-voice") != method_of("case-discussion")
    assert method_of("of-tomorrow") == ""
