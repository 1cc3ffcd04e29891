"""The tables that are the same for every kind: records, people, places, bundles, the framework."""

from evidencekit.report.dataset.days import Dates, moment_columns
from evidencekit.report.dataset.questions import PERSON, PLACE
from evidencekit.report.dataset.tables import Column, Form, Table

KINDS, ACCEPTED, BUNDLES, STAYED = "kinds", "acceptance", "bundle-kinds", "stays"


def _text(name: str, means: str, *, codes: str = "", filled: bool = False) -> Column:
    return Column(name=name, form=Form.TEXT, means=means, codes=codes, filled=filled)


def _whole(name: str, means: str, *, filled: bool = False) -> Column:
    return Column(name=name, form=Form.WHOLE, means=means, filled=filled)


def _truth(name: str, means: str, *, filled: bool = False) -> Column:
    return Column(name=name, form=Form.TRUTH, means=means, filled=filled)


def _leads(name: str, means: str, to: tuple[str, str]) -> Column:
    return Column(name=name, form=Form.TEXT, means=means, leads_to=to)


PERSON_TABLE = Table(
    name="person",
    means="The members of the team, by pseudonym.",
    columns=(
        _text("person_id", "The pseudonym; the same in every publication of this base.",
              filled=True),
        _text("inspectorate", "The inspectorate; empty for somebody not on the roster.",
              codes="pack.inspectorates"),
        _text("role", "The part in the team; empty for somebody not on the roster.",
              codes="member-roles"),
    ),
    key=("person_id",),
)  # fmt: skip

PLACE_TABLE = Table(
    name="place",
    means="Authorities, forces, health bodies and offices, by pseudonym. Names stay behind.",
    columns=(
        _text("place_id", "The pseudonym of the name as it was written.", filled=True),
        _truth("is_inspected", "Whether this is the area that was inspected.", filled=True),
    ),
    key=("place_id",),
)

FRAMEWORK_TABLE = Table(
    name="framework",
    means="The framework the inspection was made under.",
    columns=(
        _text("framework_id", "Its id.", filled=True),
        _whole("version", "Its version.", filled=True),
        _text("title", "Its title.", filled=True),
        _text("short_title", "Its short title."),
        _whole("year", "The year it belongs to.", filled=True),
        _text("status", "How far it came.", codes="framework-states"),
        _text("source", "Where it is published."),
        _text("sha256", "The SHA-256 of its content: the same content, the same framework.",
              filled=True),
    ),
    key=("framework_id",),
)  # fmt: skip

AREA_TABLE = Table(
    name="area",
    means="The evaluation areas of the framework, with the paragraph each comes from.",
    columns=(
        _text("area_id", "Its id; not-listed stands for an area of another version.", filled=True),
        _leads("framework_id", "The framework.", ("framework", "framework_id")),
        _text("kind", "Evaluated together or by one inspectorate.", codes="area-kinds"),
        _whole("number", "Its number."),
        _text("label", "Its short name.", filled=True),
        _text("text", "What the framework says."),
        _text("paragraph", "The paragraph that says it."),
        _text("owner", "The inspectorate whose criteria it is, where the source says so.",
              codes="pack.inspectorates"),
    ),
    key=("area_id",),
)  # fmt: skip

CODE_TABLE = Table(
    name="code",
    means="Every coded value, with its words. Column list says which list; see the dictionary.",
    columns=(
        _text("list", "The list.", filled=True),
        _text("code", "The value as it stands in the columns.", filled=True),
        _text("label", "Its words.", filled=True),
        _text("note", "What to know about it."),
    ),
    key=("list", "code"),
)


def publication_table() -> Table:
    """Give the table that tells of this publication itself, in one row."""
    return Table(
        name="publication",
        means="What this is, in one row.",
        columns=(
            _text("publication_id", "The state of the base: the same state, the same pseudonym.",
                  filled=True),
            _whole("layout", "The version of these tables.", filled=True),
            _text("dates", "numbers: counted in days; shifted: moved by weeks.", codes="dates",
                  filled=True),
            _leads("framework_id", "The framework.", ("framework", "framework_id")),
            _leads("area_place_id", "The area that was inspected.", PLACE),
            _text("area_name", "Its name, where whoever published chose to tell it."),
            _whole("records", "The records that went out.", filled=True),
        ),
        key=("publication_id",),
    )  # fmt: skip


STAYED_TABLE = Table(
    name="stayed_behind",
    means="How many records stay behind, and why. Fewer than 5 are not counted out.",
    columns=(
        _text("why", "Why they stay.", codes=STAYED, filled=True),
        _whole("records", "How many; empty when they are 1 to 4."),
    ),
    key=("why",),
)


def record_table(dates: Dates) -> Table:
    """Give the table of all records, which every other table of records leads to."""
    return Table(
        name="record",
        means="Every record that went out. The row withheld stands for any that stays behind.",
        columns=(
            _text("record_id", "The pseudonym; the same in every publication of this base.",
                  filled=True),
            _text("kind", "The kind of record, and the table that holds its answers.", codes=KINDS),
            _leads("author_person_id", "Who began it.", PERSON),
            *moment_columns("happened", "When it happened. Empty for journey events.", dates),
            *moment_columns("written", "When this version was written.", dates),
            _text("provenance", "How long after the event it was written.", codes="provenance"),
            _text("state", "Whether it was submitted.", codes="states"),
            _text("accepted", "What the lead decided of it; empty when nothing was decided.",
                  codes=ACCEPTED),
            _text("marking", "Its marking.", codes="markings"),
            _truth("is_disputed", "Whether two versions stand; one of them is told."),
            _whole("versions", "How many versions of it there are."),
        ),
        key=("record_id",),
    )  # fmt: skip


def bundle_table(dates: Dates) -> Table:
    """Give the table of the bundles that were joined."""
    return Table(
        name="bundle",
        means="The bundles that were joined into this base: who sent them, and how much came.",
        columns=(
            _text("bundle_id", "The pseudonym of the bundle.", filled=True),
            _leads("sender_person_id", "Who sent it.", PERSON),
            _whole("number", "The sender's number of it."),
            _text("kind", "What it was for.", codes=BUNDLES),
            *moment_columns("received", "When it was joined.", dates),
            _whole("versions", "How many versions of records it brought."),
        ),
        key=("bundle_id",),
    )


# What a database has to hold first, before what leads to it.
FIRST = ("framework", "area", "code", "person", "place", "publication", "stayed_behind", "bundle",
         "record")  # fmt: skip
