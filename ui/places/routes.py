"""Which place a kind of record is at home in, and how an unfinished form is opened again."""

from evidencekit.canonical import Json
from evidencekit.operations.drafting import Unsaved
from ui.places.concern import KIND as CONCERN, raise_concern
from ui.places.doors import begin_record, edit_record
from ui.places.kept_reason import KIND as REASON
from ui.places.new_observation import NewObservation
from ui.places.ways import way_from
from ui.places.workplace import Workplace

_HOMES = {
    "observation": "Observations",
    "voice": "Observations",
    "judgement": "Evaluation",
    "score": "Evaluation",
    "claim": "Evaluation",
    "contradiction": "Evaluation",
    "task": "Evaluation",
    "journey-event": "Journey",
    "finding": "Findings",
    "team-meeting": "Findings",
    "moderation": "Findings",
    "report-section": "Findings",
    "report-version": "Findings",
    "accuracy-point": "Findings",
    "feedback": "Findings",
    "snapshot": "Findings",
    "member": "Team",
    "deployment": "Team",
    "inspection": "Team",
    "legal-hold": "Team",
    "disclosure": "Findings",
    "redaction": "Findings",
    "concern": "Today",
    "query": "Today",
    "answer": "Today",
}


_TODAY = "Today"


def place_of(kind: str) -> str:
    """Give the name of the place where a kind of record is read and written."""
    return _HOMES.get(kind, "Cases")


def start_notes(workplace: Workplace) -> None:
    """Begin a new observation, from anywhere."""
    if not isinstance(workplace.window.page, NewObservation):
        workplace.go("Observations")
        workplace.open_page(NewObservation(workplace))


def carry_on(workplace: Workplace, record: str, kind: str) -> None:
    """Open one's own record for writing, in the place where it is at home."""
    workplace.go(place_of(kind))
    edit_record(workplace, record, kind)


def resume(workplace: Workplace, unsaved: Unsaved) -> None:
    """Open the form again that holds what was typed and not saved."""
    way, is_reason = way_from(unsaved.beside.get("way")), unsaved.kind == REASON
    if way is not None or is_reason:
        home = str(unsaved.content.get("place", "")) if is_reason else place_of(unsaved.kind)
        workplace.go(home if home in workplace.window.side.names else _TODAY)
        if way is not None:  # else the place itself asks again
            way(workplace)
        return
    if unsaved.record:
        carry_on(workplace, unsaved.record, unsaved.kind)
        return
    workplace.go(place_of(unsaved.kind))
    if unsaved.kind == CONCERN:
        raise_concern(workplace)
    else:
        begin_record(workplace, unsaved.kind, _given(unsaved))


def _given(unsaved: Unsaved) -> dict[str, Json]:
    """Read from a new form's name what it was begun with: "new:KIND:CASE or AREA"."""
    if unsaved.kind == "score":  # an area, and perhaps a case
        return {key: unsaved.content[key] for key in ("area", "case") if key in unsaved.content}
    form = unsaved.form
    about = form.split(":", 2)[2] if form.count(":") > 1 else ""
    if not about:
        return {}
    return {"case": about} if "-" in about else {"area": about}
