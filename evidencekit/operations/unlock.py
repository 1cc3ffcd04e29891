"""Create, open and lock a workspace: the slow part on the bench, the store on the desk."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from evidencekit.clock import Clock, SystemClock
from evidencekit.crypto import passphrase as passphrases, slots
from evidencekit.crypto.keys import AgeIdentity, SigningKey
from evidencekit.crypto.passphrase import DEFAULT_COST, Cost, Strength
from evidencekit.crypto.slots import Unlocked
from evidencekit.errors.work import AlreadyThere, EmptyAnswer, FileUnwritable, NoWorkspace
from evidencekit.ids import AuthorId, IdMaker, SystemIds
from evidencekit.operations import beginning, frameworks, remembering, tidying
from evidencekit.operations.desk import Desk, Me
from evidencekit.operations.frameworks import FoundPack
from evidencekit.store import migrate, projections, settings
from evidencekit.store.connection import Database

SUFFIX = ".evidence"
STORE = "store.db"
AUTHOR_CODE = 10  # characters

Keys = Unlocked  # what is carried from the bench to the desk, and wiped there


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWorkspace:
    """What has to be known to make a workspace."""

    framework: str | FoundPack  # an id, a pack's file, or a pack that was looked at
    area: str
    name: str
    inspectorate: str
    role: str  # lead or inspector
    passphrase: str = field(repr=False)
    cost: Cost = DEFAULT_COST


@dataclass(frozen=True, slots=True)
class Created:
    """The open desk and the recovery code, which is shown once."""

    desk: Desk
    recovery_code: str = field(repr=False)


def create_workspace(
    folder: Path, new: NewWorkspace, *, clock: Clock | None = None, ids: IdMaker | None = None
) -> Created:
    """Make a workspace folder; a lead's holds the inspection and a team of one."""
    clock, ids = clock or SystemClock(), ids or SystemIds()
    found = frameworks.find(new.framework)
    frameworks.check_inspectorate(found.pack, new.inspectorate)
    for what, answer in (("area", new.area), ("name", new.name)):
        if not answer.strip():
            raise EmptyAnswer(what=what)
    if folder.exists():
        raise AlreadyThere(path=str(folder))
    try:
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise FileUnwritable(path=str(folder)) from error
    try:
        keys, code = slots.create(folder, ids.uuid(), new.passphrase, new.cost)
        database = Database.create(folder / STORE, keys.store_key)
        try:
            migrate.lay_out(database, keys.store_id)
            desk = _furnish(folder, database, new, found, clock, ids)
        except BaseException:
            database.close()
            raise
    except BaseException:
        shutil.rmtree(folder)  # nothing of a workspace that was never finished stays behind
        raise
    return Created(desk, code)


def stretch_keys(folder: Path, passphrase: str) -> Unlocked:
    """Turn a passphrase into the workspace's keys; slow on purpose, so it belongs on the bench."""
    check_is_workspace(folder)
    return slots.open_with_passphrase(folder, passphrase)


def stretch_recovery(folder: Path, code: str) -> Unlocked:
    """Turn the recovery code into the workspace's keys."""
    check_is_workspace(folder)
    return slots.open_with_recovery_code(folder, code)


def open_desk(
    folder: Path, keys: Unlocked, *, clock: Clock | None = None, ids: IdMaker | None = None
) -> Desk:
    """Open the store with keys already derived; fast, and owned by the calling thread."""
    database = Database.open(folder / STORE, keys.store_key)
    try:
        migrate.check_identity(database, keys.store_id)
        migrate.bring_up_to_date(database, folder / "backups")
        return _sit_down(folder, database, clock or SystemClock(), ids or SystemIds())
    except BaseException:
        database.close()
        raise


def open_workspace(
    folder: Path, passphrase: str, *, clock: Clock | None = None, ids: IdMaker | None = None
) -> Desk:
    """Open a workspace in one go, for scripts."""
    keys = stretch_keys(folder, passphrase)
    try:
        return open_desk(folder, keys, clock=clock, ids=ids)
    finally:
        keys.wipe()


def lock(desk: Desk) -> None:
    """Close the store and overwrite the keys."""
    desk.database.close()
    desk.signing.wipe()


def check_is_workspace(folder: Path) -> None:
    """Raise NoWorkspace unless this folder holds one."""
    if not (folder / STORE).is_file():
        raise NoWorkspace(path=str(folder))


def suggest_passphrase() -> str:
    """Give five words nobody else was given."""
    return passphrases.suggest()


def passphrase_strength(typed: str) -> Strength:
    """Say how strong a passphrase of one's own is."""
    return passphrases.strength(typed)


def _furnish(
    folder: Path, database: Database, new: NewWorkspace, found: FoundPack, clock: Clock,
    ids: IdMaker,
) -> Desk:  # fmt: skip
    """Put the first things into an empty store, in one transaction."""
    me = Me(
        id=AuthorId(ids.code(AUTHOR_CODE)), name=new.name, inspectorate=new.inspectorate,
        role=new.role, area=new.area,
    )  # fmt: skip
    desk = Desk(
        folder=folder, database=database, pack=found.pack, me=me, clock=clock, ids=ids,
        signing=SigningKey.new(), reading=AgeIdentity.new(),
    )  # fmt: skip
    with database.transaction():
        remembering.keep_identity(database, me, desk.signing, desk.reading)
        settings.put(database, remembering.FRAMEWORK, found.text.decode())
        if desk.is_lead:
            beginning.found_team(desk)
            beginning.open_inspection(desk)
    return desk


def _sit_down(folder: Path, database: Database, clock: Clock, ids: IdMaker) -> Desk:
    me, signing, reading = remembering.identity_in(database)
    with database.transaction():
        projections.rebuild_if_older(database)
    desk = Desk(
        folder=folder, database=database,
        pack=frameworks.kept_in(database), me=me,
        clock=clock, ids=ids, signing=signing, reading=reading,
        trust=remembering.trust_in(database, me.id),
    )  # fmt: skip
    tidying.tidy_files(desk)  # what was added last time and then not kept
    return desk
