"""How a bundle stands is said in words, for one that is ready and for one that was refused."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.errors.base import Planned
from evidencekit.errors.bundle import BundleAltered, BundleUnreadable, OtherTeam, UnknownVersion
from evidencekit.errors.crypto import SignatureMismatch
from evidencekit.ids import RecordId
from evidencekit.operations.incoming import Group, Line
from tests.ui.places.laptops import words_on
from ui.places.incoming_parts import RefusedCard, group_words, standing

LINE = Line(record=RecordId("r"), title="A", kind="Case", author="Ben", written="", more="")


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (BundleAltered(part="data/ledger.jsonl"), "Changed after signing"),
        (SignatureMismatch(), "Changed after signing"),
        (OtherTeam(found="A", ours="B"), "Not from this inspection"),
        (BundleUnreadable(path="a.evb", why="gone"), "Cannot be read"),
        (UnknownVersion(found=9, known=1), "Not accepted"),
    ],
)
def test_how_a_refused_bundle_stands(refusal: Planned, words: str) -> None:
    assert standing(refusal) == words


def test_a_refused_bundle_says_what_happened_what_is_safe_and_what_to_do(qtbot: QtBot) -> None:
    told: list[str] = []
    refusal = OtherTeam(found="AAA", ours="BBB")
    card = RefusedCard(Path("x.evb"), refusal, lambda: told.append("put away"))
    qtbot.addWidget(card)
    shown = words_on(card)
    for words in (refusal.what_happened, refusal.what_is_safe, refusal.what_to_do):
        assert words in shown


@pytest.mark.parametrize(
    ("key", "many", "words"),
    [
        ("new", 1, "1 new"), ("corrections", 1, "1 correction"),
        ("corrections", 3, "3 corrections"),
        ("new_information", 1, "1 changes an accepted record"), ("held", 2, "2 already held"),
    ],
)  # fmt: skip
def test_a_class_is_counted_in_words(key: str, many: int, words: str) -> None:
    assert group_words(Group(key=key, label="", lines=(LINE,) * many)) == words
