"""Screens of a lead's evening for the pictures: many bundles, a clash, two accounts, an undo."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import decide, seen_by_two
from evidencekit.operations.desk import Desk
from tests.world import Person, World, case
from ui.places.clash import open_clash
from ui.places.clash_decided import show_decided
from ui.places.merge import Merge
from ui.places.seen_by_two import show_pairs
from ui.places.seen_by_two_pair import open_pair
from ui.places.workplace import Workplace

_NOTE = {
    "i_saw": "The plan named no dates for the core group, and two of the five actions no owner.",
    "impact": "The parents told us they did not know what was expected of them.",
}
_HERS: dict[str, Json] = {
    "title": "Core group, in the school hall", "setting": "All seven agencies sat round one table.",
    "impact": "The mother was asked first, and what she said changed the plan.",
}  # fmt: skip
_HIS: dict[str, Json] = {
    "title": "Core group after half-term", "place": "Children's centre, ground floor",
    "impact": "The father came late, and nobody went back over what had been agreed.",
}  # fmt: skip


class Evening:
    """The lead's desk at six o'clock, with three bundles on the stick."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder)
        self.lead = self.world.lead()
        self.bundles: list[Path] = []
        self.child = self.lead.writes("case", **case()).record
        dora = self.world.inspector("Dora Finch", "cqc")
        ben = self.world.inspector("Ben Okoro", "hmic")
        for person in (dora, ben):
            self.world.joins(person, self.lead, deputy=person is dora)
        for person in (dora, ben):
            person.receives(self.lead.hands_over(BundleKind.RETURN))
        self._clash(dora)
        self._pair(ben)
        self.world.closes()

    def _clash(self, dora: Person) -> None:
        """Let lead and deputy change three answers of one case, two of them differently."""
        hers: dict[str, Json] = {
            "why_selected": "Three referrals in May, and one in June.", "age_band": "5-9",
            "summary": "Known to school and police since March.",
        }  # fmt: skip
        theirs: dict[str, Json] = {
            "why_selected": "Two referrals in May.", "age_band": "10-15",
        }  # fmt: skip
        self.lead.corrects(self.child, "Read the file again.", **{**case(), **hers})
        dora.corrects(self.child, "Asked the team manager.", **{**case(), **theirs})
        self.lead.receives(dora.hands_over(BundleKind.FULL))

    def _pair(self, ben: Person) -> None:
        seen: dict[str, Json] = {
            "what": "core-group", "started": "2012-11-19T10:00", "cases": [self.child]
        }  # fmt: skip
        self.hers = self.lead.writes("observation", **{**seen, **_HERS}).record
        self.his = ben.writes("observation", **{**seen, **_HIS}).record
        self.bundles.append(ben.hands_over().path)
        for reference in ("OWN-B1", "OWN-B2"):
            child = ben.writes("case", **case(reference, "inspectorate-tracked")).record
            ben.notes(child, _NOTE["i_saw"], impact=_NOTE["impact"])
            self.bundles.append(ben.hands_over().path)

    def screens(self, workplace: Workplace) -> Iterator[tuple[str, Callable[[], object]]]:
        """Give each picture's name, and what leads to it from the one before."""
        window = workplace.window

        def merge() -> Merge:
            window.go("Merge")
            while window.where()[1]:
                window.close_page()
            page = window.page
            assert isinstance(page, Merge)
            return page

        def over(then: Callable[[], object]) -> Callable[[], object]:
            def lead_there() -> None:
                merge()
                then()

            return lead_there

        yield "merge-evening", lambda: merge().incoming.add(self.bundles)
        yield "merge-joined", lambda: merge().join.click()  # noqa: PLW0108 - once it is there
        yield "seen-by-two", over(partial(show_pairs, workplace))
        yield "seen-by-two-pair", partial(open_pair, workplace, self.hers, {"other": self.his})
        yield "merge-withdraw", lambda: merge().withdrawing.ask(self._numbers(merge()))
        yield "clash", over(partial(open_clash, workplace, self.child))
        yield "clash-decided", over(partial(self._decide, workplace))
        yield "clash-again", partial(open_clash, workplace, self.child)

    def _numbers(self, page: Merge) -> tuple[int, ...]:
        found = page.found.merges if page.found else ()
        return tuple(each.number for each in found if each.sender_name == "Ben Okoro")

    def _decide(self, workplace: Workplace) -> None:
        def settle(desk: Desk) -> None:
            side = decide.clashes(desk)[0].sides[0].id
            decide.decide(desk, RecordId(self.child), side, "The file says three.")
            seen_by_two.link(desk, self.hers, self.his)

        workplace.ask(workplace, settle, lambda _done: show_decided(workplace))
