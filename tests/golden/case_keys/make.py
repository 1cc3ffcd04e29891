"""Write the golden case key of today's format. Run once for each format; never again.

python -m tests.golden.case_keys.make
"""

from pathlib import Path

from evidencekit.crypto import case_key_slot as slot
from evidencekit.store import case_key as kept
from evidencekit.store.case_key import Entry, Opening

HERE = Path(__file__).parent
OWNER = "7KQ2M4XAB3"
SECRET = bytes(range(32))  # the owner's signing seed
AT = "2012-11-20T18:00:00Z"


def make(folder: Path) -> None:
    """Write a case key with something in every table."""
    folder.mkdir()
    content, key = slot.make(OWNER, SECRET)
    database = kept.create(folder / "names.db", bytes(key))
    entry = Entry(
        record="0193402f-8d4e-7cc3-9a5b-0123456789ab", reference="SH-04", agency="maternity",
        number="M-20118", identity="", purpose="to ask for the file", expires_on="2013-01-31",
        written=AT,
    )  # fmt: skip
    opening = Opening(
        at=AT, member=OWNER, what="opened", why="right-record", reason="Day 2, at the unit",
        looked_at=("SH-04",),
    )  # fmt: skip
    kept.keep(database, entry)
    kept.log(database, opening)
    kept.keep_typing(database, entry.record, b'{"number":"M-2"}', AT)
    database.close()
    slot.write(folder / "slot.json", content)


if __name__ == "__main__":
    make(HERE / "v1.case-key")
