"""What a record points at: other records, areas and files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from evidencekit.canonical import Json
from evidencekit.ids import AttachmentId, RecordId
from evidencekit.records.fields import FieldKind
from evidencekit.records.places import LINKS, answers, places, rows_of

_FILES = frozenset({FieldKind.ATTACHMENTS})

Fields = Mapping[str, Json]


class AreaLink(NamedTuple):
    """What one record, or one line of it, says about one area."""

    area: str
    polarity: str = ""
    weight: str = ""
    note: str = ""
    line: str = ""  # the line's own key, when one line of an observation says it


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRef:
    """A file that a record names by the digest of its bytes."""

    digest: AttachmentId
    name: str
    size: int
    media_type: str


def record_links(kind: str, fields: Fields) -> list[tuple[str, RecordId]]:
    """Give (field, record) for each record this one points at, in form order, each once."""
    found: dict[tuple[str, RecordId], None] = {}
    for place in places(kind, LINKS):
        for answer in answers(fields, place):
            for target in _ids(answer):
                found[place.path, RecordId(target)] = None
    return list(found)


def area_links(kind: str, fields: Fields) -> list[AreaLink]:
    """Give what a record says about which areas, its lines included.

    An area on a line adds a link with what that line shows, unless the record itself says more
    about that area: then the record's own word stands alone and the area is not counted twice.
    """
    links = [_area_link(row) for row in rows_of(fields.get("areas")) if _text(row, "area")]
    if kind == "score" and (area := _text(fields, "area")):
        return [AreaLink(area), *links]
    told = {link.area for link in links}
    links.extend(link for link in _line_links(fields) if link.area not in told)
    return links


def attachments_of(kind: str, fields: Fields) -> list[AttachmentRef]:
    """Give the files a record names."""
    found: list[AttachmentRef] = []
    for place in places(kind, _FILES):
        for answer in answers(fields, place):
            found.extend(_attachment(row) for row in rows_of(answer) if _text(row, "digest"))
    return found


def _ids(answer: Json) -> Iterator[str]:
    if isinstance(answer, str):
        if answer:
            yield answer
    elif isinstance(answer, list | tuple):
        yield from (each for each in answer if isinstance(each, str) and each)


def _area_link(row: Fields) -> AreaLink:
    return AreaLink(
        _text(row, "area"), _text(row, "polarity"), _text(row, "weight"), _text(row, "note")
    )


def _line_links(fields: Fields) -> Iterator[AreaLink]:
    for row in rows_of(fields.get("lines")):
        for area in _ids(row.get("areas")):
            yield AreaLink(
                area, _text(row, "polarity"), _text(row, "weight"), line=_text(row, "key")
            )


def _attachment(row: Fields) -> AttachmentRef:
    size = row.get("size")
    return AttachmentRef(
        digest=AttachmentId(_text(row, "digest")),
        name=_text(row, "name"),
        size=size if isinstance(size, int) else 0,
        media_type=_text(row, "type"),
    )


def _text(row: Fields, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""
