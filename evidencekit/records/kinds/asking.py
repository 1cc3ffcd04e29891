"""Short spellings for declaring fields, so that a kind reads like the form it becomes."""

from typing import TypedDict, Unpack

from evidencekit.records.fields import Field, FieldKind


class More(TypedDict, total=False):
    """What may be said of any field besides key, label and help."""

    required: bool
    source: str
    identity: bool
    verbatim: bool
    by_app: bool


def line(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for one line of text."""
    return Field(key=key, label=label, kind=FieldKind.TEXT, help=hint, **more)


def suggested(key: str, label: str, words: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for one line of text, and offer words for it that need not be taken."""
    return Field(key=key, label=label, kind=FieldKind.TEXT, words=words, help=hint, **more)


def prose(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for text with paragraphs."""
    return Field(key=key, label=label, kind=FieldKind.LONG_TEXT, help=hint, **more)


def day(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for a date."""
    return Field(key=key, label=label, kind=FieldKind.DATE, help=hint, **more)


def about_day(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for a date that may be known only to the month or year."""
    return Field(key=key, label=label, kind=FieldKind.ABOUT_DATE, help=hint, **more)


def time_of_day(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for a time of the day."""
    return Field(key=key, label=label, kind=FieldKind.TIME, help=hint, **more)


def moment(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for a date and time."""
    return Field(key=key, label=label, kind=FieldKind.MOMENT, help=hint, **more)


def number(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for a whole number."""
    return Field(key=key, label=label, kind=FieldKind.NUMBER, help=hint, **more)


def yes_no(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask yes, no or unclear."""
    return Field(key=key, label=label, kind=FieldKind.YES_NO, words="yes-no", help=hint, **more)


def choice(key: str, label: str, words: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for one word of a vocabulary."""
    return Field(key=key, label=label, kind=FieldKind.CHOICE, words=words, help=hint, **more)


def choices(key: str, label: str, words: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for any words of a vocabulary."""
    return Field(key=key, label=label, kind=FieldKind.CHOICES, words=words, help=hint, **more)


def record(
    key: str, label: str, of: tuple[str, ...], hint: str, **more: Unpack[More]
) -> Field:  # fmt: skip
    """Ask for one record."""
    return Field(key=key, label=label, kind=FieldKind.RECORD, of_kinds=of, help=hint, **more)


def records(
    key: str, label: str, of: tuple[str, ...], hint: str, **more: Unpack[More]
) -> Field:  # fmt: skip
    """Ask for any number of records."""
    return Field(key=key, label=label, kind=FieldKind.RECORDS, of_kinds=of, help=hint, **more)


def member(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for one member of the team."""
    return Field(key=key, label=label, kind=FieldKind.MEMBER, help=hint, **more)


def members(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for any members of the team."""
    return Field(key=key, label=label, kind=FieldKind.MEMBERS, help=hint, **more)


def revision(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for one version of a record."""
    return Field(key=key, label=label, kind=FieldKind.REVISION, help=hint, **more)


def rows(
    key: str, label: str, columns: tuple[Field, ...], hint: str, **more: Unpack[More]
) -> Field:  # fmt: skip
    """Ask for a table, one row a thing."""
    return Field(key=key, label=label, kind=FieldKind.ROWS, columns=columns, help=hint, **more)


def group(
    key: str, label: str, columns: tuple[Field, ...], hint: str, **more: Unpack[More]
) -> Field:  # fmt: skip
    """Ask a few questions that belong together."""
    return Field(key=key, label=label, kind=FieldKind.GROUP, columns=columns, help=hint, **more)


def attachments(key: str, label: str, hint: str, **more: Unpack[More]) -> Field:
    """Ask for files."""
    return Field(key=key, label=label, kind=FieldKind.ATTACHMENTS, help=hint, **more)
