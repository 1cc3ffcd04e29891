"""Look settings: theme, text size and idle minutes; all that is kept outside the workspace."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from ui import theme
from ui.theme import DiscreetType, ThemeName

IDLE_CHOICES = (2, 5, 10, 15, 30)
IDLE_MINUTES = 10
_THEME, _TEXT, _IDLE = "look/theme", "look/text_percent", "lock/idle_minutes"
_CARET = "look/caret"
_DISCREET, _DISCREET_TYPE = "look/discreet", "look/discreet_type"


class LookSettings(QObject):
    """Puts the kept look on at the start, and keeps what is changed anywhere."""

    idle_changed = Signal(int)

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self._kept = _settings(path)
        self._idle = self._number(_IDLE, IDLE_MINUTES)
        if self._idle not in IDLE_CHOICES:
            self._idle = IDLE_MINUTES

    @property
    def idle_minutes(self) -> int:
        """Give after how many idle minutes to lock."""
        return self._idle

    def set_idle_minutes(self, minutes: int) -> None:
        """Change it, at once and for the next time."""
        self._idle = minutes
        self._kept.setValue(_IDLE, minutes)
        self.idle_changed.emit(minutes)

    def put_on(self) -> None:
        """Give the app the kept look, and follow every change from now on."""
        look = theme.current()
        names = {name.value: name for name in ThemeName}
        name = str(self._kept.value(_THEME, ""))
        look.choose(names.get(name, ThemeName.AUTOMATIC))
        look.scale_text(self._number(_TEXT, 100) / 100)
        types = {size.value: size for size in DiscreetType}
        size = types.get(str(self._kept.value(_DISCREET_TYPE, "")), DiscreetType.TINY)
        look.be_discreet(on=str(self._kept.value(_DISCREET, "")) == "yes", type_size=size)
        look.keep_still(on=str(self._kept.value(_CARET, "")) == "still")
        look.look_changed.connect(self._keep)

    def let_go(self) -> None:
        """Stop following the look; what is kept stays."""
        theme.current().look_changed.disconnect(self._keep)
        self._kept.sync()

    def put_back(self) -> None:
        """Make everything as it was when the app was new."""
        look = theme.current()
        look.be_discreet(on=False, type_size=DiscreetType.TINY)
        look.choose(ThemeName.AUTOMATIC)
        look.scale_text(1.0)
        look.keep_still(on=False)
        self.set_idle_minutes(IDLE_MINUTES)

    def _keep(self) -> None:
        look = theme.current()
        self._kept.setValue(_THEME, look.name.value)
        self._kept.setValue(_TEXT, round(look.chosen_scale * 100))
        self._kept.setValue(_CARET, "still" if look.is_still else "")
        self._kept.setValue(_DISCREET, "yes" if look.is_discreet else "")
        self._kept.setValue(_DISCREET_TYPE, look.discreet_type.value)

    def _number(self, key: str, otherwise: int) -> int:
        typed = str(self._kept.value(key, otherwise))
        return int(typed) if typed.isdigit() and len(typed) < 5 else otherwise  # noqa: PLR2004 - no figure here is longer


def _settings(path: Path | None) -> QSettings:
    ini = QSettings.Format.IniFormat
    if path is not None:
        return QSettings(str(path), ini)
    return QSettings(ini, QSettings.Scope.UserScope, "EvidenceKit", "look")
