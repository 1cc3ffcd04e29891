"""The payload is read exactly as the signed header lists it."""

from pathlib import Path

import pytest

from evidencekit import canonical
from evidencekit.bundle import bag
from evidencekit.bundle.ledger import encode_line
from evidencekit.bundle.set_aside import SetAside
from evidencekit.errors.bundle import (
    BundleAltered,
    UnexpectedMember,
    WrongBundleHeader,
    WrongManifest,
)
from tests.evidencekit.bundle.forge import MANIFEST, Forgery
from tests.evidencekit.bundle.team import Team

LEDGER = "data/ledger.jsonl"


def resealed(team: Team, folder: Path, forgery: Forgery) -> Path:
    """Anna signs it as it is now, so only the payload's own rules can refuse it."""
    recipients = (team.lead.identity.recipient, team.anna.identity.recipient)
    return forgery.signed(team.anna.key).sealed(folder / "x.evb", *recipients)


def test_an_honest_relisting_is_read(team: Team, folder: Path, forgery: Forgery) -> None:
    path = resealed(team, folder, forgery.relisted())
    assert len(team.lead.opens(path).revisions) == 2


@pytest.mark.parametrize("change", [1, -1])
def test_a_part_has_the_size_that_is_listed(
    team: Team, folder: Path, forgery: Forgery, change: int
) -> None:
    payload = forgery.header["payload"]
    payload[0]["size"] += change
    sizes = [part["size"] for part in payload]
    info = bag.bag_info(forgery.header["bundle"], forgery.header["created"], sizes)
    changed = forgery.with_header(payload=payload).with_member("bag-info.txt", info)
    with pytest.raises(BundleAltered):
        team.lead.opens(resealed(team, folder, changed))


def test_a_part_has_the_hash_that_is_listed(team: Team, folder: Path, forgery: Forgery) -> None:
    for name in (LEDGER, forgery.header["payload"][0]["path"]):
        content = forgery.members[name]
        flipped = bytes([content[0] ^ 1]) + content[1:]
        with pytest.raises(BundleAltered) as refused:
            team.lead.opens(resealed(team, folder, forgery.with_member(name, flipped)))
        assert refused.value.facts["part"] == name


def test_the_manifest_lists_what_the_header_lists(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    lines = forgery.members[MANIFEST].splitlines(keepends=True)
    for wrong in (b"", lines[0], lines[1], b"".join(lines * 2)):
        with pytest.raises(WrongManifest):
            team.lead.opens(resealed(team, folder, forgery.with_member(MANIFEST, wrong)))


def test_a_listed_part_that_is_not_there_is_refused(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    name = forgery.header["payload"][0]["path"]
    left = {key: data for key, data in forgery.signed(team.anna.key).members.items() if key != name}
    recipients = (team.lead.identity.recipient, team.anna.identity.recipient)
    with pytest.raises(UnexpectedMember):
        team.lead.opens(Forgery(forgery.folder, left).sealed(folder / "x.evb", *recipients))


def test_a_part_that_is_not_listed_is_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    more = forgery.with_member("data/zzz", b"x")
    with pytest.raises(UnexpectedMember) as refused:
        team.lead.opens(resealed(team, folder, more))
    assert refused.value.facts["expected"] == "the end"


def test_the_ledger_comes_last(team: Team, folder: Path, forgery: Forgery) -> None:
    path = "data/att/" + canonical.sha512(b"later")[:40]
    later = forgery.with_member(path, b"later").relisted()
    with pytest.raises(WrongBundleHeader):
        team.lead.opens(resealed(team, folder, later))


def test_an_attachment_is_named_by_its_digest(team: Team, folder: Path, forgery: Forgery) -> None:
    name = forgery.header["payload"][0]["path"]
    renamed = {
        ("data/att/" + "ab" * 20 if key == name else key): data
        for key, data in forgery.members.items()
    }
    with pytest.raises(WrongManifest):
        team.lead.opens(resealed(team, folder, Forgery(forgery.folder, renamed).relisted()))


def test_the_bag_adds_up(team: Team, folder: Path, forgery: Forgery) -> None:
    info = b"Payload-Oxum: 1.1\n"
    with pytest.raises(WrongManifest):
        team.lead.opens(resealed(team, folder, forgery.with_member("bag-info.txt", info)))


def test_a_damaged_line_that_the_sender_signed_is_set_aside(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    good = forgery.members[LEDGER]
    damaged = encode_line(team.anna.chain[0]).replace(b"asleep", b"awake!")
    changed = forgery.with_ledger(b"nonsense\n" + damaged + good + b"x" * 1_100_000 + b"\n")
    verified = team.lead.opens(resealed(team, folder, changed))
    assert verified.revisions == tuple(team.anna.chain)
    assert verified.set_aside == (
        SetAside(line=1, code="ledger.wrong-shape"),
        SetAside(line=2, code="ledger.body-mismatch", revision=team.anna.chain[0].id),
        SetAside(line=5, code="ledger.too-long"),
    )
    assert verified.header.counts == {"observation": 2}
