"""The container as a whole: round trips with stock tools, ends, padding, doubles, sizes."""

import io
import subprocess
import tarfile
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from evidencekit.bundle import limits
from evidencekit.bundle.ustar import Reader, Writer
from evidencekit.bundle.ustar_header import MemberHead
from evidencekit.errors import Damaged
from evidencekit.errors.bundle import (
    BundleTooLarge,
    BundleTruncated,
    BytesBehindEnd,
    DuplicateMember,
    WrongContainer,
)

Members = dict[str, bytes]
NAME = st.from_regex(r"[a-z]{1,8}(/[a-z0-9]{1,8}){0,2}", fullmatch=True)
MEMBERS = st.dictionaries(NAME, st.binary(max_size=1500), max_size=6)


def written(members: Members) -> bytes:
    target = io.BytesIO()
    writer = Writer(target)
    for name, content in members.items():
        writer.add(name, content)
    writer.finish()
    return target.getvalue()


def read(tar: bytes) -> Members:
    reader = Reader(io.BytesIO(tar))
    found: Members = {}
    while (head := reader.next()) is not None:
        found[head.name] = b"".join(reader.chunks(head))
    return found


class Trickle:
    """A source that gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def read(self, size: int, /) -> bytes:
        return self._data.read(min(size, 7))


@given(MEMBERS)
def test_what_is_written_is_read(members: Members) -> None:
    assert read(written(members)) == members


@given(MEMBERS)
def test_python_reads_what_is_written(members: Members) -> None:
    with tarfile.open(fileobj=io.BytesIO(written(members)), mode="r:") as archive:
        found = {m.name: archive.extractfile(m).read() for m in archive}  # type: ignore[union-attr]
    assert found == members


@given(MEMBERS)
def test_what_python_writes_is_read(members: Members) -> None:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    assert read(target.getvalue()) == members


@given(MEMBERS)
def test_a_source_that_trickles_gives_the_same(members: Members) -> None:
    reader = Reader(Trickle(written(members)))
    found: Members = {}
    while (head := reader.next()) is not None:
        found[head.name] = b"".join(reader.chunks(head))
    assert found == members


def test_stock_tar_unpacks_what_is_written(tmp_path: Path) -> None:
    members = {"bag/one": b"1" * 700, "bag/two": b"", "bag/deep/three": b"3"}
    subprocess.run(["tar", "-x"], input=written(members), cwd=tmp_path, check=True)
    assert {name: (tmp_path / name).read_bytes() for name in members} == members


def test_what_stock_tar_packs_is_read(tmp_path: Path) -> None:
    members = {"bag/one": b"1" * 700, "bag/two": b"", "bag/three": b"3" * 20000}
    (tmp_path / "bag").mkdir()
    for name, content in members.items():
        (tmp_path / name).write_bytes(content)
    done = subprocess.run(
        ["tar", "--format=ustar", "-c", *members], cwd=tmp_path, check=True, capture_output=True
    )
    assert len(done.stdout) % 10240 == 0
    assert read(done.stdout) == members


@pytest.mark.parametrize("form", ["gnu", "pax", "v7", "oldgnu"])
def test_stock_tar_in_another_form_is_refused(tmp_path: Path, form: str) -> None:
    (tmp_path / "one").write_bytes(b"1")
    done = subprocess.run(
        ["tar", f"--format={form}", "-c", "one"], cwd=tmp_path, check=True, capture_output=True
    )
    with pytest.raises(Damaged):
        read(done.stdout)


@given(MEMBERS, st.data())
def test_no_archive_cut_short_is_read(members: Members, data: st.DataObject) -> None:
    tar = written(members)
    cut = data.draw(st.integers(0, len(tar) - 1))
    with pytest.raises(BundleTruncated):
        read(tar[:cut])


@pytest.mark.parametrize(
    "extra", [b"\0", b"x", bytes(512), bytes(10240 - 512), bytes(10240 - 1024 - 1), bytes(20480),
              bytes(10240 - 1024 - 1) + b"x", written({"more": b"1"})],
)  # fmt: skip
def test_nothing_may_stand_behind_the_end(extra: bytes) -> None:
    with pytest.raises(BytesBehindEnd):
        read(written({}) + extra)


def test_zeros_to_the_end_of_a_record_of_stock_tar_are_read() -> None:
    tar = written({"one": b"1"})
    assert read(tar + bytes(-len(tar) % 10240)) == {"one": b"1"}
    full = written({"one": b"1" * (10240 - 512 - 1024)})
    assert len(full) == 10240
    assert len(read(full)["one"]) == 10240 - 512 - 1024


def test_one_block_of_zeros_is_no_end() -> None:
    tar = written({"one": b"1"})
    with pytest.raises(WrongContainer):
        read(tar[:-512] + MemberHead("two", 0).encode() + bytes(1024))


def test_padding_holds_zeros_only() -> None:
    tar = bytearray(written({"one": b"1"}))
    tar[512 + 9] = 1
    with pytest.raises(WrongContainer):
        read(bytes(tar))


def test_the_last_chunk_is_held_back_until_the_padding_was_looked_at() -> None:
    tar = bytearray(written({"one": b"1"}))
    tar[512 + 9] = 1
    reader = Reader(io.BytesIO(bytes(tar)))
    head = reader.next()
    assert head is not None
    with pytest.raises(WrongContainer):
        next(reader.chunks(head))


def test_the_same_name_twice_is_refused() -> None:
    target = io.BytesIO()
    writer = Writer(target)
    writer.add("one", b"1")
    writer.add("one", b"2")
    writer.finish()
    with pytest.raises(DuplicateMember):
        read(target.getvalue())


def test_a_member_must_be_read_to_its_end() -> None:
    reader = Reader(io.BytesIO(written({"one": b"1", "two": b"2"})))
    assert reader.next() is not None
    with pytest.raises(WrongContainer):
        reader.next()


def test_a_member_larger_than_its_cap_is_refused_before_it_is_read() -> None:
    source = io.BytesIO(written({"one": b"1" * 2000}))
    reader = Reader(source)
    head = reader.next()
    assert head is not None
    with pytest.raises(BundleTooLarge):
        reader.whole(head, 1999)
    assert source.tell() == 512


def test_all_members_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidencekit.bundle.ustar.TOTAL_BYTES", 3000)
    assert read(written({"one": bytes(1500), "two": bytes(1500)}))
    with pytest.raises(BundleTooLarge):
        read(written({"one": bytes(1500), "two": bytes(1501)}))


def test_the_number_of_members_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidencekit.bundle.ustar.MEMBERS", 2)
    assert read(written({"one": b"", "two": b""}))
    with pytest.raises(BundleTooLarge):
        read(written({"one": b"", "two": b"", "three": b""}))


def test_large_members_come_in_chunks_of_at_most_a_mebibyte() -> None:
    reader = Reader(io.BytesIO(written({"one": bytes(2 * limits.MIB + 5)})))
    head = reader.next()
    assert head is not None
    assert [len(chunk) for chunk in reader.chunks(head)] == [limits.MIB, limits.MIB, 5]


@pytest.mark.parametrize("chunks", [(b"12",), (b"1234",), (b"12", b"34"), ()])
def test_a_member_is_written_with_exactly_the_size_announced(chunks: tuple[bytes, ...]) -> None:
    writer = Writer(io.BytesIO())
    with pytest.raises(Damaged):
        writer.stream("one", 3, chunks)
