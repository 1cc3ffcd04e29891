"""Open a record on the page made for its kind, change it there, or begin a new one."""

from collections.abc import Callable, Mapping
from importlib import import_module

from evidencekit.canonical import Json
from ui.places.workplace import Workplace
from ui.widgets.page import Page

# Loaded when opened, by module and page: pages open one another, and a module that imported all
# of them would be imported by all of them.
_READ = {  # made from (workplace, record)
    "accuracy-point": ("report_point", "PointPage"),
    "case": ("case", "CasePage"),
    "disclosure": ("disclosure_page", "DisclosurePage"),
    "moderation": ("moderation_page", "ModerationPage"),
    "query": ("question_page", "QuestionPage"),
    "report-version": ("report_version", "VersionPage"),
    "snapshot": ("report_snapshot", "SnapshotPage"),
}
_READ_ANY = ("record_page", "RecordPage")
_WRITE = {  # made from (workplace, record, answers already known)
    "accuracy-point": ("report_register", "begin_point"),
    "case": ("case_form", "CaseForm"),
    "case-note": ("case_note", "CaseNote"),
    "disclosure": ("disclosure_form", "DisclosureForm"),
    "judgement": ("judgement_page", "JudgementPage"),
    "report-section": ("report_writing", "WriteReport"),
    "report-version": ("report_register", "begin_version"),
    "score": ("score", "ScorePage"),
    "snapshot": ("report_register", "begin_snapshot"),
    "team-meeting": ("team_meeting", "TeamMeeting"),
}
_WRITE_ANY = ("guided_form", "GuidedForm")


def open_record(workplace: Workplace, record: str, kind: str) -> None:
    """Open a record to read from the place in front; Esc leads back."""
    workplace.open_page(_page(_READ.get(kind, _READ_ANY))(workplace, record))


def edit_record(workplace: Workplace, record: str, kind: str) -> None:
    """Open a record to write; an observation where it is caught."""
    if kind == "observation":
        _page(("capture", "open_capture"))(workplace, record)
    else:
        workplace.open_page(_form(workplace, kind, record, {}))


def begin_record(workplace: Workplace, kind: str, given: Mapping[str, Json]) -> None:
    """Begin a new record with the answers that are already known."""
    if kind == "observation":
        case = given.get("case") or None
        workplace.open_page(_page(("new_observation", "NewObservation"))(workplace, case))
    else:
        workplace.open_page(_form(workplace, kind, "", given))


def _form(workplace: Workplace, kind: str, record: str, given: Mapping[str, Json]) -> Page:
    if kind in _WRITE:
        return _page(_WRITE[kind])(workplace, record, given)
    return _page(_WRITE_ANY)(workplace, kind, record, given)


def _page(named: tuple[str, str]) -> Callable[..., Page]:
    module, name = named
    made: Callable[..., Page] = getattr(import_module(f"ui.places.{module}"), name)
    return made
