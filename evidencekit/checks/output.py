"""V18 and the targeted inspections: notice, theme, local audit, statement of proposed action."""

from collections.abc import Iterator
from datetime import date

from evidencekit.checks.context import Context, Fields
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.framework.items import Notice, Statement
from evidencekit.framework.working_days import england
from evidencekit.records import given

AUDITED = "jointly-audited"

_DAY = 10  # letters of 2015-11-09


def notice_was_given(context: Context) -> Iterator[Problem]:
    """Look at the working days between the notice and the first day on site."""
    notice = context.pack.notice
    if context.kind != "inspection" or notice is None or not notice.working_days:
        return
    told = _day(given.text(context.fields, "notified_at"))
    starts = _day(given.text(context.fields, "starts"))
    if told is None or starts is None:
        return
    words = _notice_words(notice, told, starts)
    if words:
        yield advice(words, field="notified_at", source=context.pack.cited(notice.source))


def statement_is_whole(context: Context) -> Iterator[Problem]:
    """Ask a statement of proposed action for its notice, its authority, and the day it is due."""
    statement = context.pack.statement
    asked = given.group(context.fields, "statement")
    if context.kind != "inspection" or statement is None:
        return
    if given.text(asked, "needed") != given.YES:
        return
    source = context.pack.cited(statement.source)
    for key, words in (
        ("principal_authority", "Name the principal authority, which writes the statement."),
        ("notice", "Write the notice as it is to stand in the report or letter."),
    ):
        if not given.text(asked, key):
            yield blocking(words, field=f"statement.{key}", source=source)
    if words := _due_words(statement, asked):
        yield advice(words, field="statement.due", source=source)


def statement_due(statement: Statement, received: str) -> date | None:
    """Give the last day for a statement of a report received that day; None when not known."""
    day = _day(received)
    return england().after(day, statement.working_days) if day else None


def deep_dive_is_named(context: Context) -> Iterator[Problem]:
    """Ask for the theme that the inspection looks at more closely."""
    deep = context.pack.deep_dive
    if context.kind != "inspection" or deep is None:
        return
    if not given.text(context.fields, "deep_dive_theme"):
        words = f"Name the theme of the deep dive. Between the months published: {deep.label}."
        yield advice(words, field="deep_dive_theme", source=context.pack.cited(deep.source))


def audit_is_compared(context: Context) -> Iterator[Problem]:
    """Ask a case that the local agencies audited for both views and whether they agree."""
    if context.kind != "case" or given.text(context.fields, "sample_type") != AUDITED:
        return
    audit = given.group(context.fields, "local_audit")
    for key, words in (
        ("local_view", "Write what the local audit says of this case."),
        ("inspector_view", "Write what inspectors found in the same case."),
        ("agreement", "Say whether the audit and the inspectors agree."),
    ):
        if not given.text(audit, key):
            yield advice(words, field=f"local_audit.{key}")


def _notice_words(notice: Notice, told: date, starts: date) -> str:
    count = england().between(told, starts)
    if count is None:
        return "The working days of the notice stand in no calendar held here."
    if count == notice.working_days:
        return ""
    published = f"{notice.working_days} are published"
    return f"{count} working days lie between the notice and the first day; {published}."


def _due_words(statement: Statement, asked: Fields) -> str:
    received = given.text(asked, "received_on")
    due = statement_due(statement, received)
    if not received or due is None or given.text(asked, "due") == due.isoformat():
        return ""
    last = f"{due.day} {due:%B %Y}"
    return f"{statement.working_days} working days after the report was received is {last}."


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:_DAY])
    except ValueError:
        return None
