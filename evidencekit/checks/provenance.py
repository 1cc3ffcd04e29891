"""V02: when it was written, told honestly."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from evidencekit import clock
from evidencekit.checks.context import Context
from evidencekit.checks.problem import Problem, advice
from evidencekit.records import given
from evidencekit.records.provenance import DECLARED
from evidencekit.records.revision import Provenance

ONE_DAY = timedelta(hours=24)

_LATE = {Provenance.NEXT_DAY.value, Provenance.LATER.value}


def honest_times(context: Context) -> Iterator[Problem]:
    """Look at the end, the order of times, and how soon it was written down."""
    if context.declared is None or not context.declared.is_evidence:
        return
    if context.declared.field("started") is None:
        return  # a journey event tells the child's past; it is read, not witnessed
    yield from _ends(context)
    yield from _soon_enough(context)


def _ends(context: Context) -> Iterator[Problem]:
    if context.declared is None or context.declared.field("ended") is None:
        return
    started, ended = (given.text(context.fields, key) for key in ("started", "ended"))
    if not ended:
        yield advice("Add the time it ended.", field="ended", source=context.source_of("ended"))
    elif ended < started:
        words = "It ends before it starts. Look at both times."
        yield advice(words, field="ended", source=context.source_of("ended"))


def _soon_enough(context: Context) -> Iterator[Problem]:
    happened = _moment(context.at or given.text(context.fields, "started"), context.tz)
    written = clock.moment(context.written) if context.written else None
    if context.provenance in DECLARED:
        yield from _reason_for(context)
    elif happened and written and happened > written:
        words = "It says that it happened after it was written. Look at the time."
        yield advice(words, field="started")
    elif happened and written and written - happened > ONE_DAY:
        words = "Written more than a day after it happened. It is marked so; check what you can."
        yield advice(words, field="started")
    elif context.provenance in _LATE:
        words = "Written on a later day. It is marked so; check what you can against your notes."
        yield advice(words, field="started")


def _reason_for(context: Context) -> Iterator[Problem]:
    if not context.reason.strip():
        how = "written again after a loss"
        if context.provenance == Provenance.TRANSCRIBED.value:
            how = "copied from paper"
        yield advice(f"It was {how}. Add a sentence that says why.")


def _moment(local: str, zone: str) -> datetime | None:
    if "T" not in local:
        return None
    try:
        return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except ValueError:
        return None
