"""Qt keeps its hands off None: each conversion gives back the reference it took.

PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None with every conversion counted
here, and the app dies after minutes with "none_dealloc". This test gates every upgrade.
"""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QIdentityProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSettings,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

TIMES = 1000
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Silent(QAbstractListModel):
    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 5

    @override
    def data(self, index: Index, role: int = 0) -> Any:
        return None


class Sender(QObject):
    sent = Signal(object)


def lost(work: Callable[[], object], times: int = TIMES) -> int:
    """Count the references to None that go missing while the work is done many times."""
    work()
    before = sys.getrefcount(None)
    for _ in range(times):
        work()
    return before - sys.getrefcount(None)


# Python's own caches may move a few; the fault moves at least one for each time.
A_FEW = TIMES // 5
pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on"
)


def test_a_model_of_qts_own_asked_for_nothing(qapp: QApplication) -> None:
    model = QStringListModel(["a"])
    place = model.index(0, 0)
    assert abs(lost(lambda: place.data(Qt.ItemDataRole.UserRole))) < A_FEW


def test_our_model_behind_a_proxy(qapp: QApplication) -> None:
    proxy, model = QIdentityProxyModel(), Silent()
    proxy.setSourceModel(model)
    place = proxy.index(0, 0)
    assert abs(lost(lambda: proxy.data(place, 256))) < A_FEW


def test_a_list_that_paints_our_model(qtbot: QtBot) -> None:
    view, model = QListView(), Silent()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(200, 200)
    assert abs(lost(view.grab, 100)) < 50


def test_a_property_that_is_not_there(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert abs(lost(lambda: widget.property("no such"))) < A_FEW


def test_a_list_box_with_nothing_behind_its_words(qtbot: QtBot) -> None:
    box, filled = QComboBox(), QComboBox()
    for widget in (box, filled):
        qtbot.addWidget(widget)
    box.addItem("x", None)
    assert abs(lost(box.currentData)) < A_FEW
    assert abs(lost(lambda: filled.addItem("x", None))) < A_FEW


def test_a_setting_that_is_not_there(qapp: QApplication, tmp_path: object) -> None:
    settings = QSettings(f"{tmp_path}/x.ini", QSettings.Format.IniFormat)
    assert abs(lost(lambda: settings.value("none"))) < A_FEW


def test_an_item_without_data_and_a_signal_that_carries_nothing(qapp: QApplication) -> None:
    item, sender = QListWidgetItem("x"), Sender()
    sender.sent.connect(lambda _nothing: None)
    assert abs(lost(lambda: item.data(Qt.ItemDataRole.UserRole))) < A_FEW
    assert abs(lost(lambda: sender.sent.emit(None))) < A_FEW


def test_widgets_that_have_no_parent_and_no_layout(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert abs(lost(lambda: (QApplication.focusWidget(), widget.parentWidget()))) < A_FEW
    assert abs(lost(widget.layout)) < A_FEW
