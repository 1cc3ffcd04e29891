"""A few words that settle something: what came of a contradiction, a test or a task."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.analysis.claims import may_test
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import claiming, disputing, tasking
from evidencekit.operations.capture import Captured
from evidencekit.operations.claiming import Trial
from evidencekit.operations.desk import Desk
from evidencekit.operations.disputing import Made
from evidencekit.records.kinds import KINDS
from ui.places.arriving import begin_here
from ui.places.kept_reason import KeptReason
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo, SearchCombo
from ui.widgets.deeds import by_key
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page

Settle = Callable[[Desk, Sequence[str], str], Captured]
Asked = tuple[str, Sequence[tuple[str, str]]]  # the question, and what it may be answered with
CONTRADICTION, TEST, TASK = "contradiction", "test", "task"  # what the words settle
_ANSWERS = "answers"
_LINES = 8
_MOST = 400  # records offered as a test, newest first


class WordsPage(Page):
    """What it is about, perhaps a choice or two, and words that are kept as they are typed."""

    def __init__(
        self, workplace: Workplace, title: str, about: Sequence[str], words: str, hint: str,
        kept_as: tuple[str, str],
    ) -> None:  # fmt: skip
        super().__init__(title)
        self._workplace = workplace
        self._settle: Settle | None = None
        self.choices: list[tuple[Combo, FieldBox]] = []
        more = [f"and {len(about) - _LINES} more"] if len(about) > _LINES else []
        card = Card(*(label(line, wrap=True) for line in (*about[:_LINES], *more)), gap=8)
        self._form = Card(gap=12)
        self.text = AutosaveText(words)
        self.field = FieldBox(words, self.text, hint)
        self.save = button("Save", self._on_save, kind="primary", icon="save")
        by_key(self, "Ctrl+S", "Save", self.save.click)
        self.cancel = button("Cancel", workplace.close_page)
        if about:
            self.body.addWidget(card)
        self.body.addWidget(self._form)
        self.body.addStretch(1)
        self._kept_as = kept_as
        self._kept = KeptReason(workplace, self, self.text, kept_as)
        self._kept.given_back.connect(self._give_back)

    def ask(self, choices: Sequence[Asked], settle: Settle) -> "WordsPage":
        """Ask these questions above the words, and settle with the answers."""
        self._settle = settle
        for question, offered in choices:
            combo = SearchCombo(question) if len(offered) > 12 else Combo(question)  # noqa: PLR2004
            combo.offer(offered)
            box = FieldBox(question, combo)
            self.choices.append((combo, box))
            self._form.add(box)
            combo.chosen.connect(self._on_chosen)
        self._form.add(self.field)
        self._form.add(flow(self.save, self.cancel))
        self.show_content()
        return self

    @override
    def again(self) -> Way:
        what, subject = self._kept_as
        return Way(Do.SETTLE, what, subject)

    def _on_chosen(self, _key: str) -> None:
        """Keep what was chosen like every word, though nothing is written yet."""
        answers: list[Json] = [combo.value() for combo, _box in self.choices]
        self._kept.beside = {_ANSWERS: answers}
        self._kept.keep()

    def _give_back(self) -> None:
        answers = self._kept.beside.get(_ANSWERS)
        if isinstance(answers, list | tuple) and len(answers) == len(self.choices):
            for (combo, _box), answer in zip(self.choices, answers, strict=True):
                combo.set_value(str(answer))

    @override
    def first_focus(self) -> QWidget | None:
        return self.choices[0][0] if self.choices else self.text

    def _on_save(self) -> None:
        answers = [combo.value() for combo, _box in self.choices]
        words = self.text.toPlainText().strip()
        for (_combo, box), answer in zip(self.choices, answers, strict=True):
            box.set_problem("" if answer else "Choose one.")
        self.field.set_problem("" if words else "Say it in a few words; they stay with it.")
        if not words or not all(answers) or self._settle is None:
            missing = [combo for (combo, _b), a in zip(self.choices, answers, strict=True) if not a]
            (missing[0] if missing else self.text).setFocus()
            return
        settle = self._settle
        self._workplace.ask(
            self, lambda desk: settle(desk, answers, words), self._on_saved, self._on_refused
        )  # fmt: skip

    def _on_saved(self, made: Captured) -> None:
        self._kept.done()
        self._workplace.tell(made.changes)
        self._workplace.close_page()

    def _on_refused(self, refusal: Planned) -> None:
        self.notice.show_refusal(refusal)


def close_page(workplace: Workplace, key: str, title: str, lines: Sequence[str]) -> None:
    """Ask what came of a contradiction; look again leaves it open."""
    page = WordsPage(
        workplace, title, lines, "Reason",
        "What was said and looked at, and why. It stays with it and travels to everybody.",
        (CONTRADICTION, key),
    )  # fmt: skip

    def settle(desk: Desk, answers: Sequence[str], words: str) -> Captured:
        return disputing.settle(desk, key, Made(outcome=answers[0], reason=words))

    _open(workplace, page.ask([("What came of it", disputing.OUTCOMES)], settle))


def test_page(workplace: Workplace, snapshot: Snapshot, claim: Item) -> None:
    """Ask which evidence tests a claim of one's own, and what it showed."""
    page = WordsPage(
        workplace, "Test a claim", [claim.title], "How it was tested",
        "Which cases, and what they showed.", (TEST, claim.record),
    )  # fmt: skip
    offered = [
        (item.record, f"{KINDS[item.kind].label}: {item.title}")
        for item in may_test(snapshot, claim)[:_MOST]
    ]
    if not offered:
        page.notice.say(
            "No evidence on the claim's areas could test it yet.",
            "Give the claim its areas, or write down what a case shows.",
        )

    def settle(desk: Desk, answers: Sequence[str], words: str) -> Captured:
        trial = Trial(tests=(RecordId(answers[0]),), result=answers[1], note=words)
        return claiming.link_test(desk, claim.record, trial)

    asked: list[Asked] = [("Tested by", offered), ("What it showed", claiming.RESULTS)]
    _open(workplace, page.ask(asked, settle))


def answer_page(workplace: Workplace, task: RecordId, what: str) -> None:
    """Ask what came of a task."""
    page = WordsPage(
        workplace, what, (), "What came of it",
        "What you found, or why you could not look. It goes to the lead with your next bundle.",
        (TASK, task),
    )  # fmt: skip

    def settle(desk: Desk, _answers: Sequence[str], words: str) -> Captured:
        return tasking.answer(desk, task, words)

    _open(workplace, page.ask([], settle))


def _open(workplace: Workplace, page: WordsPage) -> None:
    workplace.open_page(page)
    begin_here(workplace, page)
