"""The question to ask beside a practitioner about an area with nothing recorded yet, as data."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from evidencekit.framework.pack import FrameworkPack


def question(pack: FrameworkPack, area: str) -> str:
    """Give the question of an area; its own text when no question ships for it."""
    asked = _shipped().get(pack.id, {}).get(area, "")
    found = pack.area(area)
    return asked or (found.text if found else "")


@cache
def _shipped() -> Mapping[str, Mapping[str, str]]:
    text = files("resources").joinpath("tracking", "questions.toml").read_text("utf-8")
    return {
        pack: {area: str(asked) for area, asked in table.items()}
        for pack, table in tomllib.loads(text).items()
    }
