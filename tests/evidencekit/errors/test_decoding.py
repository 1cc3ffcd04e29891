"""Every refusal to show a file says that the file is kept."""

import pytest

from evidencekit.errors import decoding
from evidencekit.errors.base import Planned, every

ALL = [kind for kind in every() if kind.__module__ == decoding.__name__]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_each_says_that_the_file_is_kept(kind: type[Planned]) -> None:
    said = kind(kind="a kind", page=3)
    assert said.code.startswith("decoding.")
    assert "The file is kept just as it was" in said.what_is_safe


def test_there_is_one_for_every_way_it_can_end() -> None:
    assert len(ALL) == 7
