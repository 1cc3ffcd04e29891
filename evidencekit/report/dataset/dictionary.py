"""The data dictionary: as a table, as a page to read, and as a Frictionless data package."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from evidencekit.canonical import Json
from evidencekit.report.dataset.scripts import said
from evidencekit.report.dataset.tables import Column, Form, Lead, Table

HEADERS = (
    "table", "position", "column", "form", "in_key", "never_empty", "leads_to", "codes", "means",
)  # fmt: skip

_EMPTY = "Empty: the question was asked of this kind of record and nobody answered it."
_FRICTIONLESS = MappingProxyType(
    {
        Form.TEXT: "string", Form.WHOLE: "integer", Form.TRUTH: "boolean", Form.DAY: "date",
        Form.INSTANT: "datetime",
    }
)  # fmt: skip


def as_csv(tables: Sequence[Table]) -> bytes:
    """Give a row for each column of each table."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADERS)
    for table in tables:
        for place, column in enumerate(table.columns, 1):
            writer.writerow(
                (
                    table.name, place, column.name, column.form.value,
                    _yes(column.name in table.key), _yes(column.filled), _leads(column),
                    column.codes, column.means,
                )
            )  # fmt: skip
    return out.getvalue().encode()


def as_page(tables: Sequence[Table], rows: Mapping[str, int]) -> str:
    """Give the dictionary to read, in Markdown."""
    parts = ["# Data dictionary", "", _EMPTY, "A question a kind does not ask has no column.", ""]
    for table in tables:
        parts += [f"## {table.name}", "", f"{table.means} Rows: {rows[table.name]}.", ""]
        parts += ["| column | form | means |", "|---|---|---|", *map(_line, table.columns), ""]
    return "\n".join(parts)


def as_package(tables: Sequence[Table], about: Mapping[str, Json]) -> bytes:
    """Give datapackage.json: what tools that read data packages ask for."""
    package: dict[str, Json] = {
        **about, "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables],
    }  # fmt: skip
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: Table) -> dict[str, Json]:
    return {
        "name": table.name.replace("_", "-"), "path": f"csv/{table.name}.csv",
        "profile": "tabular-data-resource", "description": table.means, "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_key(lead) for lead in table.leads],
            "missingValues": [""],
        },
    }  # fmt: skip


def _field(column: Column) -> dict[str, Json]:
    made: dict[str, Json] = {
        "name": column.name, "type": _FRICTIONLESS[column.form], "description": said(column),
    }  # fmt: skip
    return made | ({"constraints": {"required": True}} if column.filled else {})


def _key(lead: Lead) -> dict[str, Json]:
    return {
        "fields": list(lead.here),
        "reference": {"resource": lead.table.replace("_", "-"), "fields": list(lead.there)},
    }


def _line(column: Column) -> str:
    leads = f" Leads to {_leads(column)}." if column.leads_to[0] else ""
    return f"| `{column.name}` | {column.form.value} | {said(column)}{leads} |".replace("\n", " ")


def _leads(column: Column) -> str:
    return ".".join(part for part in column.leads_to if part)


def _yes(truth: bool) -> str:  # noqa: FBT001 - a cell
    return "yes" if truth else "no"
