"""Every refusal about bundles has a code, plain words and its exit status."""

from pathlib import Path

import pytest

from evidencekit.errors import Planned, Unavailable, bundle, every

FACTS: dict[str, str | int | tuple[str, ...]] = {
    "where": "data/ledger.jsonl", "part": "bundle.json", "why": "its length", "what": "part",
    "size": 9, "limit": 7, "expected": "bagit.txt", "found": "x", "known": "y", "sender": "ANNA",
    "revoked_at": "2012-11-20", "member": "ANNA", "other": "BEN", "signer": "BEN", "ours": 7,
    "reader": "BEN", "kind": "return", "seq": 7, "neighbour": 6, "author": "ANNA", "path": "/x",
    "needed": 7, "needs": "12 MB", "has": "3 MB", "attachment": "ab", "revision": "cd",
}  # fmt: skip
OURS = [kind for kind in every() if kind.__module__ == bundle.__name__]
NOT_POSSIBLE = {"bundle.already-there", "bundle.no-room", "bundle.place-unusable",
                "bundle.unreadable"}  # fmt: skip


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.code)
def test_its_words_are_whole_sentences(kind: type[Planned]) -> None:
    refusal = kind(**FACTS)
    for words in (refusal.what_happened, refusal.what_is_safe, refusal.what_to_do):
        assert words.endswith(".")
        assert "{" not in words


def test_every_code_is_its_own() -> None:
    codes = [kind.code for kind in OURS]
    assert len(codes) == len(set(codes)) > 40


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.code)
def test_its_exit_status_tells_refused_from_not_possible_now(kind: type[Planned]) -> None:
    assert kind.exit_status == (5 if kind.code in NOT_POSSIBLE else 4)
    assert not issubclass(kind, Unavailable) or kind.code in NOT_POSSIBLE


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.code)
def test_it_is_written_down_with_the_format(kind: type[Planned]) -> None:
    written = (Path(__file__).parents[3] / "docs" / "formats" / "bundle.md").read_text("utf-8")
    assert f"| `{kind.code}` | {kind.__mro__[1].__name__} | {kind.exit_status} |" in written
