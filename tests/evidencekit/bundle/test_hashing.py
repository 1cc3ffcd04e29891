"""Counted and hashed on the way: the same bytes and the right digest, whatever the pieces."""

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from typing_extensions import override

from evidencekit.bundle.hashing import CountedSource, HashedTarget


@given(st.binary(max_size=5000), st.integers(1, 700))
def test_a_source_gives_what_it_counts_and_hashes(data: bytes, size: int) -> None:
    digest = hashlib.sha512()
    source = CountedSource(io.BytesIO(data), digest)
    found = b"".join(iter(lambda: source.read(size), b""))
    assert (found, source.count) == (data, len(data))
    assert digest.digest() == hashlib.sha512(data).digest()


def test_a_source_without_a_digest_only_counts() -> None:
    source = CountedSource(io.BytesIO(b"data"))
    assert source.read() == b"data"
    assert source.count == 4


def test_a_target_writes_what_it_counts_and_hashes(tmp_path: Path) -> None:
    data = bytes(range(256)) * 10_000
    path = tmp_path / "out"
    with path.open("wb", buffering=0) as file:
        target = HashedTarget(file)
        for at in range(0, len(data), 65_552):
            target.write(data[at : at + 65_552])
        target.flush()
        target.flush()
        assert target.count == len(data)
        assert target.sha512 == hashlib.sha512(data).hexdigest()
    assert path.read_bytes() == data


def test_a_file_that_takes_only_a_part_gets_the_rest(tmp_path: Path) -> None:
    class Narrow(io.FileIO):
        @override
        def write(self, data: object, /) -> int:
            return super().write(memoryview(data)[:1000])  # type: ignore[arg-type]

    path = tmp_path / "out"
    with Narrow(path, "wb") as file:
        target = HashedTarget(file)
        target.write(b"x" * 2500)
        target.flush()
    assert path.read_bytes() == b"x" * 2500


def test_a_file_that_takes_nothing_is_a_failure(tmp_path: Path) -> None:
    class Full(io.FileIO):
        @override
        def write(self, _data: object, /) -> int:
            return 0

    with Full(tmp_path / "out", "wb") as file:
        target = HashedTarget(file)
        target.write(b"x")
        with pytest.raises(OSError, match="rror"):
            target.flush()
