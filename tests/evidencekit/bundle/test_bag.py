"""BagIt tag files: written as the standard says, read strictly."""

import pytest

from evidencekit.bundle import bag
from evidencekit.errors.bundle import WrongManifest

DIGEST = "ab" * 64
OTHER = "cd" * 64


def test_bag_info_says_how_much_and_nothing_about_people() -> None:
    info = bag.bag_info("0" * 8, "2012-11-19T18:02:11Z", [5, 7])
    assert info.decode().splitlines() == [
        "Bag-Software-Agent: EvidenceKit",
        "Bagging-Date: 2012-11-19",
        "External-Identifier: 00000000",
        "Payload-Oxum: 12.2",
    ]
    bag.check_bag_info(info, [5, 7])


@pytest.mark.parametrize(
    "info", [b"", b"Payload-Oxum: 12.2", b"Payload-Oxum: 13.2\n", b"Payload-Oxum: 12.3\n",
             b"no label\n", b"A: \x00\n", b"A: \xff\n", b"\n", b"A: b\r\n"],
)  # fmt: skip
def test_bag_info_that_breaks_bagit_is_refused(info: bytes) -> None:
    with pytest.raises(WrongManifest):
        bag.check_bag_info(info, [5, 7])


def test_bag_info_of_other_tools_is_read() -> None:
    bag.check_bag_info("Contact-Name: Zoë\nBag-Software-Agent: by hand\n".encode(), [5, 7])


def test_a_manifest_reads_back() -> None:
    written = bag.manifest([("data/a", DIGEST), ("data/b", OTHER)])
    assert bag.read_manifest(written, "m", ["data/a", "data/b"]) == {
        "data/a": DIGEST,
        "data/b": OTHER,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{DIGEST}  data/a",
        f"{DIGEST}  data/a\n\n",
        f"{DIGEST} data/a\n",
        f"{DIGEST} *data/a\n",
        f"{DIGEST}  data/a \n",
        f"{DIGEST}  data/a\r\n",
        f"{DIGEST.upper()}  data/a\n",
        f"{DIGEST[:-1]}  data/a\n",
        f"{DIGEST}  data/a\n{DIGEST}  data/a\n",
        f"{DIGEST}  data/a\n{OTHER}  data/b\n",
        f"{DIGEST}  data/b\n",
        f"\\{DIGEST}  data/a\n",
        f"{DIGEST}  data/é\n",
    ],
)
def test_a_manifest_in_another_form_or_with_other_paths_is_refused(text: str) -> None:
    with pytest.raises(WrongManifest):
        bag.read_manifest(text.encode(), "m", ["data/a"])


def test_a_manifest_that_is_not_text_is_refused() -> None:
    with pytest.raises(WrongManifest):
        bag.read_manifest(b"\xff\n", "m", [])


def test_the_folder_is_named_by_the_bundle() -> None:
    assert bag.folder("123") == "bundle-123"
