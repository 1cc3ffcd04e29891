"""Real workspaces made once: a test that asks for one that was made before is given a copy.

The people, the clock and the files are those of the first; only the folder is the test's own. With
`stretched_once` (conftest.py) a copy opens without the second that a passphrase costs on purpose.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from evidencekit.clock import SetClock
from evidencekit.ids import SeededIds
from evidencekit.operations import unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import Created, NewWorkspace

Furnish = Callable[[Desk], object]


@dataclass(frozen=True, slots=True)
class _Ready:
    """The files of a workspace in which nothing is being written, and what its laptop knew."""

    files: dict[Path, bytes]
    recovery_code: str
    clock: SetClock
    ids: SeededIds


_MADE: dict[object, _Ready] = {}


def workspace(
    folder: Path, new: NewWorkspace, clock: SetClock, ids: SeededIds, furnish: Furnish | None = None
) -> Created:
    """Give what `create_workspace` gives, after `furnish` has put its first records in."""
    asked = (new, clock.at, clock.step, clock.zone, *vars(ids).values(), furnish)
    ready = _MADE.get(asked)
    if ready is not None:
        return _copied(ready, folder, new.passphrase, clock, ids)
    made = unlock.create_workspace(folder, new, clock=clock, ids=ids)
    if furnish is not None:
        furnish(made.desk)
    files = {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    _MADE[asked] = _Ready(files, made.recovery_code, deepcopy(clock), deepcopy(ids))
    return made


def _copied(
    ready: _Ready, folder: Path, passphrase: str, clock: SetClock, ids: SeededIds
) -> Created:
    for name, content in ready.files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    clock.put(ready.clock.at)
    vars(ids).update(vars(ready.ids))
    desk = unlock.open_workspace(folder, passphrase, clock=clock, ids=ids)
    return Created(desk, ready.recovery_code)
