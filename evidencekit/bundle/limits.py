"""How large an honest bundle can be (format.md §3); looked at before anything is read or kept."""

from evidencekit.errors.bundle import BundleTooLarge

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB

MEMBER_BYTES = 2 * GIB
TOTAL_BYTES = 4 * GIB
MEMBERS = 20_000
HEADER_BYTES = 256 * KIB
LINE_BYTES = MIB
CHUNK_BYTES = MIB
RECEIPT_BYTES = MIB
CARD_BYTES = 8 * KIB
PAPER_BYTES = MIB

# What age and ustar add: a stanza for each recipient, 16 bytes for each 64 KiB, 512 for a member.
FILE_BYTES = TOTAL_BYTES + TOTAL_BYTES // 4096 + MEMBERS * 1024 + MIB

# The tag members, in their order, each with the most it may hold. A manifest line is 128 digits,
# two spaces and a path of at most 49 characters: 20,000 of them fit in 4 MiB.
TAG_BYTES = {
    "bagit.txt": KIB,
    "bag-info.txt": 16 * KIB,
    "bundle.json": HEADER_BYTES,
    "manifest-sha512.txt": 4 * MIB,
    "tagmanifest-sha512.txt": 4 * KIB,
    "tagmanifest-sha512.txt.sig": 4 * KIB,
}


def check_size(what: str, size: int, limit: int) -> None:
    """Raise BundleTooLarge when something is larger than an honest bundle has it."""
    if size > limit:
        raise BundleTooLarge(what=what, size=size, limit=limit)
