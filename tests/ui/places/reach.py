"""What every page owes everybody: names, targets that can be hit, and words that are not cut."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from ui import theme
from ui.widgets import a11y
from ui.widgets.page import Page

LEAST = 24


def check_reach(page: Page) -> None:
    """Check names and targets, and that nothing is cut at 100 % and at 200 %."""
    page.resize(1366, 768)
    settle(page)
    assert not a11y.nameless(page), a11y.nameless(page)
    assert not small_targets(page), small_targets(page)
    assert not cut_words(page), cut_words(page)
    theme.current().scale_text(2.0)
    page.compact(on=True)
    settle(page)
    assert not cut_words(page), cut_words(page)
    assert not small_targets(page), small_targets(page)


def settle(page: Page) -> None:
    """Let layouts take their places; labels that wrap ask again each time they grow."""
    for _ in range(50):
        QApplication.sendPostedEvents()
        if not cut_words(page):
            return


def small_targets(page: QWidget) -> list[str]:
    """Give what is too small to hit (WCAG 2.5.8)."""
    return [
        f"{type(each).__name__} {each.accessibleName()} {each.width()} by {each.height()}"
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for each in page.findChildren(kind)
        if each.isVisibleTo(page) and each.objectName() != "qt_spinbox_lineedit"
        and min(each.width(), each.height()) < LEAST
        and not isinstance(each.parentWidget(), QComboBox)
    ]  # fmt: skip


def cut_words(page: QWidget) -> list[str]:
    """Give the labels that have less room than their words need."""
    found = []
    for each in page.findChildren(QLabel):
        if not (each.isVisibleTo(page) and each.text()):
            continue
        needed = each.heightForWidth(each.width()) if each.wordWrap() else each.sizeHint().height()
        wide = each.width() if each.wordWrap() else each.sizeHint().width()
        if each.height() < needed - 1 or each.width() < wide - 1:
            found.append(
                f"{each.text()!r} {each.width()} by {each.height()} needs {wide} by {needed}"
            )
    return found
