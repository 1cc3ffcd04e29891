import pytest

from evidencekit.operations import care
from tests.evidencekit.rehearsal.conftest import Amberford

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


def test_the_last_words_name_every_workspace_and_what_to_try(amberford: Amberford) -> None:
    words = "\n".join(amberford.staged.words)
    for name in ("lead", "tom", "priya", "gwen"):
        assert str(amberford.folder / f"{name}.evidence") in words
    for command in ("verify", "merge", "fingerprint", "coverage", "journey", "check", "report"):
        assert f"  evidencekit {command} " in words


def test_they_give_the_fingerprint_that_the_lead_reads_aloud(amberford: Amberford) -> None:
    state = care.fingerprint(amberford.desk("lead"))
    assert f"Fingerprint {state.groups}" in amberford.staged.words
    assert amberford.staged.document["state"] == {
        "fingerprint": state.sha256, "groups": state.groups, "revisions": state.revisions,
    }  # fmt: skip


def test_the_document_names_what_stands_in_the_folders(amberford: Amberford) -> None:
    for folder in ("bundles", "receipts"):
        there = sorted(path.name for path in (amberford.folder / folder).iterdir())
        assert amberford.staged.document[folder] == there


def test_no_passphrase_is_told(amberford: Amberford) -> None:
    told = "\n".join((*amberford.staged.words, *amberford.heard, repr(amberford.staged.document)))
    assert not [secret for secret in amberford.passphrases.values() if secret in told]
