"""Who wrote which section of the report: the text that stands, and every other one beside it."""

from collections.abc import Mapping

from evidencekit.analysis.snapshot import SET_ASIDE, Item, Snapshot
from evidencekit.records.given import text

SECTION = "report-section"
Place = tuple[str, str]  # the framework's section, and whose part of it ("" for all)


def place_of(item: Item) -> Place:
    """Give the place that a text fills."""
    return text(item.fields, "section"), text(item.fields, "inspectorate")


def texts_of(snapshot: Snapshot, mine: str = "") -> Mapping[Place, tuple[Item, ...]]:
    """Give the texts of each place, the one that stands first; those set aside are left out.

    Where two people wrote one, the lead's stands, else the one begun first; to `mine`, who cannot
    write in a colleague's, their own comes first.
    """
    found: dict[Place, tuple[Item, ...]] = {}
    leads = {each.id for each in snapshot.people.values() if each.role == "lead"}
    held = (item for item in snapshot.of_kind(SECTION) if item.accepted != SET_ASIDE)
    for item in sorted(
        held, key=lambda item: (item.author != mine, item.author not in leads, item.written)
    ):
        found[place_of(item)] = (*found.get(place_of(item), ()), item)
    return found
