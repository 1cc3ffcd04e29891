"""Database: the one door to the encrypted file. Every setting is proved, every write is whole."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

from sqlcipher3 import dbapi2 as driver

from evidencekit.errors.base import Planned
from evidencekit.errors.store import (
    DiskFull,
    DiskTrouble,
    SettingNotKept,
    StatementRefused,
    StoreDamaged,
    StoreExists,
    StoreGone,
    StoreInUse,
    StoreKeyMismatch,
    StoreReadOnly,
    StoreTruncated,
)
from evidencekit.store import safeguards

Value: TypeAlias = str | int | bytes | None
Row: TypeAlias = tuple[Any, ...]

_STATEMENTS_KEPT: Final = 256  # prepared statements; each costs a few kilobytes
_PIECE: Final = 1 << 20
# The lock bytes stand here; Windows lets nobody read them, and SQLite keeps nothing in that page.
_LOCK_PAGE: Final = 1 << 30

_PLANNED: Final[dict[int, type[Planned]]] = {
    driver.SQLITE_BUSY: StoreInUse,
    driver.SQLITE_LOCKED: StoreInUse,
    driver.SQLITE_FULL: DiskFull,
    driver.SQLITE_IOERR: DiskTrouble,
    driver.SQLITE_ABORT: DiskTrouble,  # a reading that a write in between had to be undone under
    driver.SQLITE_READONLY: StoreReadOnly,
    driver.SQLITE_CANTOPEN: StoreReadOnly,
    driver.SQLITE_PERM: StoreReadOnly,
    driver.SQLITE_CORRUPT: StoreDamaged,
    driver.SQLITE_NOTADB: StoreDamaged,
    driver.SQLITE_AUTH: StatementRefused,
}

# Files open in this process, by device and number. POSIX drops all of a process's locks on a file
# when any handle to it is closed, so a second open must be refused before the file is touched.
_open_files: set[tuple[int, int]] = set()


class WrongUse(RuntimeError):
    """The store was used against its rules by our own code."""


class Database:
    """An open store. It belongs to the thread that opened it; the driver refuses every other."""

    def __init__(self, path: Path, key: bytes) -> None:
        safeguards.check_key(key)
        self.path = path.resolve()
        self._key = bytearray(key)
        self._file = _identity(self.path)
        if self._file in _open_files:
            raise StoreInUse(name=self.path.name)
        self.between: Callable[[], None] = _nothing  # done between the rows of a long reading
        self._reader = self._hold()
        _open_files.add(self._file)
        self._connection = driver.connect(
            f"{self.path.as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=0,
            cached_statements=_STATEMENTS_KEPT,
        )  # fmt: skip
        try:
            self._prove()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, key: bytes) -> "Database":
        """Make a new encrypted file; a file of that name is never overwritten."""
        safeguards.check_key(key)
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        except FileExistsError as error:
            raise StoreExists(name=path.name) from error
        except PermissionError as error:
            raise StoreReadOnly(name=path.name) from error
        os.close(handle)
        try:
            database = cls(path, key)
            with database.transaction():
                database.execute("PRAGMA user_version = 0")  # writes the first page
        except BaseException:
            path.unlink()
            raise
        safeguards.sync_folder(path.parent)
        return database

    @classmethod
    def open(cls, path: Path, key: bytes) -> "Database":
        """Open a store that is there, or say what stands in the way."""
        if path.is_file() and _identity(path) in _open_files:
            raise StoreInUse(name=path.name)
        safeguards.check_file(path)
        return cls(path, key)

    @property
    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return bool(self._connection.in_transaction)

    @property
    def total_changes(self) -> int:
        """Give the number of rows written since opening."""
        return int(self._connection.total_changes)

    def rows(self, sql: str, params: Sequence[Value] = ()) -> list[Row]:
        """Give all rows of a query."""
        try:
            found: list[Row] = self._connection.execute(sql, params).fetchall()
        except driver.Error as error:
            self._tell(error)
        return found

    def row(self, sql: str, params: Sequence[Value] = ()) -> Row | None:
        """Give the first row of a query, or None."""
        try:
            found: Row | None = self._connection.execute(sql, params).fetchone()
        except driver.Error as error:
            self._tell(error)
        return found

    def value(self, sql: str, params: Sequence[Value] = ()) -> Any:  # noqa: ANN401 - a cell
        """Give the first cell of a query, or None."""
        return (self.row(sql, params) or (None,))[0]

    def each(self, sql: str, params: Sequence[Value] = ()) -> Iterator[Row]:
        """Give the rows of a query one by one, without holding them all."""
        try:
            for found in self._connection.execute(sql, params):
                # `yield from` would close a cursor whose connection is gone, and complain.
                yield found
                if not self.in_transaction:
                    self.between()
        except driver.Error as error:
            self._tell(error)

    def execute(self, sql: str, params: Sequence[Value] = ()) -> int:
        """Write inside the open transaction; give the number of rows touched."""
        self._demand_transaction()
        return self._run(sql, params)

    def executemany(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Write many rows inside the open transaction; no rows cost nothing."""
        self._demand_transaction()
        try:
            if many := list(rows):
                self._connection.executemany(sql, many)
        except driver.Error as error:
            self._tell(error)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Keep everything inside, or nothing: any exception rolls back. Never nested."""
        if self.in_transaction:
            raise WrongUse
        self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._demand_transaction()
            self._run("COMMIT")
        except BaseException:
            self._undo()
            raise

    @contextmanager
    def within(self) -> Generator[None]:
        """Join the open transaction, or make one."""
        if self.in_transaction:
            yield
            return
        with self.transaction():
            yield

    def pieces(self) -> Iterator[tuple[int, bytes]]:
        """Give the encrypted file as (offset, bytes); only between transactions it is whole."""
        if self.in_transaction:
            raise WrongUse
        offset = os.lseek(self._reader, 0, os.SEEK_SET)
        while piece := os.read(self._reader, _PIECE):
            yield offset, piece
            offset += len(piece)
            if offset == _LOCK_PAGE:
                offset = os.lseek(self._reader, _LOCK_PAGE + safeguards.PAGE_BYTES, os.SEEK_SET)

    def check_in_place(self) -> None:
        """Raise StoreGone when the file was moved: it takes every write and shows none later."""
        with suppress(OSError):
            found = _identity(self.path)
            if os.name != "posix" or found == self._file:
                return
        raise StoreGone(name=self.path.name)

    def open_copy(self, path: Path) -> "Database":
        """Open a copy of this store, with this store's key."""
        return Database.open(path, bytes(self._key))

    def close(self) -> None:
        """Let go of the file, leave no journal behind and overwrite the key. Twice does no harm."""
        if self._file not in _open_files or not self._key:
            return
        with suppress(driver.Error):
            self._connection.rollback()
            self._connection.set_authorizer(None)
            # Only in normal locking does the library itself take the empty journal away.
            for setting in ("locking_mode = NORMAL", "journal_mode = DELETE"):
                self._connection.execute(f"PRAGMA {setting}").fetchall()
        self._connection.close()
        os.close(self._reader)
        _open_files.discard(self._file)
        self._key[:] = bytes(len(self._key))
        self._key.clear()

    def _hold(self) -> int:
        # Copies read through this handle. It is closed after the connection, never before: closing
        # any handle to the file would drop SQLite's own lock on it. It asks for writing, too,
        # because the library would open a write-protected file for reading and not say so.
        try:
            return os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        except OSError as error:
            raise StoreReadOnly(name=self.path.name) from error

    def _prove(self) -> None:
        """Set and read back everything format.md §1 asks, then shut the ways out."""
        # set_key keeps the key out of the statement cache, where PRAGMA key would leave it.
        self._connection.set_key(f"x'{self._key.hex()}'")
        try:
            self._take_hold()
            for name, (wanted, answer) in safeguards.PRAGMAS.items():
                self._set(name, wanted, answer)
            for name, expected in safeguards.CIPHER.items():
                self._compare(name, expected)
        except driver.Error as error:
            self._tell_opening(error)
        safeguards.check_size(self.path)
        self._connection.set_authorizer(safeguards.permit)

    def _take_hold(self) -> None:
        """Read the first page with the key, finish or undo what a kill left, hold the lock."""
        self._connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        self._connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        self._connection.execute("BEGIN EXCLUSIVE")
        self._connection.execute("COMMIT")

    def _has_its_pages(self) -> bool:
        # A file cut at a page's end answers nothing at all; one with a changed page still does.
        with suppress(driver.Error):
            return bool(self._connection.execute("PRAGMA user_version").fetchall())
        return False

    def _set(self, name: str, wanted: str, answer: str | int) -> None:
        self._connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        self._compare(name, answer)

    def _compare(self, name: str, answer: str | int) -> None:
        found = self._connection.execute(f"PRAGMA {name}").fetchall()
        if found != [(answer,)]:
            raise SettingNotKept(setting=name, found=str(found))

    def _run(self, sql: str, params: Sequence[Value] = ()) -> int:
        try:
            return int(self._connection.execute(sql, params).rowcount)
        except driver.Error as error:
            self._tell(error)

    def _undo(self) -> None:
        if not self.in_transaction:  # a full disk has already rolled back
            return
        try:
            self._connection.execute("ROLLBACK")
        except driver.Error:
            self.close()  # the journal stays, and the next opening rolls back

    def _demand_transaction(self) -> None:
        if not self.in_transaction:
            raise WrongUse

    def _tell(self, error: Exception) -> NoReturn:
        if (planned := _PLANNED.get(_code(error))) is None:
            raise error
        if planned is StoreReadOnly:
            self.check_in_place()  # no journal can be begun in a folder that was moved away
        raise planned(name=self.path.name) from error

    def _tell_opening(self, error: Exception) -> NoReturn:
        name, code = self.path.name, _code(error)
        if code == driver.SQLITE_NOTADB:
            raise StoreKeyMismatch(name=name) from error
        if code == driver.SQLITE_CORRUPT and not self._has_its_pages():
            raise StoreTruncated(name=name, size=self.path.stat().st_size) from error
        self._tell(error)


def _nothing() -> None:
    """Let nobody in between."""


def _code(error: Exception) -> int:
    if str(error).startswith("not authorized"):  # a refused function has the code of any error
        return int(driver.SQLITE_AUTH)
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
