"""JoinCard: what an inspector hands to the lead to be admitted, signed with its own key."""

from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.bundle import shape
from evidencekit.bundle.limits import CARD_BYTES, check_size
from evidencekit.bundle.shape import Shape
from evidencekit.canonical import Json
from evidencekit.crypto import spoken, sshsig
from evidencekit.crypto.keys import AgeIdentity, SigningKey, check_public, check_recipient
from evidencekit.errors.bundle import WrongCard
from evidencekit.errors.crypto import SignatureMismatch
from evidencekit.ids import AuthorId

NAMESPACE = "evidencekit-join-card-v1"
_NO_TEAM = ""  # who makes a card has no team yet


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinCard:
    """Who somebody says they are; the 30 digits read aloud prove that the keys are theirs."""

    id: AuthorId
    name: str
    inspectorate: str
    sign_key: str
    age: str
    sig: str = ""

    @classmethod
    def make(
        cls, author: AuthorId, name: str, inspectorate: str, key: SigningKey, identity: AgeIdentity
    ) -> "JoinCard":
        """Make one's own card."""
        unsigned = cls(
            id=author, name=name, inspectorate=inspectorate, sign_key=key.public.hex(),
            age=identity.recipient,
        )  # fmt: skip
        sig = sshsig.sign(canonical.encode(unsigned.to_json()), key, NAMESPACE)
        card = cls(
            id=author, name=name, inspectorate=inspectorate, sign_key=unsigned.sign_key,
            age=unsigned.age, sig=sig,
        )  # fmt: skip
        return cls.decode(card.encode())

    @property
    def digits(self) -> str:
        """Give the 30 digits that are read aloud from the inspector's own screen."""
        return spoken.digits(_NO_TEAM, self.id, bytes.fromhex(self.sign_key), self.age)

    def to_json(self) -> dict[str, Json]:
        """Give the part of the card that is signed."""
        return {
            "team": _NO_TEAM, "id": self.id, "name": self.name, "inspectorate": self.inspectorate,
            "sign_key": self.sign_key, "age": self.age,
        }  # fmt: skip

    def encode(self) -> bytes:
        """Spell the card as a file."""
        return canonical.encode({"card": self.to_json(), "sig": self.sig})

    @classmethod
    def decode(cls, untrusted: bytes) -> "JoinCard":
        """Read a card that its own key signed; WrongCard for any other."""
        check_size("join card", len(untrusted), CARD_BYTES)
        outer = Shape(shape.read_object(untrusted, "join card"), _refusal)
        parts, sig = Shape(outer.object("card"), _refusal), outer.text("sig", shape.SIGNATURE)
        outer.done()
        if parts.text_or_none("team", shape.TEAM) != _NO_TEAM:
            parts.refuse("it names a team")
        card = cls(
            id=AuthorId(parts.text("id", shape.AUTHOR)), name=parts.text("name", shape.NAME),
            inspectorate=parts.text("inspectorate", shape.WORD),
            sign_key=parts.text("sign_key", shape.KEY), age=parts.text("age", shape.RECIPIENT),
            sig=sig,
        )  # fmt: skip
        parts.done()
        card._check()
        return card

    def _check(self) -> None:
        public = bytes.fromhex(self.sign_key)
        check_public(public)
        check_recipient(self.age)
        try:
            sshsig.verify(canonical.encode(self.to_json()), self.sig, public, NAMESPACE)
        except SignatureMismatch as error:
            raise WrongCard(why="its own key did not sign it") from error


def _refusal(why: str) -> WrongCard:
    return WrongCard(why=why)
