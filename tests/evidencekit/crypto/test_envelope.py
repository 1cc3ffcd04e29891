"""Envelopes, checked against the real age command in both directions."""

import gc
import io
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from typing_extensions import override

from evidencekit.crypto.envelope import EnvelopeReader, EnvelopeWriter, open_stream, seal_stream
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.errors.base import Planned
from evidencekit.errors.crypto import (
    EnvelopeDamaged,
    EnvelopeRefused,
    NoRecipients,
    NotAddressedToYou,
    NotAnAgeFile,
)
from tests.evidencekit.crypto.sticks import Gone, StickGone

ANNA, MUSA, EVE = AgeIdentity.new(), AgeIdentity.new(), AgeIdentity.new()
PIECE = 65536
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 10 * PIECE + 7]
PATIENCE = 10


def pattern(size: int) -> bytes:
    return bytes(range(251)) * (size // 251) + bytes(range(size % 251))


def sealed(content: bytes, *people: AgeIdentity) -> bytes:
    target = io.BytesIO()
    seal_stream(io.BytesIO(content), target, [person.recipient for person in people or [ANNA]])
    return target.getvalue()


def opened(file: bytes, person: AgeIdentity = ANNA) -> bytes:
    target = io.BytesIO()
    open_stream(io.BytesIO(file), target, person)
    return target.getvalue()


def pushed(content: bytes, step: int) -> bytes:
    target = io.BytesIO()
    with EnvelopeWriter(target, [ANNA.recipient]) as writer:
        for at in range(0, len(content), step):
            assert writer.write(content[at : at + step]) == len(content[at : at + step])
    return target.getvalue()


def pulled(file: bytes, step: int = -1) -> bytes:
    with EnvelopeReader(io.BytesIO(file), ANNA) as reader:
        return b"".join(iter(lambda: reader.read(step), b""))


def envelope_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "envelope"]


def wait_for_no_threads() -> None:
    for thread in envelope_threads():
        thread.join(PATIENCE)
    assert envelope_threads() == []


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> object:
    yield
    gc.collect()
    wait_for_no_threads()


@pytest.mark.parametrize("size", SIZES)
def test_every_size_comes_back_by_stream_and_by_writer_and_reader(size: int) -> None:
    content = pattern(size)
    assert opened(sealed(content)) == content
    assert pulled(pushed(content, 100_000), 30_000) == content


@given(content=st.binary(max_size=300), repeat=st.integers(1, 3000), step=st.integers(7, 300_000))
@settings(max_examples=25, deadline=None)
def test_the_size_of_the_steps_never_matters(content: bytes, repeat: int, step: int) -> None:
    step = max(step, len(content) * repeat // 200)
    assert pulled(pushed(content * repeat, step), step) == content * repeat


@pytest.mark.parametrize("size", SIZES)
def test_the_age_command_opens_what_we_seal(tmp_path: Path, size: int) -> None:
    (tmp_path / "key").write_text(MUSA.text + "\n")
    (tmp_path / "bundle").write_bytes(sealed(pattern(size), ANNA, MUSA))
    shown = subprocess.run(
        ["age", "-d", "-i", str(tmp_path / "key"), str(tmp_path / "bundle")],
        capture_output=True, check=True,
    )  # fmt: skip
    assert shown.stdout == pattern(size)


@pytest.mark.parametrize("size", SIZES)
def test_we_open_what_the_age_command_seals(size: int) -> None:
    made = subprocess.run(
        ["age", "-r", MUSA.recipient, "-r", ANNA.recipient],
        input=pattern(size), capture_output=True, check=True,
    )  # fmt: skip
    assert opened(made.stdout) == pattern(size)
    assert pulled(made.stdout) == pattern(size)
    with EnvelopeReader(io.BytesIO(made.stdout), MUSA) as reader:
        assert reader.recipients == 2


def test_the_armour_of_the_age_command_is_not_accepted() -> None:
    made = subprocess.run(
        ["age", "-a", "-r", ANNA.recipient], input=b"x", capture_output=True, check=True
    )
    with pytest.raises(NotAnAgeFile):
        opened(made.stdout)


def test_somebody_else_is_refused_when_the_reader_is_made() -> None:
    with pytest.raises(NotAddressedToYou):
        EnvelopeReader(io.BytesIO(sealed(b"x", ANNA, MUSA)), EVE)
    with pytest.raises(NotAddressedToYou):
        opened(sealed(b"x", ANNA, MUSA), EVE)


def test_every_changed_byte_and_every_cut_is_refused() -> None:
    file = sealed(b"The baby was asleep.")
    for at in range(len(file)):
        for changed in (file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :], file[:at]):
            with pytest.raises((EnvelopeDamaged, EnvelopeRefused, NotAnAgeFile, NotAddressedToYou)):
                opened(changed)


def test_a_change_behind_the_header_is_damage_and_never_looks_like_the_end() -> None:
    file = sealed(pattern(40 * PIECE))
    body = file.index(b"\n--- ") + 60
    last = len(file) - 1
    for changed in (
        file[:body] + bytes([file[body] ^ 1]) + file[body + 1 :],
        file[:last] + bytes([file[last] ^ 128]),
        file[: len(file) - PIECE],
        file[: len(file) - (PIECE + 16)],
        file + b"\0",
        file + file,
        file[:-100] + file[-50:],
    ):
        with pytest.raises(EnvelopeDamaged):
            opened(changed)
        reads_to_the_refusal(changed)


def reads_to_the_refusal(changed: bytes) -> None:
    with pytest.raises(EnvelopeDamaged):  # noqa: PT012 - where it is found does not matter
        reader = EnvelopeReader(io.BytesIO(changed), ANNA)
        while reader.read(PIECE):
            pass
    if "reader" in locals():
        for _ in range(2):
            with pytest.raises(EnvelopeDamaged):
                reader.read(1)


def test_a_cut_at_a_border_of_pieces_is_damage() -> None:
    file = sealed(pattern(3 * PIECE))
    body = len(file) - 3 * (PIECE + 16)
    for pieces in range(3):
        with pytest.raises(EnvelopeDamaged):
            pulled(file[: body + pieces * (PIECE + 16)])


def test_a_stick_taken_out_while_reading_comes_home_as_it_was() -> None:
    file = Gone(sealed(pattern(40 * PIECE)), calls=400)
    with pytest.raises(StickGone):  # noqa: PT012 - where it is found does not matter
        reader = EnvelopeReader(file, ANNA)
        while reader.read(PIECE):
            pass


def test_a_stick_taken_out_while_writing_comes_home_as_it_was() -> None:
    writer = EnvelopeWriter(Gone(calls=2), [ANNA.recipient])
    with pytest.raises(StickGone):  # noqa: PT012 - where it is found does not matter
        for _ in range(1000):
            writer.write(bytes(PIECE))
    with pytest.raises(ValueError, match="closed"):
        writer.write(b"more")
    with pytest.raises(StickGone):
        writer.close()


def test_a_stick_that_is_full_at_the_last_byte_comes_home_from_close() -> None:
    writer = EnvelopeWriter(Gone(calls=0), [ANNA.recipient])
    writer.write(b"x")
    with pytest.raises(StickGone):
        writer.close()


def test_a_reader_that_stops_early_leaves_no_thread() -> None:
    with EnvelopeReader(io.BytesIO(sealed(bytes(100 * PIECE))), ANNA) as reader:
        assert reader.read(10) == bytes(10)
    wait_for_no_threads()
    with pytest.raises(ValueError, match="closed"):
        reader.read(1)


def test_a_writer_that_is_given_up_leaves_no_whole_file_and_no_thread() -> None:
    target = io.BytesIO()

    def give_up() -> None:
        with EnvelopeWriter(target, [ANNA.recipient]) as writer:
            writer.write(bytes(10 * PIECE))
            raise StickGone

    with pytest.raises(StickGone):
        give_up()
    wait_for_no_threads()
    with pytest.raises((EnvelopeDamaged, NotAnAgeFile)):
        opened(target.getvalue())


def test_a_forgotten_writer_or_reader_leaves_no_thread() -> None:
    writer = EnvelopeWriter(io.BytesIO(), [ANNA.recipient])
    reader = EnvelopeReader(io.BytesIO(sealed(bytes(100 * PIECE))), ANNA)
    assert envelope_threads()
    del writer, reader
    gc.collect()
    wait_for_no_threads()


class Blocked(io.BytesIO):
    """A stick so slow that it waits until it is let go."""

    def __init__(self, content: bytes = b"", free: int = 0) -> None:
        super().__init__(content)
        self.free = free
        self.go = threading.Event()

    def _wait(self) -> None:
        self.free -= 1
        if self.free < 0:
            assert self.go.wait(PATIENCE)

    @override
    def read(self, size: int | None = -1) -> bytes:
        self._wait()
        return super().read(size)

    @override
    def write(self, data: object) -> int:
        self._wait()
        assert isinstance(data, bytes)
        return super().write(data)


def test_a_writer_given_up_elsewhere_is_closed_for_the_one_who_waits_to_write() -> None:
    stick = Blocked()
    writer = EnvelopeWriter(stick, [ANNA.recipient])
    blocks = writer._channel._waiting

    def give_up() -> None:
        while len(blocks) < blocks_that_fit:
            pass
        writer._channel.stop()
        stick.go.set()

    blocks_that_fit = writer._channel._room
    helper = threading.Thread(target=give_up, daemon=True)
    helper.start()
    with pytest.raises(ValueError, match="closed"):  # noqa: PT012 - it waits at some block
        for _ in range(100):
            writer.write(bytes(4 * PIECE))
    helper.join(PATIENCE)
    writer.abort()


def test_a_reader_closed_elsewhere_is_closed_for_the_one_who_waits_to_read() -> None:
    stick = Blocked(sealed(bytes(100 * PIECE)), free=600)
    reader = EnvelopeReader(stick, ANNA)

    def close() -> None:
        reader._channel.stop()
        stick.go.set()

    with pytest.raises(ValueError, match="closed"):  # noqa: PT012 - it waits at some block
        helper = threading.Timer(0.05, close)
        helper.start()
        while reader.read(PIECE):
            pass
    helper.join(PATIENCE)


def test_closing_and_giving_up_twice_is_harmless() -> None:
    target = io.BytesIO()
    writer = EnvelopeWriter(target, [ANNA.recipient])
    writer.write(memoryview(bytearray(b"once")))
    writer.close()
    writer.close()
    writer.abort()
    assert opened(target.getvalue()) == b"once"
    given_up = EnvelopeWriter(io.BytesIO(), [ANNA.recipient])
    given_up.abort()
    given_up.abort()
    given_up.close()


def test_reading_after_the_end_gives_nothing_again() -> None:
    with EnvelopeReader(io.BytesIO(sealed(b"abc")), ANNA) as reader:
        assert [reader.read(0), reader.read(2), reader.read(9), reader.read()] == [
            b"", b"ab", b"c", b"",
        ]  # fmt: skip
        reader.close()


def test_an_envelope_for_nobody_starts_no_thread() -> None:
    with pytest.raises(NoRecipients):
        EnvelopeWriter(io.BytesIO(), [])
    assert envelope_threads() == []


def test_no_refusal_shows_an_identity_or_content() -> None:
    secret = b"the canary sings at Amberford"
    file = sealed(secret)
    for changed in (file[:-1], file + b"x", b"x" + file):
        with pytest.raises(Planned) as refusal:
            opened(changed)
        shown = f"{refusal.value} {refusal.value!r} {refusal.value.__cause__}"
        assert "canary" not in shown
        assert "AGE-SECRET" not in shown


MEASURE = """
import resource, sys
from evidencekit.crypto.envelope import EnvelopeReader, EnvelopeWriter
from evidencekit.crypto.keys import AgeIdentity

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

person, block, path = AgeIdentity.new(), bytes(1 << 20), sys.argv[1]
with open(path, "wb") as target, EnvelopeWriter(target, [person.recipient]) as writer:
    writer.write(block)
before = peak()
with open(path, "wb") as target, EnvelopeWriter(target, [person.recipient]) as writer:
    for _ in range(200):
        writer.write(block)
with open(path, "rb") as source, EnvelopeReader(source, person) as reader:
    size = sum(len(piece) for piece in iter(lambda: reader.read(1 << 20), b""))
assert size == 200 << 20
print(peak() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the resource module is POSIX only")
def test_200_mb_pass_in_less_than_20_mb_of_memory(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / "bundle")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    assert int(said.stdout) < 20
