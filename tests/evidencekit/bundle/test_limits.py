"""Limits are looked at before use, and an honest bundle stays within them."""

import pytest

from evidencekit.bundle import bag, limits
from evidencekit.errors.bundle import BundleTooLarge


def test_the_limits_are_those_of_the_format() -> None:
    assert limits.MEMBER_BYTES == 2 * 1024**3
    assert limits.TOTAL_BYTES == 4 * 1024**3
    assert limits.MEMBERS == 20_000
    assert limits.TAG_BYTES["bundle.json"] == 256 * 1024
    assert limits.LINE_BYTES == 1024**2


def test_every_tag_member_has_a_limit_in_the_order_of_the_format() -> None:
    assert tuple(limits.TAG_BYTES) == (*bag.TAGS, bag.TAG_MANIFEST, bag.SIGNATURE)


def test_a_manifest_of_the_most_members_fits() -> None:
    longest = bag.manifest([("data/att/" + "a" * 40, "b" * 128)])
    assert len(longest) * limits.MEMBERS <= limits.TAG_BYTES["manifest-sha512.txt"]


def test_the_limit_itself_is_allowed_and_one_more_is_not() -> None:
    limits.check_size("part", 10, 10)
    with pytest.raises(BundleTooLarge) as refused:
        limits.check_size("part", 11, 10)
    assert refused.value.facts == {"what": "part", "size": 11, "limit": 10}
