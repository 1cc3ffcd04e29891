from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.framework import library
from evidencekit.framework.items import Status
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import pack_files
from tests.ui.places.corrected import TWO_WRONG, pack_file
from tests.ui.places.laptops import words_on
from ui.places.pack_card import STATUS, PackCard, card_of


@pytest.mark.parametrize("pack", library.shipped(), ids=lambda pack: pack.id)
def test_each_framework_says_how_far_it_came_and_where_it_is_from(
    pack: FrameworkPack, qtbot: QtBot
) -> None:
    card = PackCard(pack)
    qtbot.addWidget(card)
    card.show()
    assert STATUS[pack.status][0] in words_on(card)
    assert pack.banner in words_on(card)
    assert pack.source in words_on(card)


def test_every_status_has_its_word() -> None:
    assert set(STATUS) == set(Status)


def test_a_wrong_file_shows_its_lines(tmp_path: Path, qtbot: QtBot) -> None:
    card = card_of(pack_files.look_at(pack_file(tmp_path / "own.toml", *TWO_WRONG)))
    qtbot.addWidget(card)
    card.show()
    assert "own.toml is not a framework yet" in words_on(card)
    assert words_on(card).count("Line ") == 2
