"""Find the line of a TOML file on which a table or a key stands, for messages that name it."""

import re

Path = tuple[str | int, ...]

_TOKENS = re.compile(
    r'(?P<long>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5})'
    r'|(?P<short>"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>#[^\n]*)",
    re.DOTALL,
)
_NAME = r"[A-Za-z0-9_-]+(?:\s*\.\s*[A-Za-z0-9_-]+)*"
_ARRAY = re.compile(rf"\s*\[\[\s*({_NAME})\s*\]\]\s*$")
_TABLE = re.compile(rf"\s*\[\s*({_NAME})\s*\]\s*$")
_KEY = re.compile(rf"\s*({_NAME})\s*=")


class Places:
    """Where each table and key of one file stands; what is not found is looked for around it."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._open = 0  # brackets of a value that runs over several lines
        for number, line in enumerate(_bare(text).splitlines(), start=1):
            self._read(line, number)

    def line(self, path: Path) -> int:
        """Give the line of a table or key, or of the nearest table that holds it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _read(self, line: str, number: int) -> None:
        if self._open:
            self._open = max(0, self._open + _brackets(line))
        elif found := _ARRAY.match(line):
            self._enter_next(_parts(found[1]), number)
        elif found := _TABLE.match(line):
            self._enter(self._resolve(_parts(found[1])), number)
        elif found := _KEY.match(line):
            self._lines.setdefault((*self._table, *_parts(found[1])), number)
            self._open = max(0, _brackets(line[found.end() :]))

    def _enter(self, path: Path, number: int) -> None:
        self._table = path
        self._lines[path] = number

    def _enter_next(self, parts: Path, number: int) -> None:
        name = (*self._resolve(parts[:-1]), parts[-1])
        count = self._counts.get(name, 0)
        self._counts[name] = count + 1
        self._lines.setdefault(name, number)
        self._enter((*name, count), number)

    def _resolve(self, parts: Path) -> Path:
        """Give the path of a header, inside the newest table of each array it passes."""
        path: Path = ()
        for part in parts:
            path = (*path, part)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path


def _parts(name: str) -> Path:
    return tuple(part.strip() for part in name.split("."))


def _bare(text: str) -> str:
    """Blank out strings and comments, so that brackets and signs inside them do not count."""

    def blank(found: re.Match[str]) -> str:
        return '""' + "\n" * found[0].count("\n") if found["comment"] is None else ""

    return _TOKENS.sub(blank, text)


def _brackets(text: str) -> int:
    return sum(text.count(mark) for mark in "[{") - sum(text.count(mark) for mark in "]}")
