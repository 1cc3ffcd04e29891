"""Every kind and every question, read as an inspector reads them."""

from pathlib import Path

import pytest

from evidencekit.errors.records import UnknownKind
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.kinds import KINDS, kind_of
from evidencekit.records.words import PACK_VOCABULARIES, VOCABULARIES

ICONS = Path(__file__).parents[3] / "resources" / "icons"
ALL = list(KINDS.values())
CHOSEN = {FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.YES_NO}
JARGON = ("uuid", "json", "null", "boolean", "invalid", "please", "e.g.", "i.e.", "click")


def _key(kind: Kind) -> str:
    return kind.key


def _questions(kind: Kind) -> list[Field]:
    return [*kind.fields, *(column for field in kind.fields for column in field.columns)]


def test_the_kinds_come_in_the_order_a_person_expects() -> None:
    assert list(KINDS) == [
        "inspection", "member", "deployment", "case", "case-note", "journey-event", "observation",
        "voice", "document", "data-point", "claim", "score", "concern", "query", "answer",
        "task", "team-meeting", "moderation", "finding", "judgement", "contradiction", "decision",
        "report-section", "report-version", "feedback", "accuracy-point", "snapshot", "erasure",
        "legal-hold", "disclosure", "redaction",
    ]  # fmt: skip


def test_a_kind_that_is_not_there_is_refused_by_name() -> None:
    assert kind_of("voice") is KINDS["voice"]
    with pytest.raises(UnknownKind) as refusal:
        kind_of("memo")
    assert refusal.value.facts == {"kind": "memo"}


@pytest.mark.parametrize("kind", ALL, ids=_key)
def test_a_kind_has_a_label_a_plural_help_and_a_picture(kind: Kind) -> None:
    assert kind.label
    assert kind.plural != kind.label
    assert kind.help.endswith(".")
    assert (ICONS / f"{kind.icon}.svg").exists()


@pytest.mark.parametrize("kind", ALL, ids=_key)
def test_keys_are_plain_and_used_once(kind: Kind) -> None:
    for fields in (kind.fields, *(field.columns for field in kind.fields)):
        keys = [field.key for field in fields]
        assert len(set(keys)) == len(keys)
        assert all(key.isidentifier() and key.islower() for key in keys)


@pytest.mark.parametrize("kind", ALL, ids=_key)
def test_every_question_reads_well(kind: Kind) -> None:
    for field in _questions(kind):
        assert field.label[0].isupper(), field.key
        assert not field.label.endswith((".", ":")), field.key
        assert field.help.endswith("."), field.key
        assert field.help[0].isupper(), field.key
        assert not [word for word in JARGON if word in field.help.casefold()], field.key


@pytest.mark.parametrize("kind", ALL, ids=_key)
def test_words_to_choose_from_exist(kind: Kind) -> None:
    for field in _questions(kind):
        if field.kind is not FieldKind.TEXT:  # a line may offer words that need not be taken
            assert (field.kind in CHOSEN) is bool(field.words), field.key
        assert not field.words or field.words in (PACK_VOCABULARIES | set(VOCABULARIES)), field.key


@pytest.mark.parametrize("kind", ALL, ids=_key)
def test_tables_have_columns_and_links_name_kinds_there_are(kind: Kind) -> None:
    for field in _questions(kind):
        assert (field.kind in {FieldKind.ROWS, FieldKind.GROUP}) is bool(field.columns), field.key
        assert set(field.of_kinds) <= set(KINDS), field.key


@pytest.mark.parametrize("kind", ALL, ids=_key)
def test_a_title_is_made_from_answers_of_the_kind(kind: Kind) -> None:
    for key in kind.title_from:
        field = kind.field(key)
        assert field is not None
        assert field.kind in {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.CHOICE}
        assert not field.identity


def test_every_vocabulary_is_asked_for_somewhere_or_belongs_to_a_revision_or_a_pack() -> None:
    asked = {field.words for kind in ALL for field in _questions(kind)}
    elsewhere = {
        "date-precision", "provenance", "states", "markings",
        "inspectorates", "meeting-types", "sample-types", "journey-stages",
    }  # fmt: skip
    assert set(VOCABULARIES) - asked == elsewhere


def test_no_kind_asks_for_a_sum_an_average_or_a_suggestion() -> None:
    keys = {field.key for kind in ALL for field in _questions(kind)}
    assert not keys & {"average", "total", "mean", "suggested_grade", "points_score"}
