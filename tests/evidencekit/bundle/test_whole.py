import hashlib
from pathlib import Path

import pytest

from evidencekit.bundle.limits import CHUNK_BYTES
from evidencekit.bundle.whole import digest_of_file
from evidencekit.errors.bundle import BundleUnreadable


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES, CHUNK_BYTES + 7])
def test_the_digest_is_that_of_every_byte(tmp_path: Path, size: int) -> None:
    path = tmp_path / "any.evb"
    path.write_bytes(b"e" * size)
    assert digest_of_file(path) == hashlib.sha512(b"e" * size).hexdigest()


def test_progress_reaches_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "any.evb"
    path.write_bytes(b"e" * 9)
    steps: list[tuple[int, int]] = []
    digest_of_file(path, lambda done, of: steps.append((done, of)))
    assert steps == [(9, 9)]


def test_a_file_that_is_gone_and_a_folder_are_refused_in_words(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.evb", tmp_path):
        with pytest.raises(BundleUnreadable):
            digest_of_file(path)
