"""From the kind of a question to the control that answers it; every kind is met."""

from functools import partial
from typing import assert_never

from evidencekit.records.fields import Field, FieldKind
from ui.forms.attachments import AttachmentsControl
from ui.forms.choosing import YES_NO, RadioControl, choice_control, choices_control
from ui.forms.control import Control, Sources
from ui.forms.dates import AboutDateControl, DateControl, MomentControl, TimeControl
from ui.forms.picking import PickControl, PickManyControl
from ui.forms.quick_rows import QuickRowsControl, is_quick
from ui.forms.rows import GroupControl, RowsControl
from ui.forms.texts import LongTextControl, NumberControl, TextControl


def make_control(field: Field, sources: Sources) -> Control:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """Make the control for a field."""
    make = partial(make_control, sources=sources)
    match field.kind:
        case FieldKind.TEXT:
            return TextControl(field)
        case FieldKind.LONG_TEXT:
            return LongTextControl(field)
        case FieldKind.NUMBER:
            return NumberControl(field)
        case FieldKind.DATE:
            return DateControl(field, sources)
        case FieldKind.ABOUT_DATE:
            return AboutDateControl(field, sources)
        case FieldKind.TIME:
            return TimeControl(field)
        case FieldKind.MOMENT:
            return MomentControl(field, sources)
        case FieldKind.YES_NO:
            return RadioControl(field, YES_NO)
        case FieldKind.CHOICE:
            return choice_control(field, sources.words(field.words))
        case FieldKind.CHOICES:
            return choices_control(field, sources.words(field.words))
        case FieldKind.RECORD | FieldKind.MEMBER | FieldKind.REVISION:
            return PickControl(field, sources.choices)
        case FieldKind.RECORDS | FieldKind.MEMBERS:
            return PickManyControl(field, sources.choices)
        case FieldKind.ROWS:
            is_short = is_quick(field)
            return QuickRowsControl(field, make, sources) if is_short else RowsControl(field, make)
        case FieldKind.GROUP:
            return GroupControl(field, make)
        case FieldKind.ATTACHMENTS:
            return AttachmentsControl(field)
        case never:
            assert_never(never)
