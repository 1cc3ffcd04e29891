"""Every screen of a real window, read back over the bus that screen readers listen to (AT-SPI)."""

import shutil
from collections.abc import Iterator

import pytest

from tests.ui import shots
from tests.ui.aloud import Desktop, Heard
from tests.ui.every_screen import BARE, SCREENS

_MUST_SPEAK = frozenset(
    {
        "button", "push button", "check box", "radio button", "text", "entry", "combo box",
        "list", "list item", "table", "table cell", "heading", "progress bar", "image",
        "password text", "link", "toggle button",
    }
)  # fmt: skip
_TABS = 6
_COMBO = "combo box"


@pytest.fixture(scope="module", params=["lead", "inspector"])
def desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Desktop]]:
    assert shutil.which("Xvfb"), "python3 dev.py setup installs it"
    place = tmp_path_factory.mktemp("aloud")
    passphrases = shots.build(place / "rehearsal")
    workspace = dict(shots._desks(passphrases))[request.param]
    home = place / "home"
    home.mkdir(mode=0o700)
    with Desktop(place / "rehearsal" / workspace, passphrases[workspace], home) as made:
        yield request.param, made


def test_every_screen_can_be_heard(desk: tuple[str, Desktop]) -> None:
    who, desktop = desk
    names = [name.partition("/")[2] for name in SCREENS if name.startswith(f"{who}/")]
    assert len(names) > 8
    mute: dict[str, list[str]] = {}
    for name in names:
        title = desktop.visit(name)
        heard = list(desktop.nodes())
        silent = [each for each in heard if _is_mute(each)]
        headings = [each.name for each in heard if each.role == "heading"]
        focused = [each for each in heard if {"focused", "focusable"} <= each.states]
        if silent:
            mute[name] = [f"{each.role} {sorted(each.states)}" for each in silent]
        assert title in headings or name == BARE, name
        assert focused, f"{name}: nobody is told where the keyboard is"
        assert all(each.name or each.labelled for each in focused), (name, focused)
    assert mute == {}


def test_the_ear_follows_tab(desk: tuple[str, Desktop]) -> None:
    _who, desktop = desk
    desktop.visit("Cases")
    walked = []
    for _ in range(_TABS):
        walked.append(desktop.tab())
        focused = desktop.focused()
        # On this desktop a combo box is named by what it shows.
        told = [each.name for each in focused if walked[-1] in each.name or each.role == _COMBO]
        assert told, (walked[-1], focused)
    assert len(set(walked)) > _TABS // 2


def _is_mute(each: Heard) -> bool:
    return each.role in _MUST_SPEAK and not (each.name.strip() or each.labelled.strip())
