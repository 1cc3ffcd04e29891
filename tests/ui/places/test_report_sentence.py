"""The card of one sentence: every flag has a name that a person reads."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from evidencekit.analysis.report_text import Flag, Marked, Told
from evidencekit.checks.sentences import Sentence
from evidencekit.ids import RecordId
from ui.places.report_sentence import NONE, SentenceCard


@pytest.fixture
def card(look: QApplication) -> SentenceCard:
    made = SentenceCard()
    made.offer([("r1", "Case note · SH-01"), ("r2", "Finding · Plans")])
    return made


def told(*flags: Flag, rests_on: tuple[str, ...] = ()) -> Told:
    return Told(
        number=2, sentence=Sentence("Children wait.", 0, 14), about_us=False,
        rests_on=tuple(RecordId(each) for each in rests_on),
        marks=tuple(Marked(each, "Words.") for each in flags),
    )  # fmt: skip


def shown(card: SentenceCard) -> set[str]:
    return {each.text() for each in card.findChildren(QLabel) if not each.isHidden()}


def test_every_flag_is_named(card: SentenceCard) -> None:
    card.show_sentence(told(*Flag))
    assert {"Unsupported", "Identifying", "Contradicted", "Restricted", "Jargon"} <= shown(card)


def test_no_sentence_says_what_to_do_and_offers_nothing(card: SentenceCard) -> None:
    assert NONE in shown(card)
    assert not card.link_box.isEnabled()


def test_linking_the_same_twice_tells_nothing(card: SentenceCard) -> None:
    heard: list[tuple[str, list[str], bool]] = []
    card.linked.connect(lambda *said: heard.append(said))
    card.show_sentence(told(rests_on=("r1",)))
    for record in ("r1", "r2"):
        card.link_box.chosen.emit(record)
    assert heard == [("Children wait.", ["r1", "r2"], False)]
