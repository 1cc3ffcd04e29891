"""Notes to measure with: 300 to 2,500 characters in a realistic distribution, from a fixed seed."""

import random
from collections.abc import Iterator

from evidencekit.canonical import Json

SEED = 2012
_COMMON = (  # noqa: SIM905 - words read better as a line
    "the and to of a in was that had for not on her his with social worker school visit "
    "police health visitor record plan meeting family mother child told said seen before "
    "after when nobody every agency core group review conference manager supervision risk "
    "assessment home"
).split(" ")
_RARE = [f"{a}{b}" for a in ("shar", "refer", "chron", "thresh", "disclos", "escal", "neglig")
         for b in ("ing", "al", "ology", "old", "ure", "ation", "ent", "ed", "s")]  # fmt: skip


def bodies(count: int, seed: int = SEED) -> Iterator[dict[str, Json]]:
    """Give the fields of that many case notes, the same ones every time."""
    dice = random.Random(seed)  # noqa: S311 - to measure with, not to hide
    for _ in range(count):
        yield {
            "source_type": "case-record-reading",
            "started": f"2012-11-{dice.randint(19, 23)}T{dice.randint(9, 16):02}:30",
            "source_roles": ["social-worker"],
            "record_says": text(dice),
            "areas": [
                {"area": f"E{dice.randint(1, 12)}", "polarity": "mixed"}
                for _ in range(dice.randint(1, 5))
            ],
        }


def text(dice: random.Random) -> str:
    """Give one note."""
    wanted, words = dice.randint(300, 2500), list[str]()
    length = 0
    while length < wanted:
        word = dice.choice(_RARE) if dice.random() < 0.12 else dice.choice(_COMMON)
        words.append(word)
        length += len(word) + 1
    return " ".join(words) + "."
