"""The BagIt 1.0 tag files (RFC 8493), as bagit.py and sha512sum read them."""

import re
from collections.abc import Collection, Iterable, Mapping

from evidencekit.errors.bundle import WrongManifest

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
TAGS = ("bagit.txt", "bag-info.txt", "bundle.json", "manifest-sha512.txt")  # what is hashed
TAG_MANIFEST = "tagmanifest-sha512.txt"
SIGNATURE = "tagmanifest-sha512.txt.sig"

_LINE = re.compile(r"([0-9a-f]{128})  ([\x21-\x7e]+)")
_LABEL = re.compile(r"[A-Za-z0-9-]+: [^\x00-\x1f\x7f]*")
_OXUM = "Payload-Oxum: "


def folder(bundle: str) -> str:
    """Give the one folder that a bundle unpacks to."""
    return f"bundle-{bundle}"


def bag_info(bundle: str, created: str, sizes: Collection[int]) -> bytes:
    """Write bag-info.txt: what made it, which day, how much; nothing about people."""
    lines = (
        "Bag-Software-Agent: EvidenceKit",
        f"Bagging-Date: {created[:10]}",
        f"External-Identifier: {bundle}",
        f"{_OXUM}{sum(sizes)}.{len(sizes)}",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def check_bag_info(untrusted: bytes, sizes: Collection[int]) -> None:
    """Refuse tag lines that BagIt does not have, or a payload that does not add up to them."""
    for line in _lines(untrusted, "bag-info.txt"):
        if not _LABEL.fullmatch(line):
            raise WrongManifest(why="a line of bag-info.txt has another form")
        if line.startswith(_OXUM) and line != f"{_OXUM}{sum(sizes)}.{len(sizes)}":
            raise WrongManifest(why="Payload-Oxum is not the size of the payload")


def manifest(digests: Iterable[tuple[str, str]]) -> bytes:
    """Write a manifest: a line for each path and its SHA-512."""
    return "".join(f"{digest}  {path}\n" for path, digest in digests).encode()


def read_manifest(untrusted: bytes, name: str, paths: Collection[str]) -> Mapping[str, str]:
    """Read a manifest that must list exactly these paths, each once."""
    digests: dict[str, str] = {}
    for line in _lines(untrusted, name):
        found = _LINE.fullmatch(line)
        if found is None:
            raise WrongManifest(why=f"a line of {name} has another form")
        digest, path = found.groups()
        if path in digests:
            raise WrongManifest(why=f"{name} lists a path twice")
        digests[path] = digest
    if set(digests) != set(paths):
        raise WrongManifest(why=f"{name} lists other paths")
    return digests


def _lines(untrusted: bytes, name: str) -> list[str]:
    if not untrusted.endswith(b"\n"):
        raise WrongManifest(why=f"{name} does not end with a line")
    try:
        return untrusted[:-1].decode().split("\n")
    except UnicodeDecodeError as error:
        raise WrongManifest(why=f"{name} is not UTF-8") from error
