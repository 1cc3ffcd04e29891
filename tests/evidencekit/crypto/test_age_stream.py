"""pyrage over two streams, with its failures in our words."""

import io
from typing import Any

import pytest
from typing_extensions import override

from evidencekit.crypto.age_header import MAX_RECIPIENTS, read_header
from evidencekit.crypto.age_stream import Source, Target, named_recipients, seal, unseal
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.errors.crypto import (
    EnvelopeDamaged,
    NoRecipients,
    NotAddressedToYou,
    WrongRecipient,
)
from tests.evidencekit.crypto.sticks import Gone, StickGone

ANNA, MUSA = AgeIdentity.new(), AgeIdentity.new()


def sealed(content: bytes) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(content), target, named_recipients([ANNA.recipient]))
    return target.getvalue()


def opened(file: bytes, person: AgeIdentity = ANNA) -> bytes:
    source, target = io.BytesIO(file), io.BytesIO()
    unseal(read_header(source).raw, source, target, person.handle)
    return target.getvalue()


def test_what_was_sealed_is_opened() -> None:
    assert opened(sealed(b"The baby was asleep.")) == b"The baby was asleep."


def test_it_opens_for_nobody_else() -> None:
    with pytest.raises(NotAddressedToYou):
        opened(sealed(b"x"), MUSA)


def test_a_changed_byte_behind_the_header_is_damage() -> None:
    file = sealed(b"x")
    with pytest.raises(EnvelopeDamaged):
        opened(file[:-1] + bytes([file[-1] ^ 1]))


def test_a_byte_behind_the_end_is_damage() -> None:
    for length in (0, 1, 65535, 65536, 65537, 131072):
        with pytest.raises(EnvelopeDamaged):
            opened(sealed(bytes(length)) + b"\0")


def test_bytes_that_a_stream_gives_after_its_end_are_damage() -> None:
    class Returning(io.BytesIO):
        """Seems to end, and has one more byte for whoever asks for just one."""

        @override
        def read(self, size: int | None = -1) -> bytes:
            return super().read(size) or (b"m" if size == 1 else b"")

    file = io.BytesIO(sealed(b"x"))
    header = read_header(file).raw
    source = Returning(file.read())
    with pytest.raises(EnvelopeDamaged):
        unseal(header, source, io.BytesIO(), ANNA.handle)


def test_a_source_that_gives_no_bytes_is_a_fault() -> None:
    source: Any = io.StringIO("text")
    with pytest.raises(Exception, match="Byte"):
        seal(source, io.BytesIO(), named_recipients([ANNA.recipient]))


def test_the_failure_of_a_stream_comes_home_as_it_was() -> None:
    people = named_recipients([ANNA.recipient])
    with pytest.raises(StickGone):
        seal(Gone(), io.BytesIO(), people)
    with pytest.raises(StickGone):
        seal(io.BytesIO(bytes(10**6)), Gone(calls=3), people)
    file = io.BytesIO(sealed(bytes(10**6)))
    header = read_header(file).raw
    with pytest.raises(StickGone):
        unseal(header, Gone(file.read(), calls=3), io.BytesIO(), ANNA.handle)


@pytest.mark.parametrize("size", [0, 1, 8000, 65536, 65537, 70_000])
def test_a_stick_that_refuses_any_one_write_is_never_taken_for_a_finished_file(size: int) -> None:
    people = named_recipients([ANNA.recipient])
    content = bytes(size)
    calls = 0
    while True:
        target = Gone(calls=calls)
        try:
            seal(io.BytesIO(content), target, people)
        except StickGone:
            calls += 1
        else:
            break
    assert calls > 0
    assert opened(target.getvalue()) == content


@pytest.mark.parametrize("size", [1, 8000, 65536, 65537, 70_000])
def test_plain_bytes_that_a_target_refuses_are_never_lost_in_silence(size: int) -> None:
    file = sealed(bytes(size))
    calls = 0
    while True:
        source, target = io.BytesIO(file), Gone(calls=calls)
        try:
            unseal(read_header(source).raw, source, target, ANNA.handle)
        except StickGone:
            calls += 1
        else:
            break
    assert calls > 0
    assert target.getvalue() == bytes(size)


def test_a_target_that_takes_nothing_more_is_a_failure() -> None:
    class Stuck(io.BytesIO):
        @override
        def write(self, data: object) -> int:
            return 0

    with pytest.raises(OSError, match="Errno 5"):
        seal(io.BytesIO(b"x"), Stuck(), named_recipients([ANNA.recipient]))


def test_each_person_is_named_once_and_in_order() -> None:
    people = [ANNA.recipient, MUSA.recipient]
    assert [str(named) for named in named_recipients([*people, *people])] == people


def test_nobody_and_too_many_are_refused() -> None:
    many = [AgeIdentity.new().recipient for _ in range(MAX_RECIPIENTS + 1)]
    for people in ([], many):
        with pytest.raises(NoRecipients) as refusal:
            named_recipients(people)
        assert refusal.value.facts == {"found": len(people), "most": 64}
    assert len(named_recipients(many[1:])) == MAX_RECIPIENTS


def test_a_recipient_that_is_none_is_refused() -> None:
    with pytest.raises(WrongRecipient):
        named_recipients([ANNA.recipient, "age1nobody"])


def test_a_source_gives_first_what_was_read_ahead() -> None:
    source = Source(io.BytesIO(b"cd"), b"ab")
    assert [source.read(1), source.read(5), source.read()] == [b"a", b"b", b"cd"]
    assert Source(io.BytesIO(b""), b"ab").read() == b"ab"


def test_a_target_that_does_not_count_is_taken_to_have_taken_all() -> None:
    class Silent:
        def write(self, data: bytes, /) -> None:
            taken.append(data)

    taken: list[bytes] = []
    target = Target(Silent())
    assert target.write(b"abc") == 3
    target.flush()
    assert taken == [b"abc"]


def test_a_target_that_takes_a_part_is_offered_the_rest() -> None:
    class Sip(io.BytesIO):
        @override
        def write(self, data: object) -> int:
            assert isinstance(data, bytes)
            return super().write(data[:1000])

    target = Sip()
    seal(io.BytesIO(bytes(70_000)), target, named_recipients([ANNA.recipient]))
    assert opened(target.getvalue()) == bytes(70_000)
