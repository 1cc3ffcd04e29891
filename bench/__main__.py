"""python -m bench [NAME] [--write]: one table; --write appends it to docs/PERFORMANCE.md."""

import argparse
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import (
    caring,
    covering,
    finding,
    holding,
    listing,
    merging,
    publishing,
    saving,
    starting,
    typed,
)
from bench.pairs import Measured

ROOT = Path(__file__).parents[1]
PROTOCOLS: dict[str, Callable[[Path], Iterator[Measured]]] = {
    "saving": saving.run,
    "finding": finding.run,
    "merging": merging.run,
    "caring": caring.run,
    "typing": typed.run,
    "covering": covering.run,
    "publishing": publishing.run,
    "listing": listing.run,
    "starting": starting.run,
    "holding": holding.run,
}
HEADERS = ("what", "ours ms", "yardstick ms", "ratio", "goal", "spread", "note")


def main() -> int:
    """Measure what was asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(PROTOCOLS))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    chosen = [asked.name] if asked.name else list(PROTOCOLS)
    rows = []
    for name in chosen:
        with tempfile.TemporaryDirectory(prefix="evidencekit-bench-") as folder:
            for measured in PROTOCOLS[name](Path(folder)):
                rows.append(measured)
                print(line(measured), file=sys.stderr, flush=True)
    table = "\n".join([markdown(HEADERS), markdown(["---"] * len(HEADERS)), *map(line, rows)])
    print(table)
    if asked.write:
        page = ROOT / "docs" / "PERFORMANCE.md"
        with page.open("a", encoding="utf-8") as file:
            file.write(f"\n## {machine()}\n\n{table}\n")
    return 0


def line(row: Measured) -> str:
    """Give a row of the table."""
    reached = "reached" if row.reached else "**not reached**"
    return markdown(
        (
            row.name, f"{row.ours_ms:.1f}", f"{row.yardstick_ms:.1f}", f"{row.ratio:.2f}",
            f"≤ {row.goal:g} {reached}", f"{min(row.ratios):.2f}-{max(row.ratios):.2f}", row.note,
        )
    )  # fmt: skip


def markdown(cells: tuple[str, ...] | list[str]) -> str:
    """Lay cells out as a row of a Markdown table."""
    return "| " + " | ".join(cells) + " |"


def machine() -> str:
    """Say where and what was measured."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    ).stdout.strip()  # fmt: skip
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {commit}"


if __name__ == "__main__":
    sys.exit(main())
