"""What is asked at the case key: why it is opened, and what is given to be held."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from evidencekit import clock
from evidencekit.checks.identifiers import find_identifiers
from evidencekit.errors.case_key import CaseKeyReason, NothingHeld, ReasonNames, WrongEntry
from evidencekit.ids import RecordId
from evidencekit.operations.desk import Desk
from evidencekit.operations.today import this_day
from evidencekit.records.vocabularies.word import Word, vocabulary
from evidencekit.records.words import VOCABULARIES
from evidencekit.store.case_key import Entry

MOST = 300  # characters of one answer

REASONS = vocabulary(
    "case-key-reasons",
    "Why it is opened",
    Word("right-record", "To find the right record at an agency"),
    Word("concern", "A concern about this child"),
    Word("one-family", "To see whether two cases are one family"),
    Word("disclosure", "A request for disclosure or by the person"),
    Word("correction", "To correct what is held"),
    Word("other", "Another reason"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the case key is opened: the kind is kept for good, the words inside the case key."""

    why: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gives to be held about one case at one agency."""

    agency: str
    number: str = field(repr=False)
    identity: str = field(default="", repr=False)
    purpose: str
    expires_on: str


def check_reason(reason: Reason) -> None:
    """Refuse an opening without a reason, and a reason that seems to name somebody."""
    if reason.why not in REASONS.keys or not reason.words.strip():
        raise CaseKeyReason
    if len(reason.words) > MOST:
        raise WrongEntry(what="The reason", why=f"it is longer than {MOST} characters")
    if any(span.sure for span in find_identifiers(reason.words)):
        raise ReasonNames


def checked(desk: Desk, case: RecordId, reference: str, given: Given) -> Entry:
    """Give the entry of what was given; refuse what does not fit its question."""
    number, identity = given.number.strip(), given.identity.strip()
    if not number and not identity:
        raise NothingHeld
    fits: tuple[tuple[str, bool, str], ...] = (
        ("Agency", given.agency in VOCABULARIES["agencies"].keys, "it is not a known agency"),
        ("Purpose", bool(given.purpose.strip()), "it is empty"),
        ("Held until", _is_day_from(this_day(desk))(given.expires_on), "it is no day to come"),
        (
            "One answer", max(map(len, (number, identity, given.purpose))) <= MOST,
            f"it is longer than {MOST} characters",
        ),
    )  # fmt: skip
    for what, does_fit, why in fits:
        if not does_fit:
            raise WrongEntry(what=what, why=why)
    return Entry(
        record=case, reference=reference, agency=given.agency, number=number, identity=identity,
        purpose=given.purpose.strip(), expires_on=given.expires_on,
        written=clock.stamp(desk.clock.now()),
    )  # fmt: skip


def _is_day_from(first: date) -> Callable[[str], bool]:
    def is_day(text: str) -> bool:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return False
        return day >= first and day.isoformat() == text

    return is_day
