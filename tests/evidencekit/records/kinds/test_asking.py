"""Short spellings for declaring fields."""

from collections.abc import Callable

import pytest

from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.kinds import asking

PLAIN: dict[FieldKind, Callable[[str, str, str], Field]] = {
    FieldKind.TEXT: asking.line,
    FieldKind.LONG_TEXT: asking.prose,
    FieldKind.DATE: asking.day,
    FieldKind.ABOUT_DATE: asking.about_day,
    FieldKind.TIME: asking.time_of_day,
    FieldKind.MOMENT: asking.moment,
    FieldKind.NUMBER: asking.number,
    FieldKind.YES_NO: asking.yes_no,
    FieldKind.MEMBER: asking.member,
    FieldKind.MEMBERS: asking.members,
    FieldKind.REVISION: asking.revision,
    FieldKind.ATTACHMENTS: asking.attachments,
}


@pytest.mark.parametrize("kind", PLAIN)
def test_a_spelling_makes_its_kind_of_question(kind: FieldKind) -> None:
    field = PLAIN[kind]("key", "Label", "Help.")
    assert (field.kind, field.key, field.label, field.help) == (kind, "key", "Label", "Help.")
    assert not field.required


def test_choices_carry_their_words_and_records_their_kinds() -> None:
    assert asking.choice("k", "L", "polarity", "H.").words == "polarity"
    assert asking.choices("k", "L", "polarity", "H.").kind is FieldKind.CHOICES
    assert asking.record("k", "L", ("case",), "H.").of_kinds == ("case",)
    assert asking.records("k", "L", (), "H.").kind is FieldKind.RECORDS


def test_tables_and_groups_carry_their_columns() -> None:
    column = asking.line("c", "C", "H.")
    assert asking.rows("k", "L", (column,), "H.").columns == (column,)
    assert asking.group("k", "L", (column,), "H.").kind is FieldKind.GROUP


def test_more_may_be_said_of_any_question() -> None:
    field = asking.prose("k", "L", "H.", required=True, verbatim=True, source="120081 ¶47")
    assert field.required
    assert field.verbatim
    assert field.source == "120081 ¶47"
