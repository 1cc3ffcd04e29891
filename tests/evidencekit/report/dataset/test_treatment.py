import pytest

from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.records.kinds import KINDS
from evidencekit.report.dataset.treatment import GOES_OUT, STAYS, why_it_stays

PACK = library.get("macp-2012")


@pytest.mark.parametrize(
    ("kind", "state", "fields", "why"),
    [
        ("case-note", "submitted", {}, ""),
        ("case-note", "draft", {}, "draft"),
        ("case-note", "deleted", {}, "deleted"),
        ("finding", "draft", {}, "draft"),
        ("case", "draft", {}, ""),
        ("concern", "submitted", {}, "kind"),
        ("decision", "submitted", {}, "kind"),
        ("a kind of tomorrow", "submitted", {}, "kind"),
        ("voice", "submitted", {"in_confidence": "yes"}, "in-confidence"),
        ("voice", "submitted", {"consent": {"status": "withdrawn"}}, "consent"),
        ("observation", "submitted", {"what": "marac"}, "view-only"),
        ("document", "submitted", {"handling": "view-only"}, "view-only"),
        ("document", "submitted", {"handling": "seen-not-copied"}, ""),
    ],
)
def test_what_keeps_a_record_here(kind: str, state: str, fields: dict[str, Json], why: str) -> None:
    assert why_it_stays(PACK, kind, state, fields, "OFFICIAL-SENSITIVE") == why


def test_a_higher_marking_keeps_a_record_here() -> None:
    assert why_it_stays(PACK, "claim", "submitted", {}, "RESTRICTED") == "marking"


def test_where_an_identity_may_stand_never_goes_out() -> None:
    named = {k for k, kind in KINDS.items() if any(field.identity for field in kind.fields)}
    assert named
    assert not named & set(GOES_OUT)


def test_every_reason_is_a_sentence() -> None:
    assert all(words.endswith(".") for words in STAYS.values())
