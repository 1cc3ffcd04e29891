"""The style sheet: resources/styles/app.qss with this theme's colours and this text size."""

import re
from functools import cache
from importlib.resources import files
from string import Template

from ui.look import fonts, icons, tokens
from ui.look.tokens import Tokens

_LENGTH = re.compile(r"(\d+)px")
TONES = ("ok", "caution", "error", "info", "quote", "view", "seen", "voice")


@cache
def _template() -> str:
    return (files("resources") / "styles" / "app.qss").read_text("utf-8")


def stylesheet(look: Tokens, scale: float) -> str:
    """Write the style sheet; `Npx` grows with the text, `NPX` stays as it is."""
    sizes = {name: str(size) for name, size in {**tokens.type_sizes(), **tokens.radii()}.items()}
    filled = Template(_template()).substitute(
        {**look.colours, **sizes, **_icons(look)},
        families=fonts.family_list(),
        mono=fonts.family_list(mono=True),
        hair=f"{look.hairline}PX",
        side_edge=f"{2 if look.outlined else 0}PX",
        round=str(round(20 * scale) // 2 + 2),
        tag_tones="\n".join(_tag(look, tone) for tone in TONES),
    )
    scaled = _LENGTH.sub(lambda found: f"{scaled_pixels(int(found[1]), scale)}px", filled)
    return scaled.replace("PX", "px")


def scaled_pixels(pixels: float, scale: float) -> int:
    """Scale a length; what is there at all stays at least one pixel."""
    return max(1, round(pixels * scale)) if pixels else 0


def _icons(look: Tokens) -> dict[str, str]:
    return {
        "icon_tick": icons.as_file("check", look["on_accent"]),
        "icon_check": icons.as_file("check", look["text"]),
        "icon_dot": icons.as_file("dot", look["accent"]),
        "icon_down": icons.as_file("chevron-down", look["text"]),
    }


def _tag(look: Tokens, tone: str) -> str:
    edge = look[tone] if look.outlined else look[f"{tone}_soft"]
    return (
        f'QLabel#tag[tone="{tone}"] {{ color: {look[tone]}; background: {look[f"{tone}_soft"]};'
        f" border-color: {edge}; }}"
    )
