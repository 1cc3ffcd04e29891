"""What is set aside is named in plain words."""

import inspect

import pytest

from evidencekit.bundle import chains, ledger
from evidencekit.bundle.set_aside import _WORDS, SetAside
from evidencekit.canonical import Json
from evidencekit.errors.bundle import WrongReceipt


def refusal(why: str) -> WrongReceipt:
    return WrongReceipt(why=why)


def test_a_line_is_named_with_its_reason() -> None:
    aside = SetAside(line=7, code="ledger.body-mismatch", revision="ab" * 32)
    assert aside.words == "Line 7 holds another text than the one that was recorded."


def test_a_checkpoint_has_no_line() -> None:
    words = SetAside(line=0, code="checkpoint.unproved").words
    assert words.startswith("A checkpoint was not signed by its author")


def test_a_reason_of_a_newer_version_has_words_too() -> None:
    assert SetAside(line=2, code="ledger.something-new").words == "Line 2 could not be used."


@pytest.mark.parametrize("code", _WORDS)
def test_every_reason_that_is_given_has_words(code: str) -> None:
    source = inspect.getsource(ledger) + inspect.getsource(chains)
    assert f'"{code}"' in source


def test_it_reads_back() -> None:
    aside = SetAside(line=7, code="ledger.too-long")
    assert SetAside.from_json(aside.to_json(), refusal) == aside


@pytest.mark.parametrize(
    "change", [{"line": -1}, {"code": "Two Words"}, {"revision": "x"}, {"more": 1}]
)
def test_another_form_is_refused(change: dict[str, Json]) -> None:
    aside = SetAside(line=7, code="ledger.too-long")
    with pytest.raises(WrongReceipt):
        SetAside.from_json({**aside.to_json(), **change}, refusal)
