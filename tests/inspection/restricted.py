"""What few may see: a concern with an identity, the case key, papers that may not be copied."""

import io
from pathlib import Path

from PIL import Image

from tests.inspection.plan import date_of
from tests.inspection.stage import Stage

SURNAME, STREET, NUMBER, NAME = "Featherstonehaugh", "Larch Row", "CSC-778812", "Pennyfeather"
SECRETS = (SURNAME, STREET, NUMBER, NAME)
PICTURE, COPY = "plan.png", "copied.png"
WHY = ("--why", "right-record", "--reason", "Day 1, the file room")


def keep_restricted(stage: Stage) -> None:
    """Let an inspector raise a concern, the lead keep a case key, the deputy add a file."""
    stage.secrets = SECRETS
    _concern(stage)
    _case_key(stage)
    _attachment(stage)
    _closed_meeting(stage)


def _concern(stage: Stage) -> None:
    hands, day = stage.hands, date_of(1)
    laptop = stage.here(1)[-1]
    hands.saying("An inspector raises a concern; an identity may stand there and nowhere else.")
    stage.records["concern"] = stage.write_line(laptop, "concern", {
        "raised_at": f"{day}T14:05", "case": stage.records["SH-04"],
        "identity": f"The family {SURNAME} of 12 {STREET}.", "concern_kind": "not-acted-on",
        "nature": "A child was at home with an adult whom the plan keeps away.",
        "immediate": "no", "lead_told": stage.lead.id, "lead_told_at": f"{day}T14:08",
        "told": [{"agency": "childrens-social-care", "role": "team-manager", "how": "telephone",
                  "at": f"{day}T14:20", "by": laptop.id}],
        "satisfied": "yes", "response": "A worker went the same afternoon.", "state": "closed",
        "closed_at": f"{day}T16:30", "closed_by": laptop.id, "outcome": "Seen and safe.",
    })  # fmt: skip


def _case_key(stage: Stage) -> None:
    hands, lead = stage.hands, stage.lead
    hands.saying("Who a reference is stands in the case key, which opens with a reason.")
    hands.do("case-key", lead.folder, "set", "SH-04", "--agency", "childrens-social-care",
             "--purpose", "To ask for the right record", "--until", "2013-03-31",
             stdin=f"{NUMBER}\n{NAME}\n")  # fmt: skip
    hands.do("case-key", lead.folder, "show", "SH-04", *WHY, tells=NUMBER)
    hands.do("case-key", lead.folder, "show", "SH-04", expect=2)


def _attachment(stage: Stage) -> None:
    """Add a picture, whose metadata is left out, to a document that may be copied."""
    hands, deputy = stage.hands, stage.here(1)[0]
    hands.saying("A picture is added to a document; where it was taken is left out.")
    picture = io.BytesIO()
    Image.new("RGB", (32, 24), "navy").save(picture, "PNG")
    (stage.folder / PICTURE).write_bytes(picture.getvalue())
    record = stage.write_line(deputy, "document", {
        "title": "Plan on a wall", "document_type": "policy", "agency": "police",
        "started": f"{date_of(1)}T14:30", "handling": "copy-kept", "says": "A flow of contacts.",
    })  # fmt: skip
    hands.ask("attach", deputy.folder, record, PICTURE, "--reason", "The wall plan, as seen.")
    (stage.folder / PICTURE).unlink()
    stage.records["with-file"] = record


def _closed_meeting(stage: Stage) -> None:
    """Write about a MARAC; its papers may be looked at, and a copy is refused."""
    hands, laptop = stage.hands, stage.here(1)[0]
    at = f"{date_of(1)}T15:00"
    record = stage.write_line(laptop, "observation", {
        "what": "marac", "title": "MARAC of the month", "started": at,
        "ended": f"{date_of(1)}T15:30", "source_roles": ["chair"], "impact": "Three were heard.",
        "consent": {"status": "given", "given_by": ["chair"], "how": "spoken", "at": at},
        "areas": [{"area": "E12", "polarity": "mixed", "weight": "some"}],
    })  # fmt: skip
    paper = stage.folder / PICTURE
    paper.write_bytes(b"%PDF-1.4 not to be copied")
    refused = hands.ask("attach", laptop.folder, record, PICTURE, "--reason", "Kept.", expect=4)
    assert refused["error"]["code"].startswith("attach."), refused
    paper.unlink()


def copy_out(stage: Stage) -> None:
    """Write the picture out of the lead's base, log it, and destroy the case key."""
    hands, lead = stage.hands, stage.lead
    hands.saying("A plain copy of the picture is written down; the case key is destroyed.")
    hands.ask("copy-out", lead.folder, stage.records["with-file"], PICTURE, COPY)
    copied = Path(stage.folder / COPY)
    assert Image.open(io.BytesIO(copied.read_bytes())).size == (32, 24)
    copied.unlink()
    hands.do("log", lead.folder, tells="cop")
    hands.do("case-key", lead.folder, "destroy", *WHY, tells="destroyed")
