"""One app for all screen tests, with its look put on once."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui import theme
from ui.theme import DiscreetType, ThemeName
from ui.widgets import a11y


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> QApplication:
    a11y.install()
    theme.current().start(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _one_look(look: QApplication) -> Iterator[None]:
    yield
    # Nothing spins the event loop between tests: let go now what tests left to be deleted.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.current().be_discreet(on=False, type_size=DiscreetType.TINY)
    theme.current().choose(ThemeName.LIGHT)
    theme.current().scale_text(1.0)
    theme.current().keep_still(on=False)
