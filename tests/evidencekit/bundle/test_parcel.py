"""A parcel is gathered before a byte is written; attachments are opened only while writing."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from tests.evidencekit.bundle.team import Team, attachment


def test_a_parcel_does_not_change(team: Team) -> None:
    with pytest.raises(FrozenInstanceError):
        team.anna.parcel().left_out = ()  # type: ignore[misc]


def test_an_attachment_is_opened_once_and_only_while_it_is_written(
    team: Team, folder: Path
) -> None:
    opened: list[str] = []

    def open_it() -> Iterator[bytes]:
        opened.append("opened")
        yield from (b"a ", b"photograph")

    source = replace(attachment(b"a photograph"), open=open_it)
    parcel = replace(team.anna.parcel(), attachments=(source,))
    assert opened == []
    sealed = team.anna.hands_over([team.lead], folder, parcel)
    assert opened == ["opened"]
    assert len(team.lead.opens(sealed.path).attachments) == 1
