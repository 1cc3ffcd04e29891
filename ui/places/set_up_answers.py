"""What the steps of setting up have learned so far."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Who, what and where; never the passphrase."""

    name: str = ""
    role: str = "inspector"
    framework: str = ""
    inspectorate: str = ""
    area: str = ""
    folder: Path | None = None
