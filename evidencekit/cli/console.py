"""Console: what the command line says, to people or as one JSON document."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned


@dataclass(slots=True)
class Console:
    """Where a command says its result: JSON on standard output, or lines a person reads."""

    as_json: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    _progressing: bool = False

    def say(self, *lines: str) -> None:
        """Tell a person; with --json this goes to standard error."""
        self._end_progress()
        for line in lines:
            print(line, file=self.err if self.as_json else self.out)

    def note(self, *lines: str) -> None:
        """Tell a person something beside the result, on standard error."""
        self._end_progress()
        for line in lines:
            print(line, file=self.err)

    def result(self, document: Mapping[str, Json]) -> None:
        """Give the one JSON document, when it was asked for."""
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1), file=self.out)

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Lay rows out in columns for a person."""
        self.say(*columns(headers, rows))

    def refuse(self, error: Planned) -> int:
        """Say what happened, what is safe and what to do; give the exit status."""
        self._end_progress()
        if self.as_json:
            self.result(
                {
                    "error": {
                        "code": error.code,
                        "happened": error.what_happened,
                        "safe": error.what_is_safe,
                        "next": error.what_to_do,
                    }
                }
            )
        for line in (error.what_happened, error.what_is_safe, error.what_to_do):
            if line:
                print(line, file=self.err)
        print(f"({error.code})", file=self.err)
        return error.exit_status

    def progress(self, done: int, of: int) -> None:
        """Show how far long work is, on a terminal only."""
        if self.err.isatty() and of:
            self._progressing = True
            print(f"\r{100 * done // of:3d} %", end="", file=self.err, flush=True)

    def _end_progress(self) -> None:
        if self._progressing:
            print(file=self.err)
            self._progressing = False


def columns(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Give lines in which every column is as wide as its widest cell."""
    if not rows:
        return []
    table = [headers, *rows]
    widths = [max(len(row[at]) for row in table) for at in range(len(headers))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def counted(number: int, thing: str) -> str:
    """Say how many: "1 record", "2 records"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
