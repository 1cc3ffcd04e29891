"""Every refusal of a file says that the original is safe."""

import pytest

from evidencekit.errors import attaching
from evidencekit.errors.base import Planned, every

ALL = [kind for kind in every() if kind.__module__ == attaching.__name__]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_each_has_a_code_and_all_three_sentences(kind: type[Planned]) -> None:
    said = kind(kind="Case", name="plan.pdf", digest="ab12")
    assert said.code.startswith("attach.")
    assert said.what_happened
    assert said.what_is_safe
    assert said.what_to_do
