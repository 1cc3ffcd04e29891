"""Read the tables that ship beside the frameworks, or refuse with the line and the reason."""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from evidencekit.errors.framework import BadTable
from evidencekit.framework.places import Places
from evidencekit.framework.shapes import Misfit, Toml, shaped

_Shape = TypeVar("_Shape")
_AT_LINE = re.compile(r"^(?P<why>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def read_table(
    shape: type[_Shape], untrusted: str, file: str, *checks: Callable[[_Shape], None]
) -> _Shape:
    """Read TOML text as one frozen value; BadTable names the first line that does not fit."""
    table = _parsed(untrusted, file)
    try:
        made = shaped(shape, table, ())
        for check in checks:
            check(made)
    except Misfit as found:
        line = Places(untrusted).line(found.path)
        raise BadTable(file=file, line=line, why=found.why) from found
    return made


@cache
def shipped_text(name: str) -> str:
    """Give the text of a table that ships with this version."""
    return files("resources").joinpath("meetings", name).read_text("utf-8")


def _parsed(untrusted: str, file: str) -> Mapping[str, Toml]:
    try:
        return tomllib.loads(untrusted)
    except RecursionError as error:
        raise BadTable(file=file, line=1, why="lists stand inside lists too deeply") from error
    except ValueError as error:
        found = _AT_LINE.match(str(error))
        last = untrusted.rstrip().count("\n") + 1
        line = int(found["line"]) if found and found["line"] else last
        why = found["why"] if found else str(error)
        words = f"this is not TOML ({why[:1].lower()}{why[1:]})"
        raise BadTable(file=file, line=line, why=words) from error
