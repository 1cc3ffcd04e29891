"""SetAside: something in a bundle that is not used, named so that nothing goes in silence."""

from dataclasses import dataclass

from evidencekit.bundle import shape
from evidencekit.bundle.shape import Refusal, Shape
from evidencekit.canonical import Json

_WORDS = {
    "ledger.too-long": "is longer than a line may be",
    "ledger.no-line-end": "has no end",
    "ledger.wrong-shape": "is not a revision as the format has it",
    "ledger.body-mismatch": "holds another text than the one that was recorded",
    "ledger.repeated": "repeats an earlier line",
    "ledger.forked": "has a number that its author used for another revision",
    "ledger.chain-broken": "does not follow from its author's revision before it",
    "ledger.unproved-author": "names an author who did not sign for it",
    "checkpoint.unproved": "was not signed by its author, or names another revision",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A line of the ledger, or a checkpoint (line 0), with the code of the reason."""

    line: int
    code: str
    revision: str = ""  # its id, where one can be told

    @property
    def words(self) -> str:
        """Say what was set aside and why."""
        what = f"Line {self.line}" if self.line else "A checkpoint"
        return f"{what} {_WORDS.get(self.code, 'could not be used')}."

    def to_json(self) -> dict[str, Json]:
        """Give this as a receipt spells it."""
        return {"line": self.line, "code": self.code, "revision": self.revision}

    @classmethod
    def from_json(cls, untrusted: Json, refusal: Refusal) -> "SetAside":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        line, code = parts.number("line"), parts.text("code", shape.CODE)
        revision = parts.text_or_none("revision", shape.SHA256)
        parts.done()
        return cls(line=line, code=code, revision=revision)
