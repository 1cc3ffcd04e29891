"""What decisions make of a record's standing."""

import pytest

from evidencekit.store.acceptance import acceptance


@pytest.mark.parametrize(
    ("heads", "decisions", "expected"),
    [
        (["b"], [], ""),
        (["b"], [("b", "keep"), ("b", "not-the-same")], ""),
        (["b"], [("b", "accept")], "accepted"),
        (["b"], [("b", "adopt")], "accepted"),
        (["b"], [("b", "set-aside")], "set-aside"),
        (["b"], [("a", "accept")], "new-information"),
        (["b"], [("a", "set-aside")], "new-information"),
        (["b"], [("a", "accept"), ("b", "accept")], "accepted"),
        (["b"], [("a", "accept"), ("b", "set-aside")], "set-aside"),
        (["b"], [("b", "accept"), ("b", "set-aside")], "contested"),
        (["b", "c"], [("b", "accept")], "new-information"),
        (["b", "c"], [("b", "accept"), ("c", "accept")], "accepted"),
        (["b", "c"], [("b", "accept"), ("c", "set-aside")], "new-information"),
        ([], [("b", "accept")], "new-information"),
    ],
)
def test_an_acceptance_stays_with_its_version(
    heads: list[str], decisions: list[tuple[str, str]], expected: str
) -> None:
    assert acceptance(heads, decisions) == expected
    assert acceptance(reversed(heads), reversed(decisions)) == expected
