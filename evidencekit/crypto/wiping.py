"""Overwrite key bytes when they are done with, as far as Python allows.

What this cannot promise: the interpreter and the cipher libraries make copies of their own, an
immutable `bytes` or `str` cannot be overwritten at all, and the operating system may have written
memory to its swap. Wiping shortens the time a key lies about; it does not prove that it is gone.
"""


def wipe(*buffers: bytearray) -> None:
    """Overwrite each buffer with zeros, keeping its length."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))
