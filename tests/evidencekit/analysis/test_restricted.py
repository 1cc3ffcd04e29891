"""What closes a record for reports and for data alike."""

from collections.abc import Mapping

import pytest

from evidencekit.analysis.restricted import Restricted, why_restricted
from evidencekit.canonical import Json
from evidencekit.framework import library

PACK = library.get("macp-2012")


@pytest.mark.parametrize(
    ("kind", "fields", "marking", "why"),
    [
        ("case-note", {"i_saw": "A cot."}, "OFFICIAL-SENSITIVE", None),
        ("case-note", {}, "OFFICIAL", None),
        ("case-note", {}, "", None),
        ("case-note", {"in_confidence": "no"}, "", None),
        ("case-note", {"in_confidence": "yes"}, "", Restricted.IN_CONFIDENCE),
        ("observation", {"what": "mappa"}, "", Restricted.VIEW_ONLY),
        ("document", {"handling": "view-only"}, "", Restricted.VIEW_ONLY),
        ("document", {"handling": "copy-kept"}, "", None),
        ("voice", {"consent": {"status": "given"}}, "", None),
        ("voice", {"consent": {"status": "refused"}}, "", Restricted.CONSENT),
        ("voice", {"consent": {"status": "withdrawn"}}, "", Restricted.CONSENT),
        ("voice", {"consent": {"withdrawn_at": "2012-11-20T10:00"}}, "", Restricted.CONSENT),
        ("claim", {}, "RESTRICTED", Restricted.MARKING),
        ("claim", {}, "a marking nobody knows", Restricted.MARKING),
    ],
)
def test_what_closes_a_record(
    kind: str, fields: Mapping[str, Json], marking: str, why: Restricted | None
) -> None:
    assert why_restricted(PACK, kind, fields, marking) is why
