"""Refusals about the shape of records."""

from evidencekit.errors.records import BodyMismatch, UnknownKind, WrongField, WrongHeader


def test_a_wrong_field_is_named_with_its_kind_and_the_reason() -> None:
    refused = WrongField(field="ended", kind="voice", why="a time is written like 09:30")
    assert refused.what_happened == (
        "The field ended of a voice is not right: a time is written like 09:30."
    )
    assert "evidencekit fields voice" in refused.what_to_do


def test_an_unknown_kind_points_to_the_list_of_kinds() -> None:
    assert "evidencekit fields" in UnknownKind(kind="memo").what_to_do


def test_damage_asks_for_the_bytes_again_and_says_nothing_was_changed() -> None:
    for damage in (WrongHeader(why="an unknown key"), BodyMismatch(revision="ab")):
        assert damage.what_is_safe == "Nothing was changed."
        assert "again" in damage.what_to_do
