"""Settings: how the app looks and when it locks; each takes effect at once."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme
from ui.places.look_settings import IDLE_CHOICES, LookSettings
from ui.places.narrow import narrow_column
from ui.places.settings_keys import KeysCard
from ui.places.settings_words import WordsCard
from ui.places.workplace import Workplace
from ui.theme import LARGEST, SMALLEST, STEP, ThemeName
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.page import Page
from ui.widgets.segment import Segments

_THEMES = (
    (ThemeName.AUTOMATIC.value, "Automatic"),
    (ThemeName.LIGHT.value, "Light"),
    (ThemeName.DARK.value, "Dark"),
    (ThemeName.CONTRAST.value, "High contrast"),
)
_BLINKS, _STILL = "blinks", "still"
_CARET = ((_BLINKS, "Blinks as on this computer"), (_STILL, "Stands still"))
_IDLE = tuple((str(minutes), f"{minutes} minutes") for minutes in IDLE_CHOICES)


class Settings(Page):
    """Nothing here touches evidence, and nothing here has to be saved."""

    def __init__(self, kept: LookSettings, workplace: Workplace | None = None) -> None:
        super().__init__("Settings", "Each change takes effect at once, on this laptop only.")
        self._kept = kept
        self.keys = KeysCard(workplace) if workplace is not None else None
        self.words = WordsCard(workplace) if workplace is not None else None
        self.theme = Segments("Theme", _THEMES)
        self.theme.chosen.connect(lambda key: theme.current().choose(ThemeName(key)))
        self.caret = Segments("Caret", _CARET)
        self.caret.chosen.connect(lambda key: theme.current().keep_still(on=key == _STILL))
        self.idle = Segments("Lock when nobody has touched the laptop for", _IDLE)
        self.idle.chosen.connect(lambda key: kept.set_idle_minutes(int(key)))
        self.text_size = label("", "strong")
        self.smaller = button("Smaller", lambda: self._step(-STEP), icon="zoom-out")
        self.larger = button("Larger", lambda: self._step(STEP), icon="zoom-in")
        self.put_back = self.add_action(
            button("Put back as it was", self._on_put_back, icon="rotate-ccw")
        )  # fmt: skip
        self._build()
        theme.current().look_changed.connect(self._show)
        self._show()

    @override
    def first_focus(self) -> QWidget | None:
        return self.theme.pill(self.theme.value())

    @override
    def arrive(self) -> None:
        if self.keys is not None:
            self.keys.read()

    def _build(self) -> None:
        sizes = flow(self.smaller, self.larger, self.text_size)
        sizes.setAccessibleName("Text size")
        column = narrow_column(self.body)
        column.addWidget(
            Card(
                label("Look", "h2"),
                FieldBox("Theme", self.theme, "Automatic follows this computer. A high contrast"
                         " theme chosen in the system always wins."),
                FieldBox("Text size", sizes, "Ctrl and + or - does the same anywhere."),
                FieldBox("Caret", self.caret, "Nothing else here moves by itself."),
                gap=16,
            )
        )  # fmt: skip
        column.addWidget(
            Card(
                label("Lock", "h2"),
                FieldBox("Lock when nobody has touched the laptop for", self.idle,
                         "Ctrl+L locks at once. What you typed is kept and comes back."),
                gap=16,
            )
        )  # fmt: skip
        if self.keys is not None:
            column.addWidget(self.keys)
        if self.words is not None:
            column.addWidget(self.words)
        column.addLayout(row(None))
        column.addStretch(1)

    def _step(self, by: float) -> None:
        theme.current().scale_text(theme.current().scale + by)
        announce(self, self.text_size.text())

    def _on_put_back(self) -> None:
        self._kept.put_back()
        self._show()
        self.notice.say("Everything is as it was when the app was new.", tone="ok")

    def _show(self) -> None:
        look = theme.current()
        self.theme.set_value(look.name.value)
        self.caret.set_value(_STILL if look.is_still else _BLINKS)
        self.idle.set_value(str(self._kept.idle_minutes))
        self.text_size.setText(f"{round(look.scale * 100)} %")
        self.smaller.setEnabled(look.scale > SMALLEST)
        self.larger.setEnabled(look.scale < LARGEST)
