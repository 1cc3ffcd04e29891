"""The sheet: one observation at work, durable with every line, a revision when it is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from PySide6.QtGui import QUndoStack

from evidencekit import clock
from evidencekit.canonical import Json
from evidencekit.checks.problem import Problem
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import capture, drafting, reading, submit
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.records.meeting_line import MeetingLine, joined, lines_of
from ui.places.capture_lines import LineModel
from ui.places.capture_words import CaptureWords
from ui.places.workplace import Workplace

KIND = "observation"
Answers = Mapping[str, Json]
NONE: Answers = MappingProxyType({})
_BESIDE = ("lines", "composer", "change", "typed", "base")  # in a draft, beside the answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An observation as it stands, and what was typed in it and never kept."""

    record: RecordId
    fields: Answers
    head: RevisionId
    written: str = ""
    is_submitted: bool = False
    is_mine: bool = True
    draft: Unsaved | None = None
    cases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def form_of(record: str) -> str:
    """Name the draft of an observation."""
    return f"{KIND}:{record}"


def open_observation(desk: Desk, record: RecordId) -> Opened:
    """Read an observation with its draft."""
    item = reading.item(desk, record)
    return Opened(
        record=record,
        fields=item.fields,
        head=item.head.id,
        written=item.head.header.written,
        is_submitted=item.state == "submitted",
        is_mine=item.author == desk.me.id and len(item.heads) == 1 and not item.is_deleted,
        draft=drafting.draft(desk, form_of(record)),
        cases={case: reading.item(desk, case).title for case in item.cases},
    )


@dataclass(frozen=True, slots=True)
class Stand:
    """What a sheet begins with: the record, or a newer draft of it."""

    fields: Answers
    lines: tuple[MeetingLine, ...]
    composer: Answers = field(default_factory=lambda: NONE)
    change: Answers = field(default_factory=lambda: NONE)
    typed: Answers = field(default_factory=lambda: NONE)
    is_newer: bool = False  # than the last revision
    filed: tuple[MeetingLine, ...] = ()  # in the session before, and in no revision yet


def stand_of(opened: Opened) -> Stand:
    """Join the record with its draft; nothing of either is lost."""
    lines = lines_of(opened.fields)
    plain = {key: value for key, value in opened.fields.items() if key != "lines"}
    if opened.draft is None:
        return Stand(plain, lines)
    content = opened.draft.content
    kept = {key: value for key, value in content.items() if key not in _BESIDE}
    composer, change, typed = (_object(content.get(key)) for key in ("composer", "change", "typed"))
    if content.get("base") == opened.head:
        fields, now = kept, lines_of(content)
    else:
        draft_is_later = clock.stamp(opened.draft.at) >= opened.written
        fields = {**plain, **kept} if draft_is_later else {**kept, **plain}
        now = joined(lines, lines_of(content))
    is_newer = fields != plain or now != lines
    known = {line.key for line in lines}
    filed = tuple(sorted((line for line in now if line.key not in known), key=_filed_at))
    return Stand(fields, now, composer, change, typed, is_newer, filed)


def _filed_at(line: MeetingLine) -> tuple[str, int]:
    moment, _, number = line.key.partition("-")  # "20121119T093000-2"
    return moment, int(number) if number.isdecimal() else 0


class Sheet:
    """Holds the answers and lines; every change goes to the draft at once."""

    def __init__(self, workplace: Workplace, opened: Opened) -> None:
        self.workplace, self.record = workplace, opened.record
        self.form = form_of(opened.record)
        self.head: str = opened.head
        self.begun = stand_of(opened)
        self.fields: dict[str, Json] = dict(self.begun.fields)
        self.typed: dict[str, Json] = dict(self.begun.typed)  # half-typed answers of the details
        self.lines = LineModel(CaptureWords(workplace.pack))
        self.lines.show_lines(self.begun.lines)
        self.undo = QUndoStack()
        self.half_typed: Callable[[], dict[str, Json]] = dict  # "composer" and "change"
        self._is_changed = self.begun.is_newer
        self._number = 0
        self.lines.changed.connect(self._on_changed)

    def new_key(self, at: datetime) -> str:
        """Name a line by the moment of its first key; it keeps the name for ever."""
        name = f"{at:%Y%m%dT%H%M%S}"
        taken = {line.key for line in self.lines.lines}
        names = (f"{name}-{number}" for number in range(2, len(taken) + 3))
        return name if name not in taken else next(n for n in names if n not in taken)

    def moment(self) -> str:
        """Give now as records keep it."""
        return f"{self.workplace.now():%Y-%m-%dT%H:%M}"

    @property
    def start_time(self) -> str:
        """Give when the meeting began, as "10:30", or nothing."""
        return str(self.fields.get("started", "")).partition("T")[2][:5]

    def set_answers(self, keys: tuple[str, ...], answers: Answers, typed: Answers) -> None:
        """Take in what stands in a part of the details."""
        for key in keys:
            _put(self.fields, key, answers.get(key))
            _put(self.typed, key, typed.get(key) if typed.get(key) != answers.get(key) else None)
        self._on_changed()

    def keep(self) -> None:
        """Make what stands here durable, half-typed words too."""
        self._number += 1
        self.workplace.keep(self.form, KIND, self._content(), self.record)

    def save(self, then: Callable[[Captured], object] | None = None) -> None:
        """Make a revision of what changed since the last one."""
        if self._is_changed:
            entry = self._entry()
            self._ask(lambda desk: capture.capture(desk, entry), then)

    def finish(
        self, done: Callable[[], object], not_ready: Callable[[tuple[Problem, ...]], object]
    ) -> None:
        """Make a revision and submit it; what blocks is told, and it stays a draft."""
        entry = self._entry()

        def work(desk: Desk) -> tuple[Captured, bool]:
            made = capture.capture(desk, entry)
            if any(problem.blocks for problem in made.problems):
                return made, False
            return replace(submit.submit(desk, made.record), problems=made.problems), True

        def show(result: tuple[Captured, bool]) -> None:
            made, is_submitted = result
            self._on_saved(number, made)
            if is_submitted:
                done()
            else:
                not_ready(tuple(problem for problem in made.problems if problem.blocks))

        number = self._begin_saving()
        self.workplace.ask(self.workplace, work, show, self._on_refused)

    def _ask(
        self, work: Callable[[Desk], Captured], then: Callable[[Captured], object] | None
    ) -> None:  # fmt: skip
        number = self._begin_saving()

        def show(made: Captured) -> None:
            self._on_saved(number, made)
            if then is not None:
                then(made)

        # The workplace outlives the page: a revision made on leaving still reaches the others.
        self.workplace.ask(self.workplace, work, show, self._on_refused)

    def _begin_saving(self) -> int:
        self._is_changed = False
        return self._number

    def _on_saved(self, number: int, made: Captured) -> None:
        self.head = made.revision.id
        if number == self._number and not self.half_typed():
            # A draft that was on its way meanwhile says nothing that the revision does not say.
            self.workplace.forget(self.form)
        self.workplace.tell(made.changes)

    def _on_refused(self, refusal: Planned) -> None:
        self._is_changed = True  # the words are in the draft; leaving tries again
        self.workplace.window.notice.show_refusal(refusal)

    def _on_changed(self) -> None:
        self._is_changed = True
        self.keep()

    def _entry(self) -> Entry:
        fields: dict[str, Json] = {**self.fields}
        _put(fields, "lines", self.lines.rows() or None)
        form = "" if self.half_typed() or self.typed else self.form
        return Entry(kind=KIND, fields=fields, record=self.record, form=form)

    def _content(self) -> dict[str, Json]:
        content: dict[str, Json] = {**self.fields, "lines": self.lines.rows(), "base": self.head}
        content |= self.half_typed()
        return content | ({"typed": dict(self.typed)} if self.typed else {})


def _put(answers: dict[str, Json], key: str, value: Json) -> None:
    if value is None:
        answers.pop(key, None)
    else:
        answers[key] = value


def _object(value: Json) -> Answers:
    return value if isinstance(value, Mapping) else NONE
