"""Tokens as a Qt palette, and the palette of a system contrast theme as tokens."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

from ui.look.tokens import Tokens, built_in, contrast

_Role = QPalette.ColorRole
_ROLES: Mapping[QPalette.ColorRole, str] = {
    _Role.Window: "page",
    _Role.Base: "card",
    _Role.AlternateBase: "sunken",
    _Role.WindowText: "text",
    _Role.Text: "text",
    _Role.Button: "card",
    _Role.ButtonText: "text",
    _Role.BrightText: "text",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "card",
    _Role.Highlight: "chosen",
    _Role.HighlightedText: "chosen_text",
    _Role.Link: "link",
    _Role.LinkVisited: "link",
    _Role.PlaceholderText: "hint",
    _Role.Light: "card",
    _Role.Dark: "border",
    _Role.Mid: "line",
    _Role.Accent: "accent",
}
_FADED = (_Role.Text, _Role.ButtonText, _Role.WindowText)
_READABLE = 7.0


def palette(tokens: Tokens) -> QPalette:
    """Make the palette of a theme."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(tokens[name]))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["hint"]))
    return made


def from_system(system: QPalette) -> Tokens:
    """Build a theme from a system contrast theme; our own when the system's cannot be read.

    A person who set contrast colours for the whole machine knows which ones they can see, so
    every colour here is one of theirs (KeePassXC #5044 tells what happens otherwise).
    """
    back, text = _name(system, _Role.Window), _name(system, _Role.WindowText)
    chosen, on_chosen = _name(system, _Role.Highlight), _name(system, _Role.HighlightedText)
    if contrast(back, text) < _READABLE or contrast(chosen, on_chosen) < _READABLE:
        return built_in("contrast")
    colours = {
        name: back if name.endswith("_soft") or name in _BACKS else text
        for name in built_in("contrast").colours
    }
    colours |= dict.fromkeys(_CHOSEN, chosen) | dict.fromkeys(_ON_CHOSEN, on_chosen)
    colours |= {"accent_soft_text": text, "link": text, "focus_outer": back, "focus_inner": text}
    return Tokens("system", colours, outlined=True)


_BACKS = frozenset({"page", "card", "sunken", "menu", "menu_hover"})
_CHOSEN = ("accent", "accent_hover", "accent_press", "chosen", "menu_chosen")
_ON_CHOSEN = ("on_accent", "chosen_text", "menu_chosen_text")


def _name(system: QPalette, role: QPalette.ColorRole) -> str:
    return system.color(role).name().upper()
