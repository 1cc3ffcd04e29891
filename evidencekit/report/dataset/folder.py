"""A folder that comes into its place whole or not at all, and the files of each table in it."""

import errno
import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from evidencekit import canonical
from evidencekit.errors.publishing import FolderInUse, PublishDiskFull, PublishPlaceClosed
from evidencekit.report.dataset.csv_file import CsvFile
from evidencekit.report.dataset.parquet import ParquetFile
from evidencekit.report.dataset.tables import Row, Table

CSV, PARQUET, SUMS = "csv", "parquet", "SHA256SUMS"
SMALL = 5  # below this a number of records could point at somebody

_ONE_DATE = 315_532_800  # 1 January 1980, as in the ZIPs of our Word files
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def whole_folder(place: Path) -> Iterator[Path]:
    """Give a folder beside `place` that takes its name at the end; on any failure it is gone."""
    place = place.absolute()
    half = place.with_name(f".{place.name}.part")
    try:
        check_free(place)
        shutil.rmtree(half, ignore_errors=True)  # what a power cut left under this name
        half.mkdir(mode=0o700)
        yield half
        _date_alike(half)
        check_free(place)
        if os.name == "nt" and place.exists():
            place.rmdir()  # Windows renames over nothing, not even an empty folder
        half.rename(place)
        _sync_folder(place.parent)
    except OSError as error:
        if error.errno in _FULL:
            raise PublishDiskFull(path=str(place)) from error
        raise PublishPlaceClosed(path=str(place)) from error
    finally:
        shutil.rmtree(half, ignore_errors=True)


def check_free(place: Path) -> None:
    """Raise FolderInUse unless nothing or an empty folder is there."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise FolderInUse(path=str(place))
    if place.exists() and any(place.iterdir()):
        raise FolderInUse(path=str(place))


class Shelf:
    """The files of a publication, opened table by table; counts the rows and the small numbers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.rows: dict[str, int] = {}
        self.small: dict[str, int] = {}  # by table and column, how many values few rows have
        for name in (CSV, PARQUET):
            (folder / name).mkdir(mode=0o700)

    @contextmanager
    def table(self, table: Table) -> Iterator["TableFiles"]:
        """Give the two files of a table to be filled."""
        csv_path = self._folder / CSV / f"{table.name}.csv"
        parquet_path = self._folder / PARQUET / f"{table.name}.parquet"
        with _text(csv_path) as text, _binary(parquet_path) as binary:
            files = TableFiles(table, text, binary)
            yield files
            files.finish()
            for file in (text, binary):
                file.flush()
                os.fsync(file.fileno())
        self.rows[table.name] = files.rows
        self.small.update(files.small())

    def put(self, name: str, content: bytes) -> None:
        """Write a paper that goes with the tables."""
        with _binary(self._folder / name) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def sign_off(self) -> str:
        """Write the list of digests that `sha256sum -c` reads; give the digest of the list."""
        paths = sorted(path for path in self._folder.rglob("*") if path.is_file())
        lines = [
            f"{_digest(path)}  {path.relative_to(self._folder).as_posix()}\n" for path in paths
        ]
        content = "".join(lines).encode()
        self.put(SUMS, content)
        return canonical.sha256(content)


class TableFiles:
    """One table as CSV and as Parquet, filled row by row."""

    def __init__(self, table: Table, text: TextIO, binary: BinaryIO) -> None:
        self._table = table
        self._csv, self._parquet = CsvFile(text, table), ParquetFile(binary, table)
        self._coded = [place for place, column in enumerate(table.columns) if column.codes]
        self._seen: Counter[tuple[int, str]] = Counter()
        self.rows = 0

    def add(self, row: Row) -> None:
        """Write a row to both."""
        self._csv.add(row)
        self._parquet.add(row)
        self._seen.update((place, str(row[place])) for place in self._coded if row[place])
        self.rows += 1

    def finish(self) -> None:
        """Write what is held back."""
        self._parquet.finish()

    def small(self) -> dict[str, int]:
        """Give how many values of each column stand in fewer rows than `SMALL`."""
        few = Counter(place for (place, _), many in self._seen.items() if many < SMALL)
        names = self._table.names
        return {f"{self._table.name}.{names[place]}": many for place, many in sorted(few.items())}


def _date_alike(folder: Path) -> None:
    """Give everything one date: a file's own would tell when the inspection was, near enough."""
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (_ONE_DATE, _ONE_DATE))


def _binary(path: Path) -> BinaryIO:
    return os.fdopen(_new(path), "wb")


def _text(path: Path) -> TextIO:
    return os.fdopen(_new(path), "w", encoding="utf-8", newline="")


def _new(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
