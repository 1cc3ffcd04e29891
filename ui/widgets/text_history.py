"""What was done to a text, step by step: undone and redone, also after the box was closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidencekit.canonical import Json

KEPT_STEPS = 200  # of the last session; about as many words
KEPT_LETTERS = 64 * 1024
_LONGEST_RUN = 120  # letters deleted one by one that come back at once
_PARTS = 3  # at, removed, added


@dataclass(frozen=True, slots=True)
class Step:
    """One change: what went and what came, at a place counted as Qt counts (UTF-16)."""

    at: int
    removed: str
    added: str

    @property
    def reverse(self) -> "Step":
        """Give the step that takes this one back."""
        return Step(self.at, self.added, self.removed)


class TextHistory:
    """The steps done and those taken back. A word typed letter by letter is one step."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._is_closed = True  # the next step begins anew

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return bool(self._undone)

    def add(self, step: Step) -> None:
        """Take in a change; what had been taken back cannot come again."""
        self._undone.clear()
        last = None if self._is_closed or not self._done else self._done[-1]
        joined = _joined(last, step) if last is not None else None
        if joined is None:
            self._done.append(step)
        else:
            self._done[-1] = joined
        self._is_closed = False

    def pause(self) -> None:
        """Begin a new step with the next key, as after the caret was moved."""
        self._is_closed = True

    def undo(self) -> Step | None:
        """Give the change that takes the last step back; None when there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._is_closed = True
        return step.reverse

    def redo(self) -> Step | None:
        """Give the change that was taken back last; None when there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._is_closed = True
        return step

    def clear(self) -> None:
        """Forget every step: another text stands in the box."""
        self._done.clear()
        self._undone.clear()
        self._is_closed = True

    def to_json(self) -> dict[str, Json]:
        """Give the newest steps as a draft keeps them; old ones give way to new ones."""
        done = _newest(self._done, KEPT_STEPS, KEPT_LETTERS)
        undone = _newest(self._undone, KEPT_STEPS - len(done), KEPT_LETTERS - _letters(done))
        both = {"undo": done, "redo": undone}
        return {
            name: [[each.at, each.removed, each.added] for each in steps]
            for name, steps in both.items()
            if steps
        }

    def take(self, kept: Mapping[str, Json]) -> None:
        """Go on from the steps that a draft kept."""
        self._done = _steps(kept.get("undo"))
        self._undone = _steps(kept.get("redo"))
        self._is_closed = True


def width(text: str) -> int:
    """Give how many places a text takes in Qt, which counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _joined(last: Step, step: Step) -> Step | None:
    """Give both steps as one when they are of one word, or of one run of deleting."""
    if not step.removed and width(step.added) == 1:
        is_next = bool(last.added) and step.at == last.at + width(last.added)
        new_word = last.added[-1:].isspace() and not step.added.isspace()
        if is_next and not new_word and step.added != "\n":
            return Step(last.at, last.removed, last.added + step.added)
        return None
    if step.added or last.added or width(step.removed) != 1 or len(last.removed) >= _LONGEST_RUN:
        return None
    if step.at + 1 == last.at:
        return Step(step.at, step.removed + last.removed, "")
    if step.at == last.at:
        return Step(step.at, last.removed + step.removed, "")
    return None


def _newest(steps: list[Step], most: int, letters: int) -> list[Step]:
    found: list[Step] = []
    for step in reversed(steps[-most:] if most > 0 else []):
        letters -= len(step.removed) + len(step.added)
        if letters < 0:
            break
        found.append(step)
    return found[::-1]


def _letters(steps: Iterable[Step]) -> int:
    return sum(len(step.removed) + len(step.added) for step in steps)


def _steps(kept: Json) -> list[Step]:
    rows = kept if isinstance(kept, list | tuple) else ()
    found = [_step(row) for row in rows]
    return [] if None in found else [step for step in found if step is not None]


def _step(row: Json) -> Step | None:
    if not isinstance(row, list | tuple) or len(row) != _PARTS:
        return None
    at, removed, added = row
    if isinstance(at, int) and isinstance(removed, str) and isinstance(added, str):
        return Step(at, removed, added)
    return None
