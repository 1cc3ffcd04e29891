"""Submit: the author says that a record is ready; what blocks is named, and the draft stays."""

from evidencekit import clock
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.checks.catalogue import blocking_problems, problems_across
from evidencekit.checks.context import WholeContext
from evidencekit.checks.problem import Problem
from evidencekit.errors.work import NotReady
from evidencekit.ids import RecordId
from evidencekit.operations import writing
from evidencekit.operations.capture import Captured, captured
from evidencekit.operations.checking import problems_with
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import snapshot
from evidencekit.operations.writing import Draft
from evidencekit.records.kinds import KINDS
from evidencekit.records.lineage import standing_head
from evidencekit.records.provenance import DECLARED
from evidencekit.records.revision import Body, Revision, State


def submit(desk: Desk, record: RecordId) -> Captured:
    """Make the current version submitted evidence; NotReady names what blocks."""
    head = standing_head(writing.heads_of(desk, record))
    check_ready(desk, head)
    body = head.body
    submitted = Body(
        fields=body.fields, state=State.SUBMITTED.value, provenance=body.provenance,
        marking=body.marking, framework=body.framework, extra=body.extra,
    )  # fmt: skip
    draft = Draft(
        record=record, kind=head.header.kind, parents=(head.id,), body=submitted,
        at=head.header.at, reason=head.header.reason if body.provenance in DECLARED else "",
        written=clock.stamp(desk.clock.now()),
    )  # fmt: skip
    with desk.database.transaction():
        revision = writing.write(desk, draft)
    return captured(desk, revision)


def check_ready(desk: Desk, revision: Revision) -> None:
    """Raise NotReady, naming what blocks, unless this version may stand as submitted."""
    problems = blocking_problems(problems_with(desk, revision))
    if problems:
        raise NotReady(
            kind=label_of(revision.header.kind),
            problems=tuple(problem.cited.rstrip(".") for problem in problems),
        )


def problems_of(desk: Desk, record: RecordId) -> tuple[Problem, ...]:
    """Give what to look at again in a record as it stands."""
    return problems_with(desk, standing_head(writing.heads_of(desk, record)))


def look_over(desk: Desk) -> tuple[Problem, ...]:
    """Give what to look at again in the whole evidence base: advice, never a change."""
    return across(snapshot(desk))


def across(found: Snapshot) -> tuple[Problem, ...]:
    """Give what to look at again in what was read (BENCH)."""
    return problems_across(WholeContext(pack=found.pack, items=found.standing()))


def label_of(kind: str) -> str:
    """Give a kind's name as it stands in a sentence."""
    known = KINDS.get(kind)
    return known.label.lower() if known else kind
