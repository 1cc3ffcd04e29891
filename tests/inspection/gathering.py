"""Gathering the team: workspaces, join cards and digits, set-up packs, a late joiner, a leaver."""

from evidencekit.ids import RecordId
from tests.inspection.stage import Laptop, Stage

STICK, PACKS = "stick", "packs"


def begin(stage: Stage) -> None:
    """Let everybody who is there from the start make a workspace and join."""
    hands, plan = stage.hands, stage.plan
    for folder in (STICK, PACKS, "out"):
        (stage.folder / folder).mkdir()
    hands.saying("The lead makes a workspace; the recovery code goes on paper.")
    stage.take_seat(plan.people[0])
    (inspection,) = hands.ask("list", stage.lead.folder, "--kind", "inspection")["records"]
    stage.records["inspection"] = RecordId(inspection["record"])
    stage.kinds["inspection"] = "inspection"
    late = set(plan.joins.values())
    hands.saying("Each inspector makes a workspace and gives the lead a join card.")
    for person in plan.people[1:]:
        if person.key not in late:
            stage.take_seat(person)
            admit(stage, stage.laptops[person.key])


def admit(stage: Stage, laptop: Laptop) -> None:
    """Let the lead admit somebody whose digits were read aloud; other digits are refused."""
    hands, card = stage.hands, f"{laptop.id}.card"
    made = hands.ask("join-card", laptop.folder, card)
    deputy = ("--deputy",) if laptop.person.role == "deputy" else ()
    if deputy:
        wrong = made["digits"][::-1]
        refused = hands.ask("admit", stage.lead.folder, card, "--digits", wrong, expect=4)
        assert refused["error"]["code"].startswith("trust."), refused
    hands.ask("admit", stage.lead.folder, card, "--digits", made["digits"], *deputy)
    (stage.folder / card).unlink()


def set_up(stage: Stage, laptops: list[Laptop]) -> None:
    """Write a set-up pack; each pins the lead by the digits heard."""
    hands, lead = stage.hands, stage.lead
    pack = hands.ask("export", lead.folder, STICK, "--set-up")["path"]
    lead.handed.append(pack)
    lead.digits = hands.ask("roster", lead.folder)["digits"]
    for laptop in laptops:
        hands.ask("pin", laptop.folder, pack, "--digits", lead.digits)


def let_go(stage: Stage, laptop: Laptop) -> None:
    """Let somebody leave: everything of theirs is held, and their key is trusted no more."""
    found = stage.hands.ask("completeness", stage.lead.folder)["authors"]
    (theirs,) = [each for each in found if each["member"] == laptop.id]
    assert theirs["whole"], theirs
    stage.hands.ask("revoke", stage.lead.folder, laptop.id)
    stage.waiting.pop(laptop.key, None)
