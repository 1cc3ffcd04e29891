"""Questions about a record and the answers back, each question one conversation.

A question is a record of the lead, so it travels in the return pack; its answer is a record of
whoever was asked, and travels in the next bundle. The lead settles it by accepting the answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.errors.deciding import NobodyToAsk, NotAQuestion, NotAsked, WordsNeeded
from evidencekit.errors.work import LeadOnly, NoSuchMember, NoSuchRecord
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import reading
from evidencekit.operations.capture import Captured, Entry, capture, delete, restore
from evidencekit.operations.desk import Desk
from evidencekit.records.acceptance import ACCEPTED
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from evidencekit.records.words import label_of
from evidencekit.store.listing import Only

QUERY, ANSWER = "query", "answer"
UNDONE = "Undone at once."


class Standing(Enum):
    """How far a question has come."""

    WAITING = "waiting"
    ANSWERED = "answered"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer to a question."""

    record: RecordId
    words: str
    by: AuthorId
    by_name: str
    written: str  # UTC
    is_accepted: bool
    evidence: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A question, what it is about, and what was answered so far."""

    query: RecordId
    question: str
    about: RecordId
    about_kind: str  # "" for a record that is not here
    about_title: str
    by: AuthorId
    by_name: str
    to: AuthorId
    to_name: str
    asked: str  # UTC
    urgency: str  # in words, "" when nobody said
    replies: tuple[Reply, ...]
    is_corrected: bool  # the record has a newer version than the question
    is_for_me: bool
    is_lead: bool
    is_about_mine: bool = False

    @property
    def standing(self) -> Standing:
        """Say how far it has come."""
        if not self.replies:
            return Standing.WAITING
        is_settled = any(each.is_accepted for each in self.replies)
        return Standing.SETTLED if is_settled else Standing.ANSWERED

    @property
    def is_open(self) -> bool:
        """Tell whether whoever looks still has something to do or to wait for."""
        if self.is_lead:
            return self.standing is not Standing.SETTLED
        return self.is_for_me and self.standing is Standing.WAITING


def ask(
    desk: Desk, about: RecordId, question: str, *, to: AuthorId | None = None, urgency: str = ""
) -> Captured:
    """Put a question to the author of a record, or to whoever is named; the lead's alone."""
    if not desk.is_lead:
        raise LeadOnly(kind=KINDS[QUERY].label.lower())
    if not question.strip():
        raise WordsNeeded(what="question")
    item = reading.item(desk, about)
    if item.is_deleted:
        raise NoSuchRecord(record=about)
    asked = to or item.author
    if asked == desk.me.id:
        raise NobodyToAsk
    if asked not in reading.people_of(desk):
        raise NoSuchMember(member=asked)
    fields: dict[str, Json] = {"about": about, "to": asked, "question": question.strip()}
    if urgency:
        fields["urgency"] = urgency
    return capture(desk, Entry(kind=QUERY, fields=fields, state=State.SUBMITTED.value))


def answer(desk: Desk, query: RecordId, words: str, evidence: Iterable[RecordId] = ()) -> Captured:
    """Answer a question that was put to this person; the lead may write down what was said."""
    if not words.strip():
        raise WordsNeeded(what="answer")
    item = reading.item(desk, query)
    if item.kind != QUERY or item.is_deleted:
        declared = KINDS.get(item.kind)
        raise NotAQuestion(kind=declared.label.lower() if declared else item.kind)
    asked = text(item.fields, "to")
    if asked != desk.me.id and not desk.is_lead:
        raise NotAsked(name=_name(desk, asked))
    fields: dict[str, Json] = {"query": query, "answer": words.strip()}
    if rests := [reading.item(desk, each).record for each in evidence]:
        fields["evidence"] = rests
    return capture(desk, Entry(kind=ANSWER, fields=fields, state=State.SUBMITTED.value))


def undo(desk: Desk, made: Captured) -> Captured:
    """Take back what was just asked, answered, decided or withdrawn."""
    before = made.revision.header.parents
    back = restore(desk, before[0], UNDONE) if before else delete(desk, made.record, UNDONE)
    return Captured(back.record, back.revision, back.problems, back.changes | made.changes)


def conversations(desk: Desk, about: RecordId | None = None) -> tuple[Conversation, ...]:
    """Give every question with its answers, open ones first, the latest first; about one record."""
    replies = _replies(desk)
    found = [
        _conversation(desk, item, replies.get(item.record, ()))
        for item in _items(desk, QUERY)
        if about is None or text(item.fields, "about") == about
    ]
    found.sort(key=lambda each: each.asked, reverse=True)
    return tuple(sorted(found, key=lambda each: not each.is_open))


def _conversation(desk: Desk, item: Item, replies: Iterable[Reply]) -> Conversation:
    about = RecordId(text(item.fields, "about"))
    to, urgency = AuthorId(text(item.fields, "to")), text(item.fields, "urgency")
    row = reading.row(desk, about)
    return Conversation(
        query=item.record, question=text(item.fields, "question"), about=about,
        about_kind=row.kind if row else "", about_title=row.title if row else reading.NOT_HERE,
        by=item.author, by_name=_name(desk, item.author), to=to, to_name=_name(desk, to),
        asked=item.written, urgency=label_of("urgency", urgency) if urgency else "",
        replies=tuple(replies), is_corrected=bool(row and row.written > item.written),
        is_for_me=to == desk.me.id, is_lead=desk.is_lead,
        is_about_mine=bool(row and row.author == desk.me.id),
    )  # fmt: skip


def _replies(desk: Desk) -> dict[str, list[Reply]]:
    found: dict[str, list[Reply]] = {}
    for item in sorted(_items(desk, ANSWER), key=lambda each: (each.written, each.record)):
        if item.state != State.SUBMITTED.value:
            continue
        evidence = item.fields.get("evidence")
        rests = evidence if isinstance(evidence, list | tuple) else ()
        reply = Reply(
            record=item.record, words=text(item.fields, "answer"), by=item.author,
            by_name=_name(desk, item.author), written=item.written,
            is_accepted=item.accepted == ACCEPTED,
            evidence=tuple(RecordId(each) for each in rests if isinstance(each, str)),
        )  # fmt: skip
        found.setdefault(text(item.fields, "query"), []).append(reply)
    return found


def _items(desk: Desk, kind: str) -> list[Item]:
    rows = reading.rows(desk, Only(kind=kind), limit=reading.EVERY)
    return [reading.item(desk, row.record) for row in rows]


def _name(desk: Desk, member: str) -> str:
    person = reading.people_of(desk).get(AuthorId(member))
    return person.name if person else member
