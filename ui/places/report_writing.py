"""Write the report: a section at a time, each sentence beside what it rests on."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.analysis.report_links import carried, with_evidence
from evidencekit.analysis.report_places import SECTION
from evidencekit.analysis.report_text import Told, Written
from evidencekit.canonical import Json
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import report_sections
from evidencekit.operations.capture import Captured
from evidencekit.operations.report_sections import Slot
from ui.places.arriving import begin_here
from ui.places.dates import count
from ui.places.report_opening import Opened, code_points, key_of, open_all, split, utf16
from ui.places.report_rival import RivalCard
from ui.places.report_sentence import SentenceCard
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page
from ui.widgets.tag import Tag

_NEXT, _LINK = "F3", "F4"
_FOLLOWS = "follows"  # in the draft: the version that was in front when typing began
_SECTIONS = "The sections of the framework. Each keeps what was typed in it."
_ALL_WELL = "Every sentence of this section stands."


class WriteReport(Page):
    """The prose is kept as typed; links follow their sentence when it is put right."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:
        super().__init__("Write the report", "Each sentence beside the evidence it rests on.")
        self._workplace = workplace
        self._wanted, self._record = key_of(given or {}), record
        self._found: Opened | None = None
        self._slot: Slot | None = None
        self._is_typed = False  # something stands here that is not kept as a version yet
        self._links: list[dict[str, Json]] = []
        self._before: list[str] = []
        self._looked: Written | None = None
        self._number = 0  # of the latest look: an earlier one that comes late is not shown
        self.keep_button = self.add_action(
            button("Keep this version", self._on_keep, kind="primary", icon="save")
        )
        self.section = Combo("Section", "Choose a section")
        self.section.chosen.connect(self._on_section)
        self.counted, self.stands = Tag(""), Tag("")
        self.text = AutosaveText("Text of the section")
        self.text.setMinimumHeight(220)
        self.text.changed_text.connect(self._on_text)
        self.text.cursorPositionChanged.connect(self._show_sentence)
        self.next = button("Next to look at", self._on_next, icon="arrow-down")
        self.next.setToolTip(f"Next to look at ({_NEXT})")
        self.loose = label("", "muted", wrap=True)
        self.card = SentenceCard()
        self.card.linked.connect(self._on_linked)
        self.rivals = RivalCard(workplace, self)
        self.rivals.taken.connect(self._on_taken)
        self._lay_out()
        self.show_busy("Reading…")
        self._read()

    def _lay_out(self) -> None:
        left, right = self.add_columns(3, 2)
        field = FieldBox(
            "Text",
            self.text,
            "No names. F3: the next sentence to look at. F4: link evidence to the one in front."
            " Ctrl+H: how do we know it?",
        )
        section = FieldBox("Section", self.section, _SECTIONS)
        left.addWidget(Card(section, flow(self.counted, self.stands),
                            field, flow(self.next), self.loose, gap=10))  # fmt: skip
        left.addWidget(self.rivals)
        left.addStretch(1)
        right.addWidget(self.card)
        right.addStretch(1)
        for keys, does, act in (
            (_NEXT, "Next sentence to look at", self._on_next),
            (_LINK, "Link evidence to the sentence in front", self.card.link_box.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(does)
            shortcut.activated.connect(act)

    @override
    def again(self) -> Way:
        section, _, inspectorate = self._wanted.partition("/")
        given: dict[str, Json] = {"section": section, "inspectorate": inspectorate}
        return Way(Do.BEGIN, SECTION, given=given)

    def asked_about(self) -> str:
        """Give the sentence the caret is in, as it is kept."""
        told = self._in_front()
        return f"{self._slot.key}:{told.number}" if told is not None and self._slot else ""

    @override
    def first_focus(self) -> QWidget | None:
        return self.text

    @override
    def leave(self) -> None:
        self.text.flush()

    # -- reading

    @override
    def _read(self) -> None:
        self._workplace.ask(self, open_all, self._on_opened)

    def _on_opened(self, found: Opened) -> None:
        is_first, self._found = self._found is None, found
        self.card.offer(found.choices)
        self.section.offer([(each.key, each.label) for each in found.slots])
        if not found.slots:
            self.show_empty("This framework names no sections.")
            return
        if is_first:
            named = (
                each.key for each in found.slots if self._record and each.record == self._record
            )
            self._open_section(self._wanted or next(named, found.slots[0].key))
            self.show_content()
            begin_here(self._workplace, self)
        else:
            self._take_new(next(each for each in found.slots if each.key == self._wanted))

    def _take_new(self, slot: Slot) -> None:
        """Show what came meanwhile, unless somebody types here: that goes on from what it saw."""
        seen = self._slot
        if self._is_typed and seen is not None and slot.record == seen.record:
            self._slot = replace(slot, head=seen.head)
        elif seen is not None and slot.text != self.text.toPlainText():
            self._open_section(slot.key)
        else:
            self._slot = slot
        self._look()

    def _on_section(self, key: str) -> None:
        self.text.flush()
        if key and key != self._wanted:
            self._open_section(key)
            self._read()  # what was typed elsewhere meanwhile

    def _open_section(self, key: str) -> None:
        found = self._found
        if found is None:
            return
        slot = next((each for each in found.slots if each.key == key), found.slots[0])
        self._wanted = slot.key
        self.section.set_value(slot.key)
        self._workplace.hold(self._form, self)
        unsaved = found.unsaved.get(self._form)
        kept = unsaved.content if unsaved else {}
        self._is_typed = unsaved is not None
        follows = kept.get(_FOLLOWS)
        self._slot = replace(slot, head=RevisionId(str(follows))) if follows else slot
        body = str(kept.get("text", slot.text))
        rows = kept.get("sentences", report_sections.links_of(slot))
        self._links = [dict(row) for row in rows if isinstance(row, Mapping)] if isinstance(
            rows, list | tuple) else []  # fmt: skip
        self._before = split(body)
        self.text.show_text(body)
        if unsaved is not None:
            at = unsaved.at.astimezone(self._workplace.now().tzinfo)
            self.notice.say(f"We kept what you typed at {at:%H:%M:%S}.")
            self._workplace.take_up(self, unsaved)
        self._look()

    @property
    def _form(self) -> str:
        return f"{SECTION}:{self._wanted}"

    # -- writing

    def _on_text(self, body: str) -> None:
        after = split(body)
        self._links = carried(self._links, self._before, after)
        self._before = after
        self._keep_draft()
        self._look()

    def _on_linked(self, sentence: str, records: list[str], about_us: bool) -> None:  # noqa: FBT001
        evidence = [RecordId(each) for each in records]
        self._links = with_evidence(self._links, sentence, evidence, about_us=about_us)
        self._keep_draft()
        self._look()

    def _keep_draft(self) -> None:
        slot = self._slot
        if slot is not None:
            self._is_typed = True
            content: dict[str, Json] = {
                "section": slot.section, "inspectorate": slot.inspectorate,
                "text": self.text.toPlainText(), "sentences": list(self._links),
                **({_FOLLOWS: slot.head} if slot.head else {}),
            }  # fmt: skip
            self._workplace.keep(self._form, SECTION, content, slot.record or "")

    def _on_keep(self) -> None:
        self.text.flush()
        slot, body, links, form = self._slot, self.text.toPlainText(), self._links, self._form
        if slot is not None:
            self._workplace.ask(
                self, lambda desk: report_sections.keep(desk, slot, body, list(links), form),
                partial(self._on_kept, body),
            )  # fmt: skip

    def _on_kept(self, body: str, made: Captured) -> None:
        if self._slot is not None:
            self._slot = replace(self._slot, record=made.record, head=made.revision.id)
        self._workplace.forget(self._form)
        self._is_typed = False
        if body != self.text.toPlainText():  # somebody typed on meanwhile: nothing of that may go
            self._keep_draft()
        self.notice.say("This version is kept. Earlier ones stay in its history.", tone="ok")
        self._workplace.tell(made.changes)

    # -- looking

    def _look(self) -> None:
        found, slot = self._found, self._slot
        if found is None or slot is None:
            return
        self._number += 1
        body, links = self.text.toPlainText(), list(self._links)
        self._workplace.labour(
            self, lambda: report_sections.review(found.ground, slot, body, links),
            partial(self._on_looked, self._number),
        )  # fmt: skip

    def _on_looked(self, number: int, looked: Written) -> None:
        if number != self._number:
            return
        self._looked = looked
        most = f" of {looked.words_at_most}" if looked.words_at_most else ""
        self.counted.say(f"{looked.words}{most} words", "error" if looked.over else "")
        stopping = sum(each.blocks for each in looked.told)
        words = (
            f"{count(stopping, 'sentence')} to put right" if stopping else "Nothing to put right"
        )
        self.stands.say(words, "error" if stopping else "ok")
        self.loose.setVisible(bool(looked.loose))
        self.loose.setText("Linked, and no longer in the text: " + " ".join(looked.loose))
        self.rivals.show_beside(self._slot, self.text.toPlainText())
        self._show_sentence()

    def _on_taken(self, text: str, links: list[dict[str, Json]]) -> None:
        """Take a colleague's paragraph in, with what its sentences rest on."""
        known = {str(row.get("sentence", "")) for row in self._links}
        self._links += [dict(row) for row in links if str(row.get("sentence", "")) not in known]
        self.text.selectAll()
        self.text.insertPlainText(text)  # one step of the box's own undo
        self.text.flush()
        self.text.setFocus()

    def _show_sentence(self) -> None:
        self.card.show_sentence(self._in_front())

    def _in_front(self) -> Told | None:
        told = self._looked.told if self._looked else ()
        caret = code_points(self.text.toPlainText(), self.text.textCursor().position())
        return next(
            (each for each in told if each.sentence.start <= caret <= each.sentence.end), None
        )

    def _on_next(self) -> None:
        """Go to the next sentence something stands out about, round the end of the text."""
        told = [each for each in (self._looked.told if self._looked else ()) if each.marks]
        body = self.text.toPlainText()
        caret = code_points(body, self.text.textCursor().position())
        behind = (each for each in told if each.sentence.start > caret)
        found = next(behind, told[0] if told else None)
        if found is None:
            announce(self, _ALL_WELL)
            return
        cursor = self.text.textCursor()
        cursor.setPosition(utf16(body[: found.sentence.start]))
        self.text.setTextCursor(cursor)
        self.text.setFocus()
        announce(self, " ".join(mark.words for mark in found.marks))
