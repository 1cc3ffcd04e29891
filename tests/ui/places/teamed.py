"""A lead and an inspector who already trust each other, and what they hand to one another."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import RecordId
from evidencekit.operations import colleagues, hand_over, receive, trusting
from evidencekit.operations.hand_over import HandedOver, Wanted
from evidencekit.operations.receive import Joined
from tests import world
from tests.ui.places.laptops import Laptop, laptops, stick_in


@contextmanager
def teamed(folder: Path) -> Iterator[tuple[Laptop, Laptop]]:
    """Give two laptops that have joined their team."""
    with laptops(folder) as (lead, ben):
        card, digits = ben.does(trusting.join_card), ben.does(trusting.my_digits)
        lead.does(lambda desk: trusting.admit(desk, card, digits))
        pack = hands_over(lead, stick_in(folder, "set-up"), BundleKind.SET_UP)
        digits = lead.does(trusting.my_digits)
        ben.does(lambda desk: trusting.pin(desk, pack.path, digits))
        yield lead, ben


def hands_over(
    laptop: Laptop, stick: Path, kind: BundleKind = BundleKind.SINCE
) -> HandedOver:  # fmt: skip
    """Write a bundle without the screen."""
    return laptop.does(lambda desk: hand_over.hand_over(desk, stick, Wanted(kind)))


def receives(laptop: Laptop, path: Path) -> Joined:
    """Join a bundle without the screen."""
    return laptop.does(lambda desk: receive.merge_file(desk, path))


def writes_case_and_note(laptop: Laptop, reference: str = "OWN-B1") -> tuple[RecordId, RecordId]:
    """Write a case of one's own sample, and a note about it."""
    child = laptop.writes("case", world.case(reference, "inspectorate-tracked"))
    return child, laptop.writes("case-note", world.note(child, "The plan had no dates."))


def clashing(lead: Laptop, deputy: Laptop, folder: Path) -> RecordId:
    """Let lead and deputy change one shared case on two laptops."""
    lead.does(lambda desk: colleagues.make_deputy(desk, deputy.place.me.id))
    child = lead.writes("case", world.case())
    receives(deputy, hands_over(lead, stick_in(folder, "out"), BundleKind.RETURN).path)
    three = {**world.case(), "why_selected": "Three referrals in May."}
    two = {**world.case(), "why_selected": "Two referrals in May."}
    lead.corrects(child, "case", three, "Read the file.")
    deputy.corrects(child, "case", two, "Asked the team.")
    receives(lead, hands_over(deputy, stick_in(folder, "in"), BundleKind.FULL).path)
    return child
