"""The digest of a whole file, unopened: the same file again is known by it."""

import hashlib
from pathlib import Path

from evidencekit.bundle.limits import CHUNK_BYTES
from evidencekit.bundle.unsealing import UntrustedBundle, readable
from evidencekit.progress import Progress, quiet


def digest_of_file(path: Path, progress: Progress = quiet) -> str:
    """Give a file's SHA-512 as hex; nothing of it is opened or believed."""
    untrusted, digest, done = UntrustedBundle.at(path), hashlib.sha512(), 0
    with readable(path), path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
            done += len(chunk)
            progress(done, untrusted.size)
    return digest.hexdigest()
