"""One member's header: what is written, what is read, what never is."""

import tarfile

import pytest
from hypothesis import given, strategies as st

from evidencekit.bundle.ustar_header import BLOCK, MemberHead
from evidencekit.errors import Damaged
from evidencekit.errors.bundle import BundleTooLarge, NotARegularFile, UnsafeName, WrongContainer

NAMES = st.from_regex(
    r"[a-z0-9.]*[a-z0-9][a-z0-9.]*(/[a-z0-9-]{1,20}){0,3}", fullmatch=True
).filter(lambda name: len(name) <= 100 and not {".", ".."} & set(name.split("/")))


def by_stock(info: tarfile.TarInfo) -> bytes:
    return info.tobuf(format=tarfile.USTAR_FORMAT)


def with_sum(block: bytes) -> bytes:
    """Put the right sum into a header that was changed."""
    total = sum(block[:148]) + 8 * 32 + sum(block[156:])
    return block[:148] + b"%06o\0 " % total + block[156:]


def changed(at: int, data: bytes) -> bytes:
    block = MemberHead("bundle/bagit.txt", 55).encode()
    return with_sum(block[:at] + data + block[at + len(data) :])


@given(NAMES, st.integers(0, 2**31))
def test_what_is_written_is_read(name: str, size: int) -> None:
    head = MemberHead(name, size)
    assert MemberHead.decode(head.encode()) == head


@given(NAMES, st.integers(0, 2**31))
def test_python_reads_the_same_member(name: str, size: int) -> None:
    found = tarfile.TarInfo.frombuf(MemberHead(name, size).encode(), "ascii", "strict")
    assert (found.name, found.size, found.type) == (name, size, tarfile.REGTYPE)
    assert (found.mode, found.uid, found.gid, found.mtime) == (0o644, 0, 0, 315532800)


def test_a_header_is_one_block_and_always_the_same() -> None:
    assert len(MemberHead("a", 1).encode()) == BLOCK
    assert MemberHead("a", 1).encode() == MemberHead("a", 1).encode()


@given(NAMES, st.integers(0, 2**31), st.integers(0, 2**21 - 1), st.integers(0, 2**33 - 1))
def test_what_python_writes_is_read(name: str, size: int, uid: int, mtime: int) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.uid, info.mtime, info.uname, info.gname = size, uid, mtime, "anna", "staff"
    assert MemberHead.decode(by_stock(info)) == MemberHead(name, size)


@pytest.mark.parametrize("at", range(BLOCK))
def test_every_changed_byte_of_a_header_is_found(at: int) -> None:
    block = bytearray(MemberHead("bundle/bagit.txt", 55).encode())
    block[at] ^= 0x01
    with pytest.raises(Damaged):
        MemberHead.decode(bytes(block))


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (tarfile.LNKTYPE, "hard link"),
        (tarfile.SYMTYPE, "symbolic link"),
        (tarfile.CHRTYPE, "character device"),
        (tarfile.BLKTYPE, "block device"),
        (tarfile.DIRTYPE, "folder"),
        (tarfile.FIFOTYPE, "pipe"),
        (tarfile.AREGTYPE, "part of an unknown type"),
        (tarfile.CONTTYPE, "part of an unknown type"),
        (tarfile.XHDTYPE, "part of an unknown type"),
        (tarfile.XGLTYPE, "part of an unknown type"),
        (tarfile.GNUTYPE_LONGNAME, "part of an unknown type"),
        (tarfile.GNUTYPE_SPARSE, "part of an unknown type"),
    ],
)
def test_only_regular_files_are_read(kind: bytes, what: str) -> None:
    with pytest.raises(NotARegularFile) as refused:
        MemberHead.decode(changed(156, kind))
    assert refused.value.facts["what"] == what


def test_a_regular_file_with_the_target_of_a_link_is_refused() -> None:
    with pytest.raises(NotARegularFile):
        MemberHead.decode(changed(157, b"/etc/passwd"))


def test_a_regular_file_with_a_device_number_is_refused() -> None:
    with pytest.raises(NotARegularFile):
        MemberHead.decode(changed(329, b"0000001\0"))


def test_device_fields_of_nothing_are_read_as_none() -> None:
    assert MemberHead.decode(changed(329, bytes(16))).size == 55


@pytest.mark.parametrize(
    "name",
    [
        b"/etc/passwd",
        b"../outside",
        b"bundle/../../outside",
        b"bundle/..",
        b"bundle/./x",
        b"bundle//x",
        b"bundle/",
        b"bundle\\x",
        b"C:\\x",
        b"bundle/a\0b",
        b"bundle/\xc3\xa9",
        b"bundle/a b",
        b"bundle/\x1b[2J",
        b"bundle/\x7f",
        b"",
    ],
)
def test_a_name_that_no_honest_program_writes_is_refused(name: bytes) -> None:
    with pytest.raises(UnsafeName):
        MemberHead.decode(changed(0, name.ljust(100, b"\0")))


def test_a_name_in_two_pieces_is_refused() -> None:
    with pytest.raises(UnsafeName):
        MemberHead.decode(changed(345, b"bundle"))


@pytest.mark.parametrize(
    "size", [b"\x80" + bytes(10) + b"\x01", b"           \0", b"-0000000001\0", b"0x000000010\0",
             b"00000000019\0", b"0000\0000000\0", bytes(12)],
)  # fmt: skip
def test_a_size_that_is_no_octal_number_is_refused(size: bytes) -> None:
    with pytest.raises(WrongContainer):
        MemberHead.decode(changed(124, size))


@pytest.mark.parametrize("field", [100, 108, 116, 136])
def test_every_number_must_be_octal(field: int) -> None:
    with pytest.raises(WrongContainer):
        MemberHead.decode(changed(field, b"\xff"))


def test_a_number_that_ends_with_a_space_is_read() -> None:
    assert MemberHead.decode(changed(124, b"00000000067 ")).size == 55


@pytest.mark.parametrize("magic", [b"ustar  \0", b"ustar\x0011", bytes(8), b"USTAR\x0000"])
def test_another_kind_of_tar_is_refused(magic: bytes) -> None:
    with pytest.raises(WrongContainer):
        MemberHead.decode(changed(257, magic))


@pytest.mark.parametrize("account", [b"an\x1bna\0", b"anna\0x", b"a" * 32])
def test_an_account_name_in_another_form_is_refused(account: bytes) -> None:
    with pytest.raises(WrongContainer):
        MemberHead.decode(changed(265, account))


def test_bytes_behind_a_header_are_refused() -> None:
    with pytest.raises(WrongContainer):
        MemberHead.decode(changed(500, b"x"))


def test_a_sum_in_another_form_is_refused() -> None:
    block = MemberHead("a", 1).encode()
    with pytest.raises(WrongContainer):
        MemberHead.decode(block[:148] + b"  " + block[150:])


def test_a_size_beyond_the_limit_is_refused_before_anything_is_kept() -> None:
    with pytest.raises(BundleTooLarge):
        MemberHead.decode(changed(124, b"%011o\0" % (2**31 + 1)))


def test_a_member_beyond_the_limit_is_never_written() -> None:
    with pytest.raises(BundleTooLarge):
        MemberHead("a", 2**31 + 1).encode()


@pytest.mark.parametrize("name", ["", "a" * 101])
def test_a_name_that_does_not_fit_is_never_written(name: str) -> None:
    with pytest.raises(UnsafeName):
        MemberHead(name, 1).encode()
