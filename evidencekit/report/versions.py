"""What one version of a record says, read as leniently as the rest of the base is."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.errors import Damaged
from evidencekit.records.revision import Body, Revision, State
from evidencekit.records.upcast import upcast


def body_of(version: Revision) -> Body:
    """Give the content of a version; an erased or unreadable one gives an empty body."""
    try:
        return version.body
    except Damaged:
        return Body()


def fields_of(version: Revision) -> Mapping[str, Json]:
    """Give the answers of a version in today's shape."""
    return upcast(version.header.kind, body_of(version).fields)


def was_submitted(version: Revision) -> bool:
    """Tell whether a version was handed in; erasing it afterwards does not undo that."""
    return version.is_erased or body_of(version).state != State.DRAFT.value
