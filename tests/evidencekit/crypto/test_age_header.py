"""The header of an age file, held to X25519 stanzas."""

import io
import subprocess
from pathlib import Path

import pytest
from typing_extensions import override

from evidencekit.crypto.age_header import MAX_HEADER_BYTES, MAX_RECIPIENTS, read_header
from evidencekit.crypto.envelope import seal_stream
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.errors.crypto import EnvelopeDamaged, EnvelopeRefused, NotAnAgeFile

VERSION = b"age-encryption.org/v1\n"
SHARE = b"A" * 43
STANZA = b"-> X25519 " + SHARE + b"\n" + SHARE + b"\n"
MAC = b"--- " + SHARE + b"\n"


def recipients(header: bytes) -> int:
    return read_header(io.BytesIO(header)).recipients


def sealed(*people: AgeIdentity, content: bytes = b"x") -> bytes:
    target = io.BytesIO()
    seal_stream(io.BytesIO(content), target, [person.recipient for person in people])
    return target.getvalue()


def test_exactly_the_header_is_taken_from_the_stream() -> None:
    source = io.BytesIO(VERSION + STANZA + MAC + b"payload")
    assert read_header(source).raw == VERSION + STANZA + MAC
    assert source.read() == b"payload"


def test_a_source_that_gives_one_byte_at_a_time_is_read() -> None:
    class Slow(io.BytesIO):
        @override
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(1, size or 0))

    assert read_header(Slow(VERSION + STANZA + MAC)).recipients == 1


@pytest.mark.parametrize("count", [1, 2, MAX_RECIPIENTS])
def test_recipients_are_counted(count: int) -> None:
    assert recipients(VERSION + STANZA * count + MAC) == count


@pytest.mark.parametrize("count", [0, MAX_RECIPIENTS + 1])
def test_too_few_or_too_many_recipients_are_refused(count: int) -> None:
    with pytest.raises(EnvelopeRefused):
        recipients(VERSION + STANZA * count + MAC)


def test_what_we_seal_names_each_person_once() -> None:
    anna, musa = AgeIdentity.new(), AgeIdentity.new()
    assert recipients(sealed(anna, musa, anna)) == 2


def test_the_noise_that_pyrage_adds_admits_nobody_and_is_passed_over() -> None:
    grease = b"-> Zq#-grease a b\n" + b"B" * 64 + b"\n\n"
    assert recipients(VERSION + STANZA + grease + MAC) == 1
    with pytest.raises(EnvelopeRefused):
        recipients(VERSION + grease + MAC)
    with pytest.raises(EnvelopeRefused):
        recipients(VERSION + STANZA + grease * 5 + MAC)


@pytest.mark.parametrize(
    "file", [b"", b"age", VERSION[:-1], b"hello" * 20, VERSION.replace(b"v1", b"v2"),
             b"-----BEGIN AGE ENCRYPTED FILE-----\n" + b"A" * 64],
    ids=range(6),
)  # fmt: skip
def test_what_does_not_begin_as_age_does_is_not_an_age_file(file: bytes) -> None:
    with pytest.raises(NotAnAgeFile):
        recipients(file)


@pytest.mark.parametrize(
    "stanzas",
    [
        b"-> scrypt " + b"A" * 22 + b" 18\n" + SHARE + b"\n",
        b"-> ssh-ed25519 AAAAAA " + SHARE + b"\n" + SHARE + b"\n",
        b"-> mlkem768x25519 " + SHARE + b"\n" + SHARE + b"\n",
        b"-> piv-p256 " + SHARE + b"\n" + SHARE + b"\n",
        b"-> x25519 " + SHARE + b"\n" + SHARE + b"\n",
        b"-> X25519\n" + SHARE + b"\n",
        b"-> X25519 " + SHARE + b" more\n" + SHARE + b"\n",
        b"-> X25519  " + SHARE + b"\n" + SHARE + b"\n",
        b"-> X25519 " + SHARE[:-1] + b"\n" + SHARE + b"\n",
        b"-> X25519 " + SHARE[:-1] + b"B\n" + SHARE + b"\n",
        b"-> X25519 " + SHARE + b"=\n" + SHARE + b"\n",
        b"-> X25519 " + SHARE + b"\n" + SHARE[:-3] + b"\n",
        b"-> X25519 " + SHARE + b"\n" + SHARE[:-1] + b"*\n",
        b"-> X25519 " + SHARE + b"\n" + b"A" * 65 + b"\n",
        b"-> X25519 " + SHARE + b"\r\n" + SHARE + b"\r\n",
        b"-> X25519 " + SHARE + b"\n" + SHARE + b"\n\n",
        b"-> \n\n",
        b"->\n\n",
        b"-> gr\xc3\xbcn-grease\n\n",
        b"hello\n",
        b"\n",
    ],
    ids=range(21),
)
def test_another_stanza_is_refused_even_beside_a_good_one(stanzas: bytes) -> None:
    with pytest.raises(EnvelopeRefused):
        recipients(VERSION + STANZA + stanzas + MAC)


@pytest.mark.parametrize("end", [b"---\n", b"--- \n", b"--- " + SHARE + b" \n", b"--- AAAA\n"])
def test_an_end_that_is_not_one_is_refused(end: bytes) -> None:
    with pytest.raises(EnvelopeRefused):
        recipients(VERSION + STANZA + end)


def test_a_header_that_stops_early_is_damaged() -> None:
    header = VERSION + STANZA + MAC
    for length in range(len(VERSION), len(header)):
        with pytest.raises(EnvelopeDamaged):
            recipients(header[:length])


def test_a_header_without_end_is_refused_after_64_kib() -> None:
    for endless in (b"-> " + b"A" * 10**6, (b"-> a-grease\n" + b"A" * 64 + b"\n") * 10**4):
        source = io.BytesIO(VERSION + endless)
        with pytest.raises(EnvelopeRefused):
            read_header(source)
        assert source.tell() <= MAX_HEADER_BYTES + len(VERSION)


def test_a_file_that_age_sealed_for_an_ssh_key_is_refused(tmp_path: Path) -> None:
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "id")], check=True
    )
    made = subprocess.run(
        ["age", "-R", str(tmp_path / "id.pub")], input=b"x", capture_output=True, check=True
    )
    with pytest.raises(EnvelopeRefused):
        recipients(made.stdout)
