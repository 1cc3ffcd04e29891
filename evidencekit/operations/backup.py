"""Copies of a workspace: opened and checked before they count; restored, never written over."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evidencekit.errors.work import AlreadyThere, FileUnwritable
from evidencekit.operations import remembering
from evidencekit.operations.copies import BACKUP
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import STORE, lock, open_workspace, stretch_keys
from evidencekit.store import backup as copying, salvage as rescue

KEY_FILES = ("keys.json", "keys.bak.json")


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How much of a damaged workspace could be read."""

    revisions: int
    lost: int


def backup(desk: Desk, target: Path) -> Path:
    """Copy the open workspace, keys included; the copy opens with the same passphrase."""
    _copy(desk, target)
    with desk.database.transaction():
        remembering.log(desk, BACKUP, str(target))
    return target


def restore(saved: Path, folder: Path, passphrase: str) -> Path:
    """Make a workspace from a backup: open it, check it, copy it."""
    desk = open_workspace(saved, passphrase)
    try:
        _copy(desk, folder)
        return folder
    finally:
        lock(desk)


def salvage(folder: Path, target: Path, passphrase: str) -> Salvaged:
    """Save what can be read of a damaged workspace into a new one with the same keys."""
    keys = stretch_keys(folder, passphrase)
    try:
        with _made(folder, target):
            found = rescue.salvage(folder / STORE, target / STORE, keys.store_key, keys.store_id)
    finally:
        keys.wipe()
    return Salvaged(*found)


def _copy(desk: Desk, target: Path) -> None:
    with _made(desk.folder, target):
        copying.copy(desk.database, target / STORE)


@contextmanager
def _made(folder: Path, target: Path) -> Generator[None]:
    """Make a workspace folder with the same keys, or leave nothing behind."""
    if folder.resolve() in target.resolve().parents:
        raise FileUnwritable(path=str(target))  # a workspace holds nothing but itself
    try:
        target.mkdir(mode=0o700)
    except FileExistsError as error:
        raise AlreadyThere(path=str(target)) from error
    except OSError as error:
        raise FileUnwritable(path=str(target)) from error
    try:
        for name in KEY_FILES:
            if (folder / name).exists():
                shutil.copyfile(folder / name, target / name)
                (target / name).chmod(0o600)
        yield
    except BaseException:
        shutil.rmtree(target)
        raise
