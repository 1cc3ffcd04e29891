"""What the capture console says of a line: who, what kind, which areas, in one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidencekit.framework.items import Area
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import CHILD_VOICE, MY_VIEW, OBSERVED, QUOTE, code_of
from evidencekit.records.words import VOCABULARIES
from ui.places.sources import area_code, area_words

KINDS = ((OBSERVED, "Observation", "eye"), (QUOTE, "Quote", "quote"), (MY_VIEW, "My view", "lightbulb"))  # fmt: skip  # noqa: E501
TONES = {OBSERVED: "seen", QUOTE: "quote", MY_VIEW: "view"}
ICONS = {key: icon for key, _, icon in KINDS}
NO_SPEAKER, ME = "No speaker", "Me"
VOICE = "Child's voice"
_KIND_WORDS = {key: words for key, words, _ in KINDS}
_QUOTE_MARKS = '"“'


@dataclass(frozen=True, eq=False)
class CaptureWords:
    """The framework's names for what is heard.

    Known by identity: hashing the pack for each of 300 rows took 140 ms at every Enter.
    """

    pack: FrameworkPack

    def find_area(self, typed: str) -> str | None:
        """Give the id of the one area that was meant."""
        area = self.pack.find_area(typed)
        return area.id if area else None

    def suggestions(self, typed: str, recent: Iterable[str] = ()) -> list[tuple[str, str]]:
        """Give (what to type, its name) for a half-typed area; those heard last stand first."""
        places = {area: place for place, area in enumerate(recent)}
        found = sorted(
            self.pack.areas_matching(typed), key=lambda area: places.get(area.id, len(places))
        )
        offered = [(area_code(area), area.label) for area in found]
        start = typed.casefold()
        if CHILD_VOICE.startswith(start) or "child".startswith(start):
            offered.append((CHILD_VOICE, VOICE))
        return offered

    def area(self, area: str) -> str:
        """Name an area: "6 Inter-agency work, information"."""
        return area_words(self.pack, area)

    def areas(self) -> tuple[Area, ...]:
        """Give every area, the joint ones first."""
        return (*self.pack.joint_areas, *self.pack.specialist_areas)

    @staticmethod
    def kind(line: MeetingLine) -> str:
        """Name the kind of a line."""
        return _KIND_WORDS.get(line.kind, line.kind)

    @staticmethod
    def who(line: MeetingLine) -> str:
        """Name who spoke; one's own view is one's own."""
        if line.speaker:
            return speaker_words(line.speaker)
        return ME if line.kind == MY_VIEW else NO_SPEAKER

    @staticmethod
    def shown(line: MeetingLine) -> str:
        """Give the text with quotation marks round exact words."""
        if line.kind != QUOTE or line.text[:1] in _QUOTE_MARKS:
            return line.text
        return f"“{line.text}”"

    @staticmethod
    def shows(line: MeetingLine) -> str:
        """Say what a line shows of its areas, and how far that goes: "A weakness, some"."""
        shows = VOCABULARIES["polarity"].label_of(line.polarity) if line.polarity else ""
        weighs = VOCABULARIES["weight"].label_of(line.weight) if line.weight else ""
        return ", ".join(
            part if not at else part.lower()
            for at, part in enumerate(part for part in (shows, weighs) if part)
        )

    def told(self, line: MeetingLine) -> str:
        """Tell a line in running text: "10:35 Mother: “I was cold.”"."""
        who = self.who(line) if line.speaker or line.kind == MY_VIEW else ""
        opening = " ".join(part for part in (line.time, who) if part)
        return f"{opening}: {self.shown(line)}" if opening else self.shown(line)

    def parts(self, line: MeetingLine) -> list[str]:
        """Give what a line will be kept as: time, who, kind, child's voice, areas."""
        voice = [VOICE] if line.child_voice else []
        areas = [self.area(area) for area in line.areas]
        return [line.time, self.who(line), self.kind(line), *voice, *areas]

    def sentence(self, line: MeetingLine) -> str:
        """Say the line as a screen reader says it."""
        areas = ", ".join(self.area(area) for area in line.areas)
        said = [line.time, self.who(line), f"{self.kind(line)}: {line.text}"]
        said += [VOICE] if line.child_voice else []
        said.append(f"Areas {areas}" if areas else "No area yet")
        said.append(self.shows(line))
        said += [f"Edited {clock_time(line.edited)}"] if line.edited else []
        return ". ".join(part.strip().rstrip(".") for part in said if part)


def speaker_words(speaker: str) -> str:
    """Name a speaker."""
    return VOCABULARIES["practitioner-roles"].label_of(speaker)


def speakers(first: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Give every speaker with the letters to type, those who are here before the others."""
    here = list(dict.fromkeys(first))
    all_keys = [word.key for word in VOCABULARIES["practitioner-roles"].words]
    ordered = [*here, *(key for key in all_keys if key not in here)]
    return [(key, _with_code(key)) for key in ordered]


def clock_time(moment: str) -> str:
    """Give the time of "2012-11-19T10:43"."""
    return moment.partition("T")[2][:5]


def _with_code(speaker: str) -> str:
    code = code_of(speaker)
    return f"{speaker_words(speaker)}  ({code}:)" if code else speaker_words(speaker)
