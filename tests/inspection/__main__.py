"""Play the whole inspection: python3 dev.py inspection [--short] [--seed S] [--keep DIR]."""

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.inspection.looking import play_and_look
from tests.inspection.plan import SHORT, WHOLE, Plan
from tests.inspection.telling import told


def main() -> int:
    """Play it, say what was done, and stop at the first thing that is not as promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="three inspectors, two days")
    parser.add_argument("--seed", default="amberford", help="the same seed writes the same")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave everything there")
    parser.add_argument("--tell", type=Path, metavar="FILE.md", help="write what was typed")
    asked = parser.parse_args()
    plan = replace(SHORT if asked.short else WHOLE, seed=asked.seed)
    if asked.keep:
        asked.keep.mkdir(parents=True)
        _play(plan, asked.keep, asked.tell)
        return 0
    with tempfile.TemporaryDirectory(prefix="inspection-") as made:
        _play(plan, Path(made), asked.tell)
    return 0


def _play(plan: Plan, folder: Path, page: Path | None) -> None:
    began = time.monotonic()
    stage = play_and_look(plan, folder, _say)
    took = time.monotonic() - began
    if page is not None:
        page.write_text(told(stage), "utf-8")
    _say(
        f"{len(stage.hands.typed)} commands in {took:.0f} s; {len(stage.planned)} sentences typed, "
        f"{len(stage.lost)} lost with a laptop and named; {len(stage.known)} sentences of the "
        "report, each followed to its source."
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
