"""Checkpoint: an author's signature over the newest revision of their chain (format.md §2)."""

from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.bundle import shape
from evidencekit.bundle.shape import Refusal, Shape
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.crypto.keys import SigningKey
from evidencekit.errors.crypto import SignatureMismatch
from evidencekit.ids import AuthorId, RevisionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """Says that an author wrote everything up to one revision."""

    author: AuthorId
    seq: int
    id: RevisionId
    sig: str

    @classmethod
    def sign(
        cls, author: AuthorId, seq: int, revision: RevisionId, key: SigningKey
    ) -> "Checkpoint":
        """Sign the newest revision of one's own chain."""
        sig = sshsig.sign(_message(author, seq, revision), key, sshsig.NAMESPACE_LEDGER)
        return cls(author=author, seq=seq, id=revision, sig=sig)

    def holds(self, public: bytes) -> bool:
        """Tell whether the author's key made this signature."""
        message = _message(self.author, self.seq, self.id)
        try:
            sshsig.verify(message, self.sig, public, sshsig.NAMESPACE_LEDGER)
        except SignatureMismatch:
            return False
        return True

    def to_json(self) -> dict[str, Json]:
        """Give this checkpoint as the bundle header carries it."""
        return {"author": self.author, "seq": self.seq, "id": self.id, "sig": self.sig}

    @classmethod
    def from_json(cls, untrusted: Json, refusal: Refusal) -> "Checkpoint":
        """Read a checkpoint; its signature is not looked at."""
        parts = Shape(untrusted, refusal)
        found = cls(
            author=AuthorId(parts.text("author", shape.AUTHOR)), seq=parts.number("seq", 1),
            id=RevisionId(parts.text("id", shape.SHA256)), sig=parts.text("sig", shape.SIGNATURE),
        )  # fmt: skip
        parts.done()
        return found


def _message(author: AuthorId, seq: int, revision: RevisionId) -> bytes:
    return canonical.encode({"author": author, "seq": seq, "id": revision})
