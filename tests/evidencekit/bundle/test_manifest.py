"""bundle.json holds exactly the fields of format.md §3."""

from dataclasses import replace
from typing import Any

import pytest

from evidencekit import canonical
from evidencekit.bundle.manifest import (
    BundleHeader,
    BundleKind,
    LeftOut,
    PayloadPart,
    Range,
    counts_of,
    ranges_of,
)
from evidencekit.errors import Planned
from evidencekit.errors.bundle import (
    BundleTooLarge,
    HostileJson,
    UnknownVersion,
    WrongBundleHeader,
    WrongRoster,
)
from tests.evidencekit.bundle.forge import Forgery
from tests.evidencekit.bundle.team import Team

FIELDS = {
    "format", "version", "bundle", "team", "sender", "sender_key", "seq", "prev", "roster_seq",
    "roster", "created", "kind", "recipients", "checkpoints", "ranges", "counts", "framework",
    "left_out", "payload",
}  # fmt: skip


@pytest.fixture
def header(forgery: Forgery) -> BundleHeader:
    return BundleHeader.decode(forgery.members["bundle.json"])


def changed(header: BundleHeader, **changes: Any) -> bytes:
    spelled: dict[str, Any] = canonical.decode_object(header.encode())
    return canonical.encode({**spelled, **changes})


def test_it_reads_back(header: BundleHeader) -> None:
    assert BundleHeader.decode(header.encode()) == header


def test_it_holds_the_fields_of_the_format_and_no_others(header: BundleHeader) -> None:
    assert set(canonical.decode_object(header.encode())) == FIELDS


def test_it_tells_what_is_inside(header: BundleHeader, team: Team) -> None:
    assert header.kind is BundleKind.SINCE
    assert header.counts == {"observation": 2}
    assert header.ranges == (Range(author=team.anna.id, first=1, last=2),)
    assert header.checkpoints == (team.anna.checkpoint,)
    assert {recipient.id for recipient in header.recipients} == {team.anna.id, team.lead.id}
    assert [part.size for part in header.attachments] == [12]


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_no_field_may_be_missing(header: BundleHeader, field: str) -> None:
    spelled = dict(canonical.decode_object(header.encode()))
    del spelled[field]
    with pytest.raises(WrongBundleHeader):
        BundleHeader.decode(canonical.encode(spelled))


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_no_field_may_hold_something_else(header: BundleHeader, field: str) -> None:
    for value in (None, -1, "\x00", [0], {"x": "0"}):
        with pytest.raises(Planned):
            BundleHeader.decode(changed(header, **{field: value}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("more", 1),
        ("bundle", "not-a-uuid"),
        ("team", "t1eam1"),
        ("seq", 0),
        ("seq", 2),
        ("seq", 1_000_000),
        ("seq", True),
        ("prev", "ab" * 64),
        ("roster_seq", 9),
        ("created", "2012-11-19 18:02"),
        ("kind", "gossip"),
        ("counts", {"note": -1}),
        ("recipients", [{"id": "0000000002"}]),
        ("payload", []),
        ("payload", [{"path": "data/att/" + "ab" * 20, "size": 1}]),
    ],
)
def test_a_field_of_another_form_is_refused(header: BundleHeader, field: str, value: Any) -> None:
    with pytest.raises(WrongBundleHeader):
        BundleHeader.decode(changed(header, **{field: value}))


@pytest.mark.parametrize("field", ["recipients", "checkpoints", "ranges", "payload"])
def test_lists_are_sorted_and_name_nothing_twice(header: BundleHeader, field: str) -> None:
    listed: Any = canonical.decode_object(header.encode())[field]
    for wrong in (listed * 2, [*reversed(listed), *listed]):
        with pytest.raises(WrongBundleHeader):
            BundleHeader.decode(changed(header, **{field: wrong}))


@pytest.mark.parametrize(("format_", "version"), [("evidencekit-bundle", 2), ("other", 1)])
def test_another_version_is_refused_whatever_else_it_holds(format_: str, version: int) -> None:
    with pytest.raises(UnknownVersion):
        BundleHeader.decode(canonical.encode({"format": format_, "version": version}))


def test_the_roster_inside_is_held_to_its_own_form(header: BundleHeader) -> None:
    with pytest.raises(WrongRoster):
        BundleHeader.decode(changed(header, roster={"roster": {}, "sig": "x"}))


def test_hostile_json_is_refused(header: BundleHeader) -> None:
    with pytest.raises(HostileJson):
        BundleHeader.decode(header.encode() + b"\n")


def test_a_header_beyond_its_limit_is_neither_read_nor_written(header: BundleHeader) -> None:
    with pytest.raises(BundleTooLarge):
        BundleHeader.decode(b" " * (256 * 1024 + 1))
    many = tuple(PayloadPart(path=f"data/att/{number:040x}", size=1) for number in range(5000))
    with pytest.raises(BundleTooLarge):
        replace(header, payload=many).encode()


def test_the_payload_together_has_a_limit(header: BundleHeader) -> None:
    many = [{"path": f"data/att/{number:040x}", "size": 2**31} for number in range(3)]
    with pytest.raises(BundleTooLarge):
        BundleHeader.decode(changed(header, payload=many))


def test_what_was_left_out_is_said(header: BundleHeader) -> None:
    left_out = (LeftOut(kind="voice", count=1, why="handling"),)
    assert BundleHeader.decode(replace(header, left_out=left_out).encode()).left_out == left_out


def test_ranges_and_counts_are_reckoned_from_revisions(team: Team) -> None:
    team.anna.notes("one")
    team.anna.notes("two", kind="voice")
    team.ben.notes("three", kind="voice")
    revisions = [*reversed(team.anna.chain), *team.ben.chain]
    assert counts_of(revisions) == {"observation": 1, "voice": 2}
    assert ranges_of(revisions) == (
        Range(author=team.anna.id, first=1, last=2),
        Range(author=team.ben.id, first=1, last=1),
    )
