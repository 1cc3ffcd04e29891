"""Write the golden files of today's layout. Run once for each layout; never again.

python -m tests.golden.publications.make
"""

import shutil
import tempfile
from pathlib import Path

from evidencekit.progress import quiet
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.readme import LAYOUT
from evidencekit.report.dataset.writing import tables_of, write
from tests.evidencekit.report.dataset.filled import answers, filled
from tests.evidencekit.report.dataset.test_writing import spelled

HERE = Path(__file__).parent
TABLES = ("record", "person", "place", "bundle", "case", "journey_event", "finding_evidence")


def main() -> None:
    for dates in Dates:
        lines = [spelled(table, column) for table in tables_of(dates) for column in table.columns]
        path = HERE / f"layout-{LAYOUT}-{dates.value}.txt"
        path.write_text("\n".join(lines) + "\n", "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "published"
        write(filled(), place, answers, quiet)
        for table in TABLES:
            for form in ("csv", "parquet"):
                shutil.copyfile(
                    place / form / f"{table}.{form}", HERE / "tables" / f"{table}.{form}"
                )


if __name__ == "__main__":
    main()
