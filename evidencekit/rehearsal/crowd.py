"""A crowd of records for load: the script's own sentences, put together anew from a seed."""

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from evidencekit.canonical import Json
from evidencekit.checks.identifiers import find_identifiers
from evidencekit.operations import add
from evidencekit.rehearsal.script import entries
from evidencekit.rehearsal.spelling import as_text, prose
from evidencekit.rehearsal.troupe import Player, Troupe
from evidencekit.rehearsal.week import instant, moment

SHORTEST, USUAL, LONGEST = 300, 850, 2500  # characters of one record's text
SPREAD = 0.6  # of the logarithm of the length: most are near the usual, a few are long
MOST_AREAS = 5
WRITTEN = "wed 18:20"

_SHARES = {"case-note": 60, "journey-event": 25, "observation": 10, "document": 5}
_POLARITY = ("strength", "weakness", "mixed", "context")
_AGENCIES = ("childrens-social-care", "police", "health-visiting", "school", "yot", "maternity")
_ROLES = ("social-worker", "team-manager", "health-visitor", "police", "teacher", "yot-worker")
_FROM = ("record_says", "worker_says", "my_view", "impact", "write_up", "says", "analysis")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def write(troupe: Troupe, player: Player, count: int, seed: str) -> None:
    """Write this many submitted records at somebody's desk, each kind in one transaction."""
    desk = player.at(instant(WRITTEN))
    author = Author(
        chance=random.Random(f"{seed}:crowd:{player.key}"),  # noqa: S311 - invented, from a seed
        cases=tuple(record for name, record in troupe.records.items() if name.startswith("SH-")),
        areas=tuple(area.id for area in desk.pack.areas),
    )
    for kind, lines in author.lines(count).items():
        add.add_lines(desk, kind, lines)


@cache
def sentences() -> tuple[str, ...]:
    """Give every sentence that the inspectors write, each once, in order; none with a name."""
    texts = (
        prose(as_text(entry.answers[key]))
        for entry in entries()
        for key in _FROM
        if key in entry.answers
    )
    found = (sentence for text in texts for sentence in _SENTENCE.split(text) if sentence)
    return tuple(dict.fromkeys(each for each in found if not find_identifiers(each)))


@dataclass(frozen=True, slots=True)
class Author:
    """Makes up one person's records."""

    chance: random.Random
    cases: Sequence[str]
    areas: Sequence[str]

    def lines(self, count: int) -> dict[str, list[bytes]]:
        """Give this many records as JSON lines, by kind."""
        lines: dict[str, list[bytes]] = {kind: [] for kind in _SHARES}
        for kind in self.chance.choices(list(_SHARES), list(_SHARES.values()), k=count):
            line = {"state": "submitted", "body": self._body(kind)}
            lines[kind].append(json.dumps(line, ensure_ascii=False).encode())
        return lines

    def _body(self, kind: str) -> dict[str, Json]:
        case, agency = self.chance.choice(self.cases), self.chance.choice(_AGENCIES)
        day, hour = self.chance.choice(("tue", "wed")), self.chance.randrange(9, 18)
        started = moment(f"{day} {hour:02}:{self.chance.randrange(60):02}")
        roles: Json = [self.chance.choice(_ROLES)]
        match kind:
            case "case-note":
                made: dict[str, Json] = {
                    "case": case, "source_type": "case-record-reading", "started": started,
                    "agency": agency, "source_roles": roles, **self._note(),
                }  # fmt: skip
            case "journey-event":
                when = f"2012-{self.chance.randrange(1, 11):02}-{self.chance.randrange(1, 29):02}"
                made = {
                    "case": case, "when": {"date": when, "precision": "exact"}, "agency": agency,
                    "stage": "child-in-need", "what": self._text(),
                }  # fmt: skip
            case "observation":
                consent: Json = {
                    "status": "given", "given_by": ["professional"], "how": "spoken", "at": started,
                }  # fmt: skip
                made = {
                    "what": "shadowing", "started": started, "cases": [case],
                    "source_roles": roles, "consent": consent, "write_up": self._text(),
                    "impact": self._sentence(),
                }  # fmt: skip
            case _:
                made = {
                    "title": f"Record of an audit, no. {self.chance.randrange(1000)}",
                    "document_type": "audit", "agency": agency, "started": started,
                    "handling": "seen-not-copied", "says": self._text(), "cases": [case],
                }  # fmt: skip
        return {**made, "areas": self._areas()}

    def _note(self) -> dict[str, Json]:
        return {
            "record_says": self._text(), "worker_says": self._sentence(),
            "my_view": self._sentence(), "impact": self._sentence(),
        }  # fmt: skip

    def _text(self) -> str:
        """Put sentences together until the text is as long as chance wants it."""
        wanted = min(LONGEST, max(SHORTEST, USUAL * self.chance.lognormvariate(0, SPREAD)))
        text = self._sentence()
        while len(text) < wanted:
            text = f"{text} {self._sentence()}"
        return text[:LONGEST]

    def _sentence(self) -> str:
        return self.chance.choice(sentences())

    def _areas(self) -> Json:
        chosen = self.chance.sample(self.areas, self.chance.randint(1, MOST_AREAS))
        return [{"area": area, "polarity": self.chance.choice(_POLARITY)} for area in chosen]
