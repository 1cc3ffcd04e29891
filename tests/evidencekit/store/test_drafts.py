"""What is being typed: one row a form, there after a kill."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from evidencekit.errors.store import StoreDamaged
from evidencekit.store import drafts
from evidencekit.store.connection import Database
from evidencekit.store.drafts import Draft
from tests.evidencekit.store.conftest import KEY

ROOT = Path(__file__).parents[3]
AT = "2012-11-19T10:31:07Z"


def test_a_form_keeps_what_was_last_typed_in_it(store: Database) -> None:
    drafts.keep(store, "new-1", "", "observation", b'{"seen":"The"}', AT)
    drafts.keep(store, "new-1", "r1", "observation", b'{"seen":"The baby"}', "2012-11-19T10:32:00Z")
    assert drafts.get(store, "new-1") == Draft(
        form="new-1", record="r1", kind="observation", content=b'{"seen":"The baby"}',
        at="2012-11-19T10:32:00Z",
    )  # fmt: skip


def test_forms_do_not_disturb_each_other(store: Database) -> None:
    drafts.keep(store, "a", "", "observation", b"1", "2012-11-19T10:31:00Z")
    drafts.keep(store, "b", "", "voice", b"2", "2012-11-19T10:32:00Z")
    assert [each.form for each in drafts.all_of(store)] == ["b", "a"]
    drafts.drop(store, "a")
    assert drafts.get(store, "a") is None
    assert [each.form for each in drafts.all_of(store)] == ["b"]


def test_a_draft_goes_with_the_transaction_that_keeps_the_revision(store: Database) -> None:
    drafts.keep(store, "a", "", "observation", b"typed", AT)

    def fail_half_way() -> None:
        with store.transaction():
            drafts.drop(store, "a")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert drafts.get(store, "a") is not None


def test_a_draft_is_durable_when_keep_returns(store: Database, place: Path) -> None:
    store.close()
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from evidencekit.store import drafts\nfrom evidencekit.store.connection import Database\n"
        f"db = Database.open(Path(sys.argv[1]), bytes.fromhex('{KEY.hex()}'))\n"
        "drafts.keep(db, 'a', '', 'observation', b'The baby was', '2012-11-19T10:31:07Z')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(place)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    again = Database.open(place, KEY)
    found = drafts.get(again, "a")
    assert found is not None
    assert found.content == b"The baby was"
    again.close()


def test_a_draft_that_is_not_what_was_typed_is_told(store: Database) -> None:
    drafts.keep(store, "a", "", "observation", b"typed", AT)
    with store.transaction():
        store.execute("UPDATE draft SET content = x'00'")
    with pytest.raises(StoreDamaged):
        drafts.get(store, "a")
