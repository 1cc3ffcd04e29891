"""What kind of source a piece of evidence is, for comparing one source with another."""

from collections.abc import Mapping
from types import MappingProxyType

from evidencekit.canonical import Json
from evidencekit.records.kinds import KINDS
from evidencekit.records.vocabularies.evidence import EVIDENCE_TYPES

_OF_VOICE: Mapping[str, str] = MappingProxyType(
    {
        "child": "childs-voice",
        "care-leaver": "childs-voice",
        "parent": "parents-voice",
        "carer": "parents-voice",
        "other-family": "parents-voice",
        "foster-carer": "foster-carer",
        "adopter": "foster-carer",
    }
)

_OF_OBSERVATION: Mapping[str, str] = MappingProxyType(
    {
        "visit": "visit-observed",
        "shadowing": "shadowing",
        "duty-desk": "duty-observed",
        "emergency-department": "duty-observed",
        "setting-walk": "visit-observed",
    }
)


def source_type_of(kind: str, fields: Mapping[str, Json]) -> str:
    """Give the key of the kind of evidence; "" for a record that is not a source of its own.

    A score is evidence of a view and rests on other records: counting it as a source would let
    an inspector corroborate a finding with the same inspector's grade.
    """
    declared = KINDS.get(kind)
    if declared is None or not declared.is_evidence:
        return ""
    if declared.source_type:
        return declared.source_type
    if kind == "observation":
        return _OF_OBSERVATION.get(_text(fields, "what"), "meeting-observed")
    if kind == "voice":
        return _OF_VOICE.get(_text(fields, "who"), "")
    return _text(fields, "source_type") if declared.field("source_type") else ""


def method_of(source_type: str) -> str:
    """Give the method behind a kind of evidence: observation, staff, documents and so on."""
    word = EVIDENCE_TYPES.word(source_type)
    return word.group if word else ""


def _text(fields: Mapping[str, Json], key: str) -> str:
    answer = fields.get(key)
    return answer if isinstance(answer, str) else ""
