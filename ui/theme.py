"""The theme: colours, spacing and type of all screens, changed while they are open."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLayout, QStyleFactory, QWidget

from ui.look import fonts, icons, tokens
from ui.look.palette import from_system, palette
from ui.look.stylesheet import scaled_pixels, stylesheet
from ui.look.tokens import Tokens

SMALLEST, LARGEST, STEP = 0.9, 2.0, 0.1
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
_SPACING = "spacing_at_100"


class ThemeName(Enum):
    """What a person can choose."""

    AUTOMATIC = "automatic"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class DiscreetType(Enum):
    """How large the words are while the screen is discreet."""

    TINY = "tiny"
    LARGE = "large"


_TINY, _LARGE = DiscreetType.TINY, DiscreetType.LARGE
_DISCREET_SCALES = {DiscreetType.TINY: 0.75, DiscreetType.LARGE: 1.6}


class Theme(QObject):
    """The chosen theme and text size. Widgets that draw themselves listen to `look_changed`."""

    look_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ThemeName.AUTOMATIC
        self.chosen_scale = 1.0
        self.is_discreet = False
        self.discreet_type = DiscreetType.TINY
        self.is_still = False
        self._blinking = 0  # how fast the caret blinks on this computer, in ms
        self._system = QPalette()
        self._tokens = tokens.built_in("light")

    def start(self, app: QApplication) -> None:
        """Give the app its fonts, style and first look, once."""
        fonts.load()
        for effect in _EFFECTS:  # nothing slides or fades, whatever the system would like
            app.setEffectEnabled(effect, enable=False)
        app.setStyle(QStyleFactory.create("Fusion"))
        self._system = QGuiApplication.palette()
        self._blinking = self._blinking or QApplication.cursorFlashTime()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self.apply()

    @property
    def tokens(self) -> Tokens:
        """Give the colours in use."""
        return self._tokens

    @property
    def scale(self) -> float:
        """Give the text size in use: the chosen one, or that of a discreet screen."""
        return _DISCREET_SCALES[self.discreet_type] if self.is_discreet else self.chosen_scale

    def choose(self, name: ThemeName) -> None:
        """Change the theme of everything that is open; a discreet screen ends with it."""
        if name is not self.name or self.is_discreet:
            self.name, self.is_discreet = name, False
            self.apply()

    def keep_still(self, *, on: bool) -> None:
        """Let the caret stand still, the only thing that moves by itself; or blink again."""
        if on is not self.is_still:
            self.is_still = on
            QApplication.setCursorFlashTime(0 if on else self._blinking)
            self.look_changed.emit()

    def be_discreet(self, *, on: bool, type_size: DiscreetType | None = None) -> None:
        """Dim the screen, with tiny or large words; off, all is exactly as it was before."""
        size = type_size or self.discreet_type
        if (on, size) != (self.is_discreet, self.discreet_type):
            was = self.is_discreet
            self.is_discreet, self.discreet_type = on, size
            if on or was:
                self.apply()
            else:
                self.look_changed.emit()

    def scale_text(self, scale: float) -> None:
        """Change the text size, from 0.9 to 2.0; spaces and icons go with it.

        On a discreet screen the words are tiny or large, and the chosen size waits.
        """
        if self.is_discreet:
            self._scale_discreet(scale)
            return
        kept = round(min(LARGEST, max(SMALLEST, scale)), 2)
        if kept != self.chosen_scale:
            self.chosen_scale = kept
            self.apply()

    def _scale_discreet(self, scale: float) -> None:
        if scale != self.scale:
            larger = scale > self.scale
            self.be_discreet(on=True, type_size=_LARGE if larger else _TINY)

    def apply(self) -> None:
        """Draw everything again in the look that was chosen."""
        self._tokens = self._choose_tokens()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        # Taken off first, Qt dresses each widget once; put on over another sheet it does so once
        # for every widget around it: 300 ms instead of 1,800 for 800 widgets (measured).
        app.setStyleSheet("")
        app.setFont(self.font("body"))
        app.setPalette(palette(self._tokens))
        app.setStyleSheet(stylesheet(self._tokens, self.scale))
        for widget in app.allWidgets():
            _space_again(widget.layout())
        self.look_changed.emit()

    def px(self, pixels: float) -> int:
        """Scale a length with the text."""
        return scaled_pixels(pixels, self.scale)

    def colour(self, name: str) -> QColor:
        """Give a colour of the theme in use."""
        return QColor(self._tokens[name])

    def font(self, size: str = "body", weight: int = 400, *, mono: bool = False) -> QFont:
        """Give a font by the name of its size: caption, small, body, lead, h3, h2, h1."""
        return fonts.font(self.px(tokens.type_sizes()[size]), weight, mono=mono)

    def pixmap(self, icon: str, colour: str = "second", size: int = 20) -> QPixmap:
        """Draw an icon in a colour of the theme."""
        screen = QGuiApplication.primaryScreen()
        return icons.pixmap(icon, self._tokens[colour], self.px(size), screen.devicePixelRatio())

    def icon(self, name: str, colour: str = "text", size: int = 20, *, on: str = "") -> QIcon:
        """Make an icon; `on` is its colour when checked or chosen."""
        made = QIcon(self.pixmap(name, colour, size))
        made.addPixmap(self.pixmap(name, "hint", size), QIcon.Mode.Disabled)
        if on:
            chosen = self.pixmap(name, on, size)
            made.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
            made.addPixmap(chosen, QIcon.Mode.Selected)
        return made

    def _choose_tokens(self) -> Tokens:
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return from_system(self._system)
        if self.is_discreet:
            return tokens.built_in(tokens.DISCREET)
        if self.name is not ThemeName.AUTOMATIC:
            return tokens.built_in(self.name.value)
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        return tokens.built_in("dark" if dark else "light")

    def _on_system_changed(self) -> None:
        QGuiApplication.setPalette(QPalette())
        self._system = QGuiApplication.palette()
        self.apply()


def spaced(
    layout: QLayout, gap: float = 8, margins: tuple[float, float, float, float] = (0, 0, 0, 0)
) -> None:
    """Set a layout's gap and margins (left, top, right, bottom) in pixels at text size 100 %."""
    layout.setProperty(_SPACING, [gap, *margins])
    _space_one(layout)


def repolish(*widgets: QWidget) -> None:
    """Let widgets take the style of a property that has just changed."""
    for widget in widgets:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _space_again(layout: QLayout | None) -> None:
    if layout is None:
        return
    _space_one(layout)
    for inner in _inner(layout):
        _space_again(inner)


def _inner(layout: QLayout) -> Iterable[QLayout]:
    return (child for child in layout.children() if isinstance(child, QLayout))


def _space_one(layout: QLayout) -> None:
    kept = layout.property(_SPACING)
    if kept:
        gap, left, top, right, bottom = (_theme.px(value) for value in kept)
        layout.setSpacing(gap)
        layout.setContentsMargins(left, top, right, bottom)


_theme = Theme()


def current() -> Theme:
    """Give the one theme of this app."""
    return _theme


def px(pixels: float) -> int:
    """Scale a length with the text."""
    return _theme.px(pixels)


def colour(name: str) -> QColor:
    """Give a colour of the theme in use."""
    return _theme.colour(name)


def font(size: str = "body", weight: int = 400, *, mono: bool = False) -> QFont:
    """Give a font by the name of its size."""
    return _theme.font(size, weight, mono=mono)


def pixmap(icon: str, colour_name: str = "second", size: int = 20) -> QPixmap:
    """Draw an icon in a colour of the theme."""
    return _theme.pixmap(icon, colour_name, size)
