"""Which place a kind of record is at home in, and how an unfinished form is opened again."""

from evidencekit.canonical import Json
from evidencekit.operations.drafting import Unsaved
from ui.places.doors import begin_record, open_record
from ui.places.workplace import Workplace

_HOMES = {
    "observation": "Observations",
    "voice": "Observations",
    "judgement": "Evaluation",
    "score": "Evaluation",
    "claim": "Evaluation",
    "journey-event": "Journey",
    "finding": "Findings",
    "member": "Team",
    "deployment": "Team",
    "inspection": "Team",
    "concern": "Today",
    "query": "Today",
    "answer": "Today",
}
_LEADS = frozenset({"Findings"})


def place_of(kind: str, *, is_lead: bool = True) -> str:
    """Give the name of the place where a kind of record is read and written."""
    home = _HOMES.get(kind, "Cases")
    return home if is_lead or home not in _LEADS else "Today"


def resume(workplace: Workplace, unsaved: Unsaved) -> None:
    """Open the form again that holds what was typed and not saved."""
    workplace.go(place_of(unsaved.kind, is_lead=workplace.is_lead))
    if unsaved.record:
        open_record(workplace, unsaved.record, unsaved.kind)
    else:
        begin_record(workplace, unsaved.kind, _given(unsaved.form))


def _given(form: str) -> dict[str, Json]:
    """Read from a new form's name what it was begun with: "new:KIND:CASE or AREA"."""
    about = form.split(":", 2)[2] if form.count(":") > 1 else ""
    if not about:
        return {}
    return {"case": about} if "-" in about else {"area": about}
