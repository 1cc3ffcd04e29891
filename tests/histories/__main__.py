"""Many random histories: python -m tests.histories [--minutes 15] [--seed N] [--steps 90]."""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.histories.people import NAMES, prepare, seated
from tests.histories.story import Story
from tests.histories.truths import judge

FEWEST = 2


def main(arguments: list[str]) -> int:
    """Run histories until the time is up; 1 when a promise was broken, with its seed."""
    parser = argparse.ArgumentParser(prog="dev.py histories", description=__doc__)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--seed", type=int, help="one history alone, to see it again")
    parser.add_argument("--steps", type=int, default=90)
    asked = parser.parse_args(arguments)
    ends = time.monotonic() + asked.minutes * 60
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(10**9)
    first = seed
    broken, done, counts = 0, 0, Counter[str]()
    with tempfile.TemporaryDirectory(prefix="evidencekit-histories-") as place:
        prepare(Path(place))
        while time.monotonic() < ends:
            try:
                counts.update(history(seed, asked.steps, Path(place)))
            except Exception:  # noqa: BLE001 - any end but a whole one is told with its seed
                broken += 1
                say(f"Seed {seed} broke after {done} whole histories:")
                say(traceback.format_exc())
            done += 1
            if asked.seed is not None:
                break
            seed += 1
    say(f"{done} histories from seed {first} on, {broken} broken.")
    say(", ".join(f"{name} {many}" for name, many in counts.most_common()))
    return 1 if broken else 0


def history(seed: int, steps: int, prepared: Path) -> dict[str, int]:
    """Let one history happen and judge it; give how often what happened."""
    rng = random.Random(seed)  # noqa: S311 - a story to be told again, no secret
    with tempfile.TemporaryDirectory(prefix="evidencekit-history-") as place:
        people = list(seated(prepared, Path(place), rng.randrange(FEWEST, len(NAMES) + 1)))
        story = Story(rng, Path(place), people)
        try:
            story.opens()
            story.run(steps)
            judge(story)
        finally:
            for each in people:
                each.closes()
    return story.counts


def say(words: str) -> None:
    """Tell whoever runs it."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
