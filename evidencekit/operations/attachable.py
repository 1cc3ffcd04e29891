"""Where a file may be added: by the kind of record, by the meeting, by what may be done with it."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.checks.meetings import may_only_be_viewed
from evidencekit.errors.attaching import HandlingFirst, NoPlaceForFiles, ViewOnlyPapers
from evidencekit.errors.base import Planned
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import attachments_of

_MAY_BE_COPIED = "copy-kept"


def place_for_files(kind: str) -> str:
    """Give the key of the question that files answer in this kind of record, or nothing."""
    asked = KINDS[kind].fields if kind in KINDS else ()
    return next((each.key for each in asked if each.kind is FieldKind.ATTACHMENTS), "")


def why_not(pack: FrameworkPack, kind: str, fields: Mapping[str, Json]) -> Planned | None:
    """Give the refusal that adding a file here would meet; None where files may be added."""
    if may_only_be_viewed(pack, kind, fields):
        return ViewOnlyPapers()
    if not place_for_files(kind):
        return NoPlaceForFiles(kind=KINDS[kind].label if kind in KINDS else kind)
    is_open = KINDS[kind].field("handling") is not None and not fields.get("handling")
    return HandlingFirst() if is_open else None


def check_may_add(pack: FrameworkPack, kind: str, fields: Mapping[str, Json]) -> None:
    """Raise why a file may not be added to a record with these answers."""
    refusal = why_not(pack, kind, fields)
    if refusal is not None:
        raise refusal


def check_files(pack: FrameworkPack, kind: str, fields: Mapping[str, Json]) -> None:
    """Raise ViewOnlyPapers when a record names a file of papers that may only be viewed."""
    if may_only_be_viewed(pack, kind, fields) and attachments_of(kind, fields):
        raise ViewOnlyPapers
