"""Refusals of the base layer."""

from evidencekit.errors.base import Damaged
from evidencekit.errors.values import NotCanonical


def test_another_spelling_is_damage_and_tells_what_is_amiss() -> None:
    damage = NotCanonical(why="not UTF-8")
    assert isinstance(damage, Damaged)
    assert "not UTF-8" in damage.what_happened
