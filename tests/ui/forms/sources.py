"""Words, choices and one field of every kind, for the form tests."""

from collections.abc import Sequence
from datetime import date

from evidencekit.canonical import Json
from evidencekit.records.fields import Field, FieldKind
from ui.forms.control import Sources

WORDS = {
    "few": (("seen", "Seen"), ("heard", "Heard")),
    "many": tuple((f"w{n}", f"Word {n}") for n in range(9)),
}
CASES = (("r1", "Child A"), ("r2", "Child B"), ("r3", "Child C"))


def words(name: str) -> Sequence[tuple[str, str]]:
    return WORDS[name]


def choices(_field: Field) -> Sequence[tuple[str, str]]:
    return CASES


SOURCES = Sources(words, choices, lambda: date(2012, 11, 19))

_COLUMNS = (
    Field(key="area", label="Area", kind=FieldKind.TEXT),
    Field(key="weight", label="Weight", kind=FieldKind.CHOICE, words="few"),
)
FILE: dict[str, Json] = {"digest": "ab12", "name": "plan.pdf", "size": 2_400_000, "type": "pdf"}

# Every kind, and answers that it must give back as they were.
ANSWERS: dict[FieldKind, tuple[Json, ...]] = {
    FieldKind.TEXT: ("By video",),
    FieldKind.LONG_TEXT: ("The baby was asleep.\n\nNobody was in.", "  indented"),
    FieldKind.DATE: ("2012-11-19", "2012-02-29"),
    FieldKind.ABOUT_DATE: (
        {"date": "2012-11-19", "precision": "exact"},
        {"date": "2012-11", "precision": "month"},
        {"date": "2012", "precision": "approx"},
    ),
    FieldKind.TIME: ("09:30", "00:05"),
    FieldKind.MOMENT: ("2012-11-19T10:30",),
    FieldKind.NUMBER: (0, 12, -3),
    FieldKind.YES_NO: ("yes", "unclear"),
    FieldKind.CHOICE: ("heard", "a word of an older pack"),
    FieldKind.CHOICES: (["seen", "heard"], ["heard", "a word of an older pack"]),
    FieldKind.RECORD: ("r2", "a record not here yet"),
    FieldKind.RECORDS: (["r3", "r1"],),
    FieldKind.MEMBER: ("r1",),
    FieldKind.MEMBERS: (["r1"],),
    FieldKind.REVISION: ("r3",),
    FieldKind.ROWS: ([{"area": "E4", "weight": "seen"}, {"area": "E5"}],),
    FieldKind.GROUP: ({"area": "E4", "weight": "heard"},),
    FieldKind.ATTACHMENTS: ([FILE],),
}


def field_of(kind: FieldKind, **more: str) -> Field:
    return Field(
        key=f"my_{kind.value}".replace("-", "_"),
        label=f"My {kind.value}",
        kind=kind,
        help="Say it plainly.",
        words=more.get("words", "few" if kind in {FieldKind.CHOICE, FieldKind.CHOICES} else ""),
        columns=_COLUMNS if kind in {FieldKind.ROWS, FieldKind.GROUP} else (),
    )


EVERY_FIELD = tuple(field_of(kind) for kind in FieldKind)
EVERY_ANSWER = {field_of(kind).key: answers[0] for kind, answers in ANSWERS.items()}
