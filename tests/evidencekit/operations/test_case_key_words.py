import pytest

from evidencekit.errors.case_key import CaseKeyReason
from evidencekit.ids import RecordId
from evidencekit.operations.case_key_words import REASONS, Given, Reason, check_reason, checked
from tests.world import Person


@pytest.mark.parametrize("word", [each.key for each in REASONS.words])
def test_every_kind_of_reason_opens_with_words_and_not_without(word: str) -> None:
    check_reason(Reason(word, "day 2"))
    with pytest.raises(CaseKeyReason):
        check_reason(Reason(word, "\n"))


def test_an_entry_is_tidied_and_dated(lead: Person) -> None:
    given = Given(
        agency="gp", number=" 77 ", identity="", purpose=" to ask ", expires_on="2012-11-19"
    )
    entry = checked(lead.desk, RecordId("r1"), "SH-04", given)
    assert (entry.number, entry.purpose, entry.expires_on) == ("77", "to ask", "2012-11-19")
    assert entry.written.startswith("2012-11-19T09")


def test_neither_reason_nor_entry_shows_its_words_when_printed() -> None:
    given = Given(agency="gp", number="8812", identity="vermotrop", purpose="p", expires_on="d")
    assert "vermotrop" not in repr(given)
    assert "8812" not in repr(given)
    assert "zanderlint" not in repr(Reason("other", "zanderlint"))
