"""What all refusals share: a stable code, what happened, what is safe, what to do next."""

from collections.abc import Iterator
from typing import ClassVar

from typing_extensions import override

Fact = str | int | tuple[str, ...]


class Planned(Exception):
    """A refusal somebody thought of; raised with facts, worded by its class."""

    code: ClassVar[str] = ""
    happened: ClassVar[str] = ""
    safe: ClassVar[str] = "Nothing was changed."
    next_step: ClassVar[str] = ""
    exit_status: ClassVar[int] = 4

    def __init__(self, **facts: Fact) -> None:
        super().__init__(self.code)
        self.facts = facts

    def _worded(self, template: str) -> str:
        shown = {k: ", ".join(v) if isinstance(v, tuple) else v for k, v in self.facts.items()}
        return template.format_map(shown)

    @property
    def what_happened(self) -> str:
        """Say what happened, with this refusal's facts."""
        return self._worded(self.happened)

    @property
    def what_is_safe(self) -> str:
        """Say what is safe."""
        return self._worded(self.safe)

    @property
    def what_to_do(self) -> str:
        """Say what to do next."""
        return self._worded(self.next_step)

    @property
    def words(self) -> str:
        """Say all three in one paragraph."""
        return " ".join(
            part for part in (self.what_happened, self.what_is_safe, self.what_to_do) if part
        )

    @override
    def __str__(self) -> str:
        return f"{self.code}: {self.words}"


class Refused(Planned):
    """The person can put it right."""


class Damaged(Planned):
    """The bytes differ from what was written or signed."""


class Unavailable(Planned):
    """The machine is in the way."""

    exit_status = 5


def every(root: type[Planned] = Planned) -> Iterator[type[Planned]]:
    """Give every refusal that has a code, for help pages and tests."""
    for kind in root.__subclasses__():
        if kind.code:
            yield kind
        yield from every(kind)
