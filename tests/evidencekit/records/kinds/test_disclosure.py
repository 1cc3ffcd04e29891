"""Disclosure: the promises of its questions."""

from evidencekit.analysis.in_scope import SCOPE_KEYS
from evidencekit.framework.disclosure_rules import rules
from evidencekit.records.fields import Writer
from evidencekit.records.kinds.disclosure import KIND
from evidencekit.records.words import VOCABULARIES


def test_a_request_keeps_who_asks_by_when_for_what_the_check_and_every_pack() -> None:
    for key in ("route", "asked_by", "received", "due", "check", "packs", *SCOPE_KEYS):
        assert KIND.field(key) is not None
    assert KIND.writer is Writer.LEAD


def test_every_way_of_asking_has_its_rule() -> None:
    keys = [word.key for word in VOCABULARIES["disclosure-routes"].words]
    assert keys == [route.key for route in rules().routes]
