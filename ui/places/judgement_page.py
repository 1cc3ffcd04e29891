"""A judgement as its form; the boxes for the reasons are the ones the framework asks for."""

from collections.abc import Mapping
from dataclasses import replace

from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.framework.items import SHARED
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.filling import Filling
from evidencekit.operations.findings_desk import judgement_words, no_judgements
from evidencekit.records.fields import Field, FieldKind, Kind
from ui.places.edit_record import EditRecord
from ui.places.workplace import Workplace

_RATIONALE = "rationale"


class JudgementPage(EditRecord):
    """A person makes it; nothing here counts towards a grade."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:
        super().__init__(workplace, "judgement", record, _begun_with(workplace.pack, given or {}))

    @override
    def _on_opened(self, found: Filling) -> None:
        pack = self._workplace.pack
        if why := no_judgements(pack):
            self.show_problem("There is no judgement to make.", why)
            return
        fields = {**(found.item.fields if found.item else {}), **self._given}
        super()._on_opened(replace(found, kind=asked_of(found.kind, pack, fields)))
        if found.item is not None:
            judgement = str(found.item.fields.get("judgement", ""))
            self.set_title(judgement_words(pack, judgement) or found.kind.label)


def _begun_with(pack: FrameworkPack, given: Mapping[str, Json]) -> dict[str, Json]:
    # A kept form is opened again by its name alone, which does not say what the name is of.
    named = given.get("judgement") or given.get("area")
    known = named if isinstance(named, str) and pack.judgement(named) else None
    rest = {key: value for key, value in given.items() if key not in {"judgement", "area"}}
    if known is None:
        return rest
    made = pack.judgement(known)
    owner = {"owner": made.owner} if made and made.owner != SHARED else {}
    return {**rest, **owner, "judgement": known}


def asked_of(kind: Kind, pack: FrameworkPack, fields: Mapping[str, Json]) -> Kind:
    """Give the form as the framework has this judgement: its reasons, a grade where it has one."""
    made = pack.judgement(str(fields.get("judgement", "")))
    left_out = set()
    if all(each.owner == SHARED for each in pack.judgements):
        left_out.add("owner")
    if not (pack.grades_of(made) if made else pack.grades):
        left_out.add("grade")
    elif pack.rationale:
        left_out.add("narrative")
    # What was written is never taken away: a form that hid it could not put it right.
    hidden = {key for key in left_out if not fields.get(key)}
    shown = tuple(each for each in kind.fields if each.key not in hidden)
    return with_reasons_of(replace(kind, fields=shown), pack)


def with_reasons_of(kind: Kind, pack: FrameworkPack) -> Kind:
    """Give the form with the parts of the reasons as the framework words them."""
    if not pack.rationale:
        return replace(kind, fields=tuple(f for f in kind.fields if f.key != _RATIONALE))
    columns = tuple(
        Field(
            key=part.id, label=part.label, kind=FieldKind.LONG_TEXT, help=part.prompt,
            source=pack.cited(part.source),
        )
        for part in pack.rationale
    )  # fmt: skip
    return replace(
        kind,
        fields=tuple(
            replace(f, columns=columns) if f.key == _RATIONALE else f for f in kind.fields
        ),
    )
