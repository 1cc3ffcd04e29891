"""What goes wrong on the way: a laptop is lost and what it held is told; its key opens nothing."""

import shutil

from tests.inspection import gathering
from tests.inspection.gathering import STICK
from tests.inspection.stage import Laptop, Stage

STOLEN = "stolen"


def lose_laptop(stage: Stage, key: str) -> None:
    """Lose a laptop on the way to the hotel, with what was written since the last hand-over."""
    hands, lead, lost = stage.hands, stage.lead, stage.laptops[key]
    hands.saying("A laptop is lost on the way to the hotel, with a day that was not handed over.")
    (stage.folder / STOLEN).mkdir(exist_ok=True)
    (stage.folder / lost.folder).rename(stage.folder / STOLEN / lost.folder)
    stage.lost |= stage.not_handed.pop(key, set())
    stage.waiting.pop(key, None)
    stage.unfinished.pop(key, None)
    hands.saying("The lead states what was on it, trusts its key no more, and tells the team.")
    told = hands.ask("statement", lead.folder, "--member", lost.id)
    assert told["held_to"] > 0, told
    assert told["missing"] == [], told
    hands.ask("revoke", lead.folder, lost.id)
    stage.stolen = lost


def issue_again(stage: Stage, key: str) -> None:
    """Give the owner another laptop: new keys, and all the lead holds, theirs among it."""
    hands, lead = stage.hands, stage.lead
    hands.saying("The owner of the lost laptop gets another, and everything the lead holds.")
    person = stage.plan.person(key)
    laptop = stage.take_seat(person, f"{key}-again.evidence")
    gathering.admit(stage, laptop)
    gathering.set_up(stage, [laptop])
    whole = hands.ask("export", lead.folder, STICK, "--full", "--for", laptop.id)["path"]
    hands.ask("merge", laptop.folder, whole)
    here = hands.ask("fingerprint", laptop.folder)["fingerprint"]
    assert here == hands.ask("fingerprint", lead.folder)["fingerprint"]
    written = hands.ask("list", laptop.folder, "--author", _stolen(stage).id, "--limit", "9999")
    assert len(written["records"]) > 1, "what its owner had handed over is back"


def thief_writes(stage: Stage) -> None:
    """See that a bundle sealed with the lost laptop's key is refused, and changes nothing."""
    hands, lead, lost = stage.hands, stage.lead, _stolen(stage)
    hands.saying("A bundle comes that was sealed with the lost laptop's key. It is refused.")
    before = hands.ask("fingerprint", lead.folder)["fingerprint"]
    there = stage.folder / STOLEN / lost.folder
    there.rename(stage.folder / lost.folder)
    made = hands.ask("export", lost.folder, STICK)["path"]
    shutil.rmtree(stage.folder / lost.folder)
    refused = hands.ask("merge", lead.folder, made, expect=4)
    assert refused["error"]["code"] == "bundle.revoked", refused
    hands.ask("verify", made, "--workspace", lead.folder, expect=4)
    assert hands.ask("fingerprint", lead.folder)["fingerprint"] == before
    (stage.folder / made).unlink()
    stage.stolen = None


def _stolen(stage: Stage) -> Laptop:
    if stage.stolen is None:
        why = "No laptop was lost."
        raise AssertionError(why)
    return stage.stolen
