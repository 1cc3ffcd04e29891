"""A random history: who writes, hands over, loses, repeats, withdraws, decides and goes back."""

import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.base import Planned, Refused
from evidencekit.operations import (
    capture,
    colleagues,
    hand_over,
    receipts,
    receive,
    trusting,
    withdrawing,
)
from evidencekit.operations.capture import Entry
from evidencekit.store import fingerprint
from tests.histories.desks import Desks
from tests.histories.ground import promise
from tests.histories.people import Laptop
from tests.world import case


class Story(Desks):
    """The team, the bundles on their way, and what goes wrong with both."""

    def opens(self) -> None:
        """Begin with what every inspection has: a colleague, and a shared case on both laptops."""
        self.joins(deputy=True)
        shared = Entry(kind="case", fields=case(), state="submitted")
        self.does(self.lead, lambda: capture.capture(self.lead.desk, shared).revision)
        pack = self.sends(self.lead, BundleKind.RETURN)
        for each in self.at_work()[1:]:
            self.receives(each, [pack] if pack else [])

    def run(self, steps: int) -> None:
        """Let this many things happen."""
        names, weights = zip(*((name, weight) for name, weight in _WEIGHTS.items()), strict=True)
        for _step in range(steps):
            self.happens(self.rng.choices(names, weights)[0])

    def happens(self, name: str) -> None:
        self.log.append(name)
        getattr(self, name)()

    # -- the team

    def joins(self, *, deputy: bool = False) -> None:
        waiting = [each for each in self.people if not each.is_joined]
        if not waiting or not self.lead.is_at_work:
            return
        new, lead = self.rng.choice(waiting), self.lead.desk
        digits = trusting.my_digits(new.desk)
        deputy = deputy or self.rng.random() < 0.4
        trusting.admit(lead, trusting.join_card(new.desk), digits, deputy=deputy)
        pack = self.sends(self.lead, BundleKind.SET_UP)
        if pack is not None:
            trusting.pin(new.desk, pack.path, trusting.my_digits(lead))
            new.is_joined = True
            self.happened("joined")

    def leaves(self) -> None:
        others = [each for each in self.at_work() if each is not self.lead]
        if len(others) > 1:
            gone = self.rng.choice(others)
            trusting.revoke(self.lead.desk, gone.me)
            gone.is_revoked = True
            self.happened("left")

    def promotes(self) -> None:
        """Name an inspector as deputy; the roster tells the others with the next pack."""
        found = [each for each in self.at_work() if not each.desk.is_lead]
        if found:
            colleagues.make_deputy(self.lead.desk, self.rng.choice(found).me)
            self.happened("made deputy")

    def demotes(self) -> None:
        """Name a deputy as inspector again, once the lead holds their work, and tell everybody."""
        found = [each for each in self.leaders() if each is not self.lead and not each.is_restored]
        if not found:
            return
        gone = self.rng.choice(found)
        whole = self.sends(gone, BundleKind.FULL)
        self.receives(self.lead, [whole] if whole else [])
        colleagues.make_deputy(self.lead.desk, gone.me, deputy=False)
        told = self.sends(self.lead, BundleKind.RETURN)
        for each in self.at_work():
            self.receives(each, [told] if told else [])
        self.happened("deputy no more")

    def goes_wrong(self) -> None:
        """Set a clock back, keep a copy, or put a laptop back to the copy kept before."""
        who = self.rng.choice(self.people)
        doing = self.rng.choice(["clock", "copy", "back"])
        if doing == "clock":
            self.happened("clock set back")
            who.clock.put(who.clock.at - timedelta(hours=self.rng.randrange(1, 90)))
        elif doing == "copy":
            who.keeps_a_copy()
        elif who is not self.lead and who.backup is not None:
            who.goes_back()
            who.is_joined = who.desk.trust is not None
            self.happened("put back to a copy")

    # -- bundles

    def hands_over(self) -> None:
        who = self.rng.choice(self.at_work())
        kinds = [BundleKind.SINCE, BundleKind.SINCE, BundleKind.FULL]
        self.sends(who, self.rng.choice([*kinds, BundleKind.RETURN] if who.desk.is_lead else kinds))

    def answers(self) -> None:
        """Write the receipts owed; none says more than what is held."""
        who = self.rng.choice(self.leaders())
        stick = self.folder / f"answers-{len(self.log)}"
        stick.mkdir()
        for owed in receipts.owed(who.desk):
            made = hand_over.record(
                who.desk, ready := receipts.answer_for(who.desk, owed.member),
                hand_over.seal(ready, stick),
            )  # fmt: skip
            self.keeps(who, made, frozenset(), frozenset({owed.member}))
            self._judge_receipt(who, self.by_id(owed.member), made.path)
            self.happened("receipts")

    def _judge_receipt(self, who: Laptop, reader: Laptop, path: Path) -> None:
        if not reader.is_at_work:
            return
        try:
            said = receive.verify(reader.desk, path).receipt
        except Planned:
            return  # its own laptop will say so when it arrives
        promise(said is not None, "a receipt came without its letter")
        assert said is not None
        held = who.held()
        here = {each.header.seq for each in held.values() if each.header.author == reader.me}
        for head in said.heads:
            promise(head.id in held, "a receipt names a version that is not held")
            lacks = set(range(1, head.seq + 1)) - here
            promise(not lacks, f"a receipt says all up to no. {head.seq}, but for {lacks}")
        promise(
            said.fingerprint == fingerprint.fingerprint(who.desk.database).hex, "receipt: print"
        )

    def delivers(self) -> None:
        if self.air:
            sent = self.rng.choice(self.air)
            is_stray = self.rng.random() < 0.1  # given to somebody it was not made for
            readers = [each for each in self.people if is_stray or each.me in sent.readers]
            self.receives(self.rng.choice(readers or self.people), [sent])

    def drops_an_evening(self) -> None:
        who = self.rng.choice(self.leaders())
        found = [each for each in self.air if who.me in each.readers] or self.air
        if found:
            self.receives(who, self.rng.choices(found, k=self.rng.randrange(1, 6)))

    def is_cut(self) -> None:
        """Deliver a copy that lost its end or one of its bits: it changes nothing."""
        if not self.air:
            return
        sent, who = self.rng.choice(self.air), self.rng.choice(self.people)
        bad = self.folder / f"cut-{len(self.log)}.evb"
        shutil.copy(sent.path, bad)
        content = bytearray(bad.read_bytes())
        at = self.rng.randrange(len(content))
        if self.rng.random() < 0.5:
            content = content[:at]
        else:
            content[at] ^= 1 << self.rng.randrange(8)
        bad.write_bytes(content)
        before = set(who.held())
        is_refused = False
        try:
            receive.merge_file(who.desk, bad)
        except Planned:
            is_refused = True
            self.happened("cut")
        promise(is_refused, "a damaged bundle was joined")
        promise(set(who.held()) == before, "a damaged bundle changed something")

    def withdraws(self) -> None:
        """Withdraw one merge or a whole evening, and perhaps undo it at once."""
        who = self.rng.choice(self.at_work())
        if not who.batches:
            return
        batch, before = self.rng.choice(who.batches), set(who.held())
        with suppress(Refused):
            numbers = withdrawing.evening_of(who.desk, batch)
            if self.rng.random() < 0.5:
                numbers = (batch,)
            made = withdrawing.withdraw(who.desk, numbers, "The wrong stick.")
            gone = before - set(who.held())
            promise(len(gone) == made.revisions, "a withdrawal miscounts")
            self.happened("withdrawn")
            own = {each for each in gone if self.written[each].header.author == who.me}
            promise(not own or who.is_restored, "a withdrawal took one's own")
            if self.rng.random() < 0.5:
                withdrawing.bring_back(who.desk)
                self.happened("brought back")
                promise(set(who.held()) == before, "an undone withdrawal left a trace")


_WEIGHTS = {
    "writes": 12, "corrects": 13, "submits": 4, "deletes": 2, "erases": 1, "decides": 4,
    "settles": 6, "settles_again": 4, "pairs": 4, "joins": 2, "promotes": 1, "demotes": 1,
    "leaves": 1, "goes_wrong": 5, "hands_over": 10, "answers": 2, "delivers": 14,
    "drops_an_evening": 7, "is_cut": 2, "withdraws": 3,
}  # fmt: skip
