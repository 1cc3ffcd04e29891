"""The only source of new names."""

import re
from uuid import UUID

import pytest

from evidencekit.ids import CROCKFORD, SALT_BYTES, IdMaker, SeededIds, SystemIds

MAKERS = [SystemIds(), SeededIds("a seed")]


@pytest.fixture(params=MAKERS, ids=["system", "seeded"])
def maker(request: pytest.FixtureRequest) -> IdMaker:
    made: IdMaker = request.param
    return made


def test_a_record_id_is_a_uuid_of_version_seven(maker: IdMaker) -> None:
    made = UUID(maker.uuid())
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


def test_no_two_names_are_alike(maker: IdMaker) -> None:
    assert len({maker.uuid() for _ in range(200)}) == 200
    assert len({maker.code(10) for _ in range(200)}) == 200
    assert len({maker.salt() for _ in range(200)}) == 200


def test_a_code_has_its_length_and_no_letter_that_is_misread(maker: IdMaker) -> None:
    assert re.fullmatch(f"[{CROCKFORD}]{{10}}", maker.code(10))
    assert not set("ILOU") & set(CROCKFORD)


def test_a_salt_is_sixteen_bytes(maker: IdMaker) -> None:
    assert len(maker.salt()) == SALT_BYTES == 16


def test_the_same_seed_gives_the_same_names() -> None:
    one, other = SeededIds("Amberford"), SeededIds("Amberford")
    assert [one.uuid(), one.code(6), one.salt()] == [other.uuid(), other.code(6), other.salt()]


def test_another_seed_gives_other_names() -> None:
    assert SeededIds("one").uuid() != SeededIds("two").uuid()


def test_later_names_sort_after_earlier_ones() -> None:
    times = iter([1_353_315_600_000, 1_353_315_600_001, 1_353_402_000_000])
    made = SeededIds("a seed", milliseconds=lambda: next(times))
    names = [made.uuid() for _ in range(3)]
    assert names == sorted(names)


def test_names_of_a_seed_without_a_clock_still_sort() -> None:
    made = SeededIds("a seed")
    names = [made.uuid() for _ in range(20)]
    assert names == sorted(names)
