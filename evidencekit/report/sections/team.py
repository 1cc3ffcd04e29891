"""The team: who was there, from which inspectorate, and on which days."""

from evidencekit.analysis.snapshot import Person
from evidencekit.records import given
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Table


def blocks(base: Base) -> tuple[Block, ...]:
    """Give the team by inspectorate, the lead first."""
    people = sorted(base.snapshot.people.values(), key=lambda person: _place(base, person))
    table = Table(
        caption="Inspectors, with the days they were on site",
        headers=("Name", "Inspectorate", "Role", "On site"),
        rows=tuple(_row(base, person) for person in people),
        shares=(5, 4, 4, 7),
    )
    return (Heading(text="The team", anchor="section-team", level=2), table)


def _row(base: Base, person: Person) -> tuple[str, ...]:
    role = base.naming.label("member-roles", person.role)
    days = ", ".join(_days(base, person)) or "Not recorded"
    return (person.name, base.naming.inspectorate(person.inspectorate), role, days)


def _days(base: Base, person: Person) -> list[str]:
    found = {
        given.text(row, "day")
        for item in base.snapshot.of_kind("deployment")
        if given.text(item.fields, "member") == person.id
        for row in given.rows(item.fields, "on_site")
    }
    return [dates.day(day) for day in sorted(found) if day]


def _place(base: Base, person: Person) -> tuple[bool, int, str, str]:
    order = [one.id for one in base.pack.inspectorates]
    known = person.inspectorate in order
    place = order.index(person.inspectorate) if known else len(order)
    return person.role != "lead", place, person.name, person.id
