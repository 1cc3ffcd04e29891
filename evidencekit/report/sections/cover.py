"""The first page: the area, the framework, the dates, and the fingerprint of what is reported."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.records import given
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Contents, Cover

TITLE = "Joint evidence base"


def area_of(inspection: Mapping[str, Json]) -> str:
    """Give the name of the area inspected."""
    name = inspection.get("area_name")
    return name if isinstance(name, str) and name else "Area not named"


def blocks(base: Base, title: str = TITLE) -> tuple[Block, ...]:
    """Give the cover and the place for the contents."""
    area = area_of(base.snapshot.inspection)
    return (Cover(title=title, area=area, facts=facts(base), notice=notice(base)), Contents())


def facts(base: Base) -> tuple[tuple[str, str], ...]:
    """Give what the first page says of the inspection and the base."""
    inspection, people = base.snapshot.inspection, base.snapshot.people.values()
    leads = [person for person in people if person.role == "lead"]
    told = (
        ("Framework", f"{base.pack.title} ({base.pack.id}, version {base.pack.version})"),
        (
            "On site",
            dates.span(given.text(inspection, "starts"), given.text(inspection, "ends")),
        ),
        ("Reference", given.text(inspection, "reference")),
        ("Lead inspector", ", ".join(sorted(person.name for person in leads))),
        ("Inspectorates", ", ".join(inspectorates(base))),
        ("Evidence printed", f"{len(base.evidence):,} records"),
        ("Scores not shown", _withheld(base.snapshot.withheld)),
        ("State of the base", _state(base)),
        ("Fingerprint", base.snapshot.fingerprint),
    )
    return tuple((name, said) for name, said in told if said)


def inspectorates(base: Base) -> list[str]:
    """Give the names of the inspectorates that took part, in the framework's order."""
    present = {person.inspectorate for person in base.snapshot.people.values()}
    return [one.label for one in base.pack.inspectorates if one.id in present]


def _state(base: Base) -> str:
    taken = base.snapshot.taken_at
    at = f"As of {dates.written(taken, 'Europe/London')}" if taken else ""
    clashes = len(base.disputed)
    if not clashes:
        return at
    open_ones = f"{clashes} disputed {'record' if clashes == 1 else 'records'}, marked as such"
    return f"{at}; {open_ones}" if at else open_ones


def _withheld(scores: int) -> str:
    noun = "score" if scores == 1 else "scores"
    return f"{scores} {noun} by colleagues, until one's own are in" if scores else ""


def notice(base: Base) -> str:
    """Say what the reader of any page must know."""
    controlled = (
        "This document holds evidence about children. Keep it as its marking asks, and "
        "pass it on only to those who need it."
    )
    return f"{base.pack.banner} {controlled}".strip()
