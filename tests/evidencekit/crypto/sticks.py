"""A stick that is taken out while it is read or written."""

import io

from typing_extensions import override


class StickGone(Exception):
    """What a stream raises when its stick is taken out."""


class Gone(io.BytesIO):
    """A stick that is taken out after so many calls."""

    def __init__(self, content: bytes = b"", calls: int = 0) -> None:
        super().__init__(content)
        self.calls = calls

    def _count(self) -> None:
        self.calls -= 1
        if self.calls < 0:
            raise StickGone

    @override
    def read(self, size: int | None = -1) -> bytes:
        self._count()
        return super().read(size)

    @override
    def write(self, data: object) -> int:
        self._count()
        assert isinstance(data, bytes)
        return super().write(data)
