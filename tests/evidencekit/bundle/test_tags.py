"""The six tag members: order, sizes, signature, hashes."""

import io

import pytest

from evidencekit import canonical
from evidencekit.bundle import bag
from evidencekit.bundle.limits import TAG_BYTES
from evidencekit.bundle.tags import Tags, expect, read_tags
from evidencekit.bundle.ustar import Reader, Writer
from evidencekit.crypto import sshsig
from evidencekit.errors.bundle import (
    BundleAltered,
    BundleTooLarge,
    BundleTruncated,
    UnexpectedMember,
    WrongManifest,
)
from evidencekit.errors.crypto import SignatureMismatch
from tests.evidencekit.bundle.forge import Forgery
from tests.evidencekit.bundle.team import Team


def tags_of(forgery: Forgery) -> Tags:
    return read_tags(Reader(io.BytesIO(forgery.tar())))


def test_they_are_read_as_they_came(forgery: Forgery) -> None:
    tags = tags_of(forgery)
    assert list(tags.untrusted) == [*bag.TAGS, bag.TAG_MANIFEST, bag.SIGNATURE]
    assert f"bundle-{tags.bundle}" == forgery.folder
    assert tags.tag_digest == canonical.sha512(forgery.members[bag.TAG_MANIFEST])


def test_the_signature_gives_the_key_that_made_it(forgery: Forgery, team: Team) -> None:
    assert tags_of(forgery).check_signature() == team.anna.key.public


def test_a_signature_for_another_purpose_is_refused(forgery: Forgery, team: Team) -> None:
    for namespace in (sshsig.NAMESPACE_ROSTER, sshsig.NAMESPACE_LEDGER, "file"):
        with pytest.raises(SignatureMismatch):
            tags_of(forgery.signed(team.anna.key, namespace)).check_signature()


@pytest.mark.parametrize("signature", [b"", b"\xff\xfe", b"-----BEGIN SSH SIGNATURE-----\n"])
def test_a_signature_that_is_none_is_refused(forgery: Forgery, signature: bytes) -> None:
    with pytest.raises(SignatureMismatch):
        tags_of(forgery.with_member(bag.SIGNATURE, signature)).check_signature()


def test_every_hash_is_looked_at(forgery: Forgery) -> None:
    tags_of(forgery).check_hashes()
    for name in bag.TAGS:
        with pytest.raises(BundleAltered) as refused:
            tags_of(forgery.with_member(name, b"other\n")).check_hashes()
        assert refused.value.facts["part"] == name


def test_the_signed_list_names_the_four_and_no_others(forgery: Forgery) -> None:
    listed = forgery.members[bag.TAG_MANIFEST]
    for wrong in (b"", listed.split(b"\n", 1)[1], listed + listed, listed + b"0" * 128 + b"  x\n"):
        with pytest.raises(WrongManifest):
            tags_of(forgery.with_member(bag.TAG_MANIFEST, wrong)).check_hashes()


def test_bagit_txt_has_one_text(forgery: Forgery, team: Team) -> None:
    other = b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"
    with pytest.raises(WrongManifest):
        tags_of(forgery.with_member("bagit.txt", other).signed(team.anna.key)).check_hashes()


@pytest.mark.parametrize("name", list(TAG_BYTES))
def test_each_has_a_size_it_may_not_exceed(forgery: Forgery, name: str) -> None:
    tags_of(forgery.with_member(name, b"x" * TAG_BYTES[name]))
    with pytest.raises(BundleTooLarge):
        tags_of(forgery.with_member(name, b"x" * (TAG_BYTES[name] + 1)))


@pytest.mark.parametrize(
    "name", ["bundle-1", "bundle-" + "A" * 36, "other-00000000-0000-7000-8000-000000000000"]
)
def test_the_folder_has_one_form(forgery: Forgery, name: str) -> None:
    with pytest.raises(UnexpectedMember):
        tags_of(Forgery(name, forgery.members))


def test_an_empty_archive_is_no_bundle() -> None:
    with pytest.raises(BundleTruncated):
        read_tags(Reader(io.BytesIO(bytes(1024))))


def test_the_next_member_must_have_the_name_expected() -> None:
    target = io.BytesIO()
    writer = Writer(target)
    writer.add("one", b"")
    writer.finish()
    reader = Reader(io.BytesIO(target.getvalue()))
    with pytest.raises(UnexpectedMember) as refused:
        expect(reader, "two")
    assert refused.value.facts == {"expected": "two", "found": "one"}
    with pytest.raises(BundleTruncated):
        expect(reader, "two")
