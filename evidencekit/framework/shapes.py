"""Turn parsed TOML into the typed values of a pack, or say where and why it cannot be done."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from types import GenericAlias, UnionType
from typing import Any, NewType, NoReturn, TypeVar, get_args, get_type_hints

from evidencekit.framework.places import Path

Toml = Any  # what tomllib gives: text, numbers, dates, lists, tables; asked about before use
_Shape = TypeVar("_Shape")

GREATEST_NUMBER = 9999
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}")


class Misfit(Exception):
    """A place in the file and why it does not fit; `reading` turns it into a refusal."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(why)
        self.path = path
        self.why = why


def misfit(path: Path, why: str) -> NoReturn:
    """Say that the value at a path does not fit."""
    raise Misfit(path, why)


def shaped(shape: type[_Shape], table: Mapping[str, Toml], path: Path, **given: object) -> _Shape:
    """Read one table as a frozen value: no key too many, none missing, each of its own form."""
    hints = get_type_hints(shape)
    asked = {field.name: field for field in _fields(shape) if field.name not in given}
    for key in table:
        if key not in asked:
            misfit((*path, key), _unknown(key, asked))
    values = dict(given)
    for name, field in asked.items():
        if name in table:
            values[name] = _value(hints[name], table[name], (*path, name))
            if values[name] == "" and _is_required(field):
                misfit((*path, name), f"{name} is empty")
        elif _is_required(field):
            misfit(path, f"the key {name} is missing here")
    return shape(**values)


def _fields(shape: type) -> tuple[Field[Any], ...]:
    return fields(shape)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _unknown(key: str, asked: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(key, asked, n=1)
    hint = f"; did you mean {near[0]}" if near else ""
    return f"the key {_short(key)} is not known here{hint}"


def _value(hint: Toml, value: Toml, path: Path) -> object:
    if isinstance(hint, GenericAlias):
        return _list(get_args(hint)[0], value, path)
    if isinstance(hint, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if hint is bool:
        return _as(bool, "true or false", value, path)
    if hint is int:
        return _number(value, path)
    if hint is str or isinstance(hint, NewType):
        return _text(value, path)
    if issubclass(hint, Enum):
        return _choice(hint, value, path)
    return shaped(hint, _as(dict, "a table", value, path), path)


def _list(hint: Toml, value: Toml, path: Path) -> tuple[object, ...]:
    items = _as(list, "a list", value, path)
    return tuple(_value(hint, item, (*path, place)) for place, item in enumerate(items))


def _as(form: type[_Shape], name: str, value: Toml, path: Path) -> _Shape:
    if not isinstance(value, form):
        misfit(path, f"{_named(path)} must be {name}")
    return value


def _number(value: Toml, path: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        misfit(path, f"{_named(path)} must be a whole number")
    if not 0 <= value <= GREATEST_NUMBER:
        misfit(path, f"{_named(path)} must be between 0 and {GREATEST_NUMBER}")
    return value


def _text(value: Toml, path: Path) -> str:
    text = _as(str, "text in quotation marks", value, path)
    if any(ord(letter) < ord(" ") and letter != "\n" for letter in text):
        misfit(path, f"{_named(path)} holds a control character")
    if path[-1] == "id" and not _ID.fullmatch(text):
        misfit(path, "an id is letters, digits and hyphens")
    return text.strip()


def _choice(hint: type[Enum], value: Toml, path: Path) -> Enum:
    allowed = {member.value: member for member in hint}
    text = _text(value, path)
    if text not in allowed:
        misfit(path, f"{_named(path)} must be one of {', '.join(allowed)}")
    return allowed[text]


def _named(path: Path) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "this")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - a line of a notice
