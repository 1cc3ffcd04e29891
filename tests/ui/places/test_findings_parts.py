"""What a finding rests on is said in words; nothing is weighed."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from evidencekit.ids import RecordId
from evidencekit.operations.findings_desk import Resting
from tests.ui.places.laptops import words_on
from ui.places.findings_parts import (
    CONTRADICTED,
    DIRECTOR,
    RestingCard,
    in_a_sentence,
    looks_again,
    rests_on,
    weakest_words,
)

RESTING = Resting(
    record=RecordId("r"), kind="finding", title="Plans lack dates.", what="Strength",
    author="Ben Okoro", state="Draft", sources=(("Case record read", 3), ("Child's voice", 1)),
    inspectors=2, counter=0, flags=(), is_single_source=False, is_contradicted=False, missing=0,
    can_adopt=True,
)  # fmt: skip


def test_sources_are_counted_by_kind() -> None:
    assert rests_on(RESTING) == (
        "4 pieces of evidence from 2 inspectors: 3 case record read, 1 child's voice; nothing "
        "against it linked. By Ben Okoro."
    )
    assert "2 against" in rests_on(replace(RESTING, counter=2))
    assert rests_on(replace(RESTING, sources=())).startswith("No evidence linked yet;")


def test_what_to_look_at_again_is_said_in_words() -> None:
    assert looks_again(RESTING) == []
    thin = replace(RESTING, is_contradicted=True, missing=1)
    assert looks_again(thin) == [CONTRADICTED, "1 piece of evidence it names is not here"]


def test_the_weakest_link_comes_first_and_the_others_after_it(qtbot: QtBot) -> None:
    assert weakest_words(RESTING).startswith("Weakest link: none stands out.")
    thin = replace(RESTING, weak=("One child only: SH-04.", "No child's own words."))
    assert weakest_words(thin) == (
        "Weakest link: One child only: SH-04. And 1 weak point more: No child's own words."
    )
    card = RestingCard(thin, lambda: None, lambda: None)
    qtbot.addWidget(card)
    assert DIRECTOR in words_on(card)
    answered = RestingCard(replace(thin, is_weighed=True), lambda: None, lambda: None)
    qtbot.addWidget(answered)
    assert DIRECTOR not in words_on(answered)


def test_only_what_can_be_adopted_offers_it(qtbot: QtBot) -> None:
    told: list[str] = []

    def card(resting: Resting) -> RestingCard:
        made = RestingCard(resting, lambda: told.append("open"), lambda: told.append("adopt"))
        qtbot.addWidget(made)
        return made

    assert "Adopt: Plans lack dates." in words_on(card(RESTING))
    assert "Adopt: Plans lack dates." not in words_on(card(replace(RESTING, can_adopt=False)))


def test_a_label_keeps_its_initials_inside_a_sentence() -> None:
    assert in_a_sentence("Duty desk, MASH or A&E observed") == "duty desk, MASH or A&E observed"
