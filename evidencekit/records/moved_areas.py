"""Read records whose framework has since given an area another id; what is stored never changes."""

from collections.abc import Mapping

from evidencekit.canonical import Json

Moved = Mapping[str, str]  # the id in an earlier version, and the id of the same text today

_ROWS = ("areas", "lines", "enquiries")


def with_areas(fields: Mapping[str, Json], moved: Moved) -> Mapping[str, Json]:
    """Give the fields with their areas under the ids of today."""
    if not moved:
        return fields
    read: dict[str, Json] = dict(fields)
    area = read.get("area")
    if isinstance(area, str):
        read["area"] = moved.get(area, area)
    for key in _ROWS:
        rows = read.get(key)
        if isinstance(rows, list | tuple):
            read[key] = [_row(row, moved) for row in rows]
    return read


def _row(row: Json, moved: Moved) -> Json:
    if not isinstance(row, Mapping):
        return row
    read: dict[str, Json] = dict(row)
    area, several = row.get("area"), row.get("areas")
    if isinstance(area, str):
        read["area"] = moved.get(area, area)
    if isinstance(several, list | tuple):
        read["areas"] = [moved.get(one, one) if isinstance(one, str) else one for one in several]
    return read
