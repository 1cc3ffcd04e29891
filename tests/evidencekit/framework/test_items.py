from dataclasses import FrozenInstanceError

import pytest

from evidencekit.framework.items import AreaKind, Item, Part, Status


def test_an_item_cannot_be_changed_after_it_was_read() -> None:
    item = Item(id="yoi", label="Young offender institution", source="¶32")

    with pytest.raises(FrozenInstanceError):
        item.label = "Prison"  # type: ignore[misc]


def test_the_words_of_a_pack_file_are_the_values_of_the_enumerations() -> None:
    assert [one.value for one in Status] == ["proposed", "piloted", "live", "superseded"]
    assert [one.value for one in Part] == ["lead", "member", "conditional", "triggered"]
    assert [one.value for one in AreaKind] == ["joint", "specialist"]
