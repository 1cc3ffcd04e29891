"""A small team with real keys: a lead and two inspectors who hand over bundles."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from evidencekit.bundle.join_card import JoinCard
from evidencekit.bundle.manifest import BundleKind, Checkpoint, FrameworkRef
from evidencekit.bundle.opening import VerifiedBundle, open_bundle
from evidencekit.bundle.parcel import AttachmentSource, Number, Parcel, Sender
from evidencekit.bundle.sealing import Sealed, bundle_name, seal
from evidencekit.bundle.sequence import SequenceState
from evidencekit.bundle.trust import Member, Role, Trust, admit, found_team
from evidencekit.crypto.keys import AgeIdentity, SigningKey
from evidencekit.ids import (
    AttachmentId,
    AuthorId,
    BundleId,
    FrameworkId,
    RecordId,
    SeededIds,
    TeamId,
)
from evidencekit.records.revision import Body, Header, Revision, make_revision

TEAM = TeamId("T1EAM1")
FRAMEWORK = FrameworkRef(id=FrameworkId("macp-2012"), version=1, sha256="ab" * 32)
CREATED = "2012-11-19T18:02:11Z"


def signing_key(name: str) -> SigningKey:
    return SigningKey.from_bytes(hashlib.sha256(name.encode()).digest())


@dataclass
class Person:
    """Somebody with a workspace: keys, a chain of revisions, a line of bundles."""

    id: AuthorId
    name: str
    key: SigningKey
    identity: AgeIdentity
    ids: SeededIds
    trust: Trust | None = None
    chain: list[Revision] = field(default_factory=list)
    seq: int = 0
    prev: str = ""
    sequence: SequenceState = field(default_factory=SequenceState)

    @property
    def trusting(self) -> Trust:
        assert self.trust is not None
        return self.trust

    @property
    def card(self) -> JoinCard:
        return JoinCard.make(self.id, self.name, "ofsted", self.key, self.identity)

    def notes(self, seen: str, kind: str = "observation") -> Revision:
        before = self.chain[-1] if self.chain else None
        header = Header(
            author=self.id, seq=len(self.chain) + 1, prev=before.id if before else "",
            record=RecordId(self.ids.uuid()), kind=kind, parents=(), body="",
            at="2012-11-19T10:30", tz="Europe/London", written="2012-11-19T10:31:07Z",
        )  # fmt: skip
        revision = make_revision(header, Body(fields={"seen": seen}), self.ids.salt())
        self.chain.append(revision)
        return revision

    @property
    def checkpoint(self) -> Checkpoint:
        newest = self.chain[-1]
        return Checkpoint.sign(self.id, newest.header.seq, newest.id, self.key)

    def parcel(self, *attachments: bytes, kind: BundleKind = BundleKind.SINCE) -> Parcel:
        return Parcel(
            kind=kind, framework=FRAMEWORK, revisions=tuple(self.chain),
            checkpoints=(self.checkpoint,) if self.chain else (),
            attachments=tuple(attachment(content) for content in attachments),
        )  # fmt: skip

    def number(self) -> Number:
        bundle = BundleId(self.ids.uuid())
        return Number(bundle=bundle, seq=self.seq + 1, prev=self.prev, created=CREATED)

    def hands_over(
        self, to: Sequence["Person"], folder: Path, parcel: Parcel | None = None
    ) -> Sealed:
        number = self.number()
        path = folder / bundle_name(TEAM, self.id, number.seq)
        members = [self.trusting.member(person.id) for person in to]
        sender = Sender(trust=self.trusting, key=self.key)
        sealed = seal(parcel or self.parcel(), number, sender, members, path)
        self.seq, self.prev = sealed.seq, sealed.tag_digest
        return sealed

    def opens(self, path: Path) -> VerifiedBundle:
        return open_bundle(path, self.identity, self.trusting, sequence=self.sequence)

    def receives(self, path: Path) -> VerifiedBundle:
        verified = self.opens(path)
        self.sequence = self.sequence.after(verified.seen)
        self.trust = verified.trust
        return verified


def attachment(content: bytes) -> AttachmentSource:
    digest = AttachmentId(hashlib.sha512(content).hexdigest())
    return AttachmentSource(digest=digest, size=len(content), open=lambda: (content,))


def person(name: str, number: int) -> Person:
    return Person(
        id=AuthorId(f"{number:010d}"), name=name, key=signing_key(name),
        identity=AgeIdentity.new(), ids=SeededIds(name),
    )  # fmt: skip


def member_of(someone: Person, role: str = Role.INSPECTOR.value) -> Member:
    return Member(
        id=someone.id, name=someone.name, inspectorate="ofsted", role=role,
        sign_key=someone.key.public.hex(), age=someone.identity.recipient, admitted="2012-11-12",
    )  # fmt: skip


@dataclass
class Team:
    """The lead, Anna and Ben; everybody holds the same roster."""

    lead: Person
    anna: Person
    ben: Person

    def admits(self, someone: Person, role: str = Role.INSPECTOR.value) -> None:
        card = someone.card
        lead = self.lead
        lead.trust = admit(
            lead.trusting, lead.key, card, digits=card.digits, role=role, admitted="2012-11-12"
        )

    def share_roster(self) -> None:
        for someone in (self.anna, self.ben):
            someone.trust = replace(self.lead.trusting, me=someone.id)


def make_team() -> Team:
    """Give a team at its beginning; the keys are made once, the chains are everybody's own."""
    made = _team()
    return Team(*(_at_the_beginning(someone) for someone in (made.lead, made.anna, made.ben)))


def _at_the_beginning(someone: Person) -> Person:
    return replace(
        someone, ids=SeededIds(someone.name), chain=[], sequence=SequenceState(), seq=0, prev=""
    )


@cache
def _team() -> Team:
    lead = person("Lead", 1)
    lead.trust = found_team(TEAM, member_of(lead, Role.LEAD.value), lead.key)
    team = Team(lead, person("Anna", 2), person("Ben", 3))
    for someone in (team.anna, team.ben):
        team.admits(someone)
    team.share_roster()
    return team
