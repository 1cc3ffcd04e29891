"""DuckDB in a process of its own, as an analyst has it: beside Qt it complains when it ends."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ANSWERING = """
import json, sys
import duckdb

database = duckdb.connect()
for line in sys.stdin:
    sql, given = json.loads(line)
    try:
        answer = {"rows": database.execute(sql, given).fetchall()}
    except duckdb.Error as error:
        answer = {"error": str(error)}
    print(json.dumps(answer, default=str), flush=True)
"""


class DuckSaysNo(Exception):
    """A statement that DuckDB would not do."""


class Duck:
    """A database in memory that is asked in SQL; dates and the like come as text."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        """Do a statement, or a script, and give the rows of the last one."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([sql, given]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise DuckSaysNo(answer["error"])
        return [tuple(row) for row in answer["rows"]]


@contextmanager
def running(folder: Path) -> Iterator[Duck]:
    """Start it in a folder, from which its scripts name their files."""
    process = subprocess.Popen(
        [sys.executable, "-c", ANSWERING], cwd=folder, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
    )  # fmt: skip
    with process:
        yield Duck(process)
        assert process.stdin is not None
        process.stdin.close()
