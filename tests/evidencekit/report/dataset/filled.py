"""A publication with every question of every kind answered once and left empty once, no store."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from evidencekit.analysis.snapshot import BundleRow, Person
from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Body, Header, Revision
from evidencekit.records.words import VOCABULARIES, is_pack_words
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.pseudonyms import KEY_BYTES, Pseudonyms
from evidencekit.report.dataset.rows import Going
from evidencekit.report.dataset.treatment import GOES_OUT
from evidencekit.report.dataset.writing import Publication

SECRET = "Zebedee Quilliam"  # stands in every text; nothing of it may ever be found in a file
WORDS = f"{SECRET} of 7 Larch Close was =seen()\nagain."
AREA = "Amberford"
STARTS = date(2012, 11, 19)
KEY = bytes(range(KEY_BYTES))
PACK = library.get("macp-2012")
ANNA, BEN, STRANGER = AuthorId("anna-marsh"), AuthorId("ben-okoro"), AuthorId("somebody-else")
GONE = "a-record-that-stays"
TEAM = {
    ANNA: Person(id=ANNA, name="Anna Marsh", inspectorate="ofsted", role="lead"),
    BEN: Person(id=BEN, name="Ben Okoro", inspectorate="hmic"),
}
BUNDLES = (
    BundleRow(sender=BEN, seq=2, kind="since", received="2012-11-20T18:05:09Z", revisions=31,
              digest="ab" * 32),
)  # fmt: skip


def record(kind: str, which: str) -> RecordId:
    return RecordId(f"{kind}-{which}")


def answer(field: Field, pack: FrameworkPack) -> Json:
    """Give an answer of the form a question asks for; every text holds the secret."""
    plain = _KNOWN.get(field.key, _PLAIN.get(field.kind))
    return _pointing(field, pack) if plain is None else plain


def _pointing(field: Field, pack: FrameworkPack) -> Json:
    match field.kind:
        case FieldKind.CHOICE | FieldKind.YES_NO:
            return _codes(field, pack)[0]
        case FieldKind.CHOICES:
            return [*_codes(field, pack)[:2], WORDS]
        case FieldKind.RECORD | FieldKind.RECORDS:
            to = record((field.of_kinds or ("case-note",))[0], "full")
            return to if field.kind is FieldKind.RECORD else [to, GONE]
        case FieldKind.ROWS:
            return [_group(field, pack), {}]
        case _:
            return _group(field, pack)


_KNOWN: dict[str, Json] = {"area_name": AREA, "starts": "2012-11-19"}
_PLAIN: dict[FieldKind, Json] = {
    FieldKind.TEXT: WORDS, FieldKind.LONG_TEXT: WORDS, FieldKind.DATE: "2012-11-21",
    FieldKind.ABOUT_DATE: {"date": "2011-03", "precision": "month"}, FieldKind.TIME: "10:30",
    FieldKind.MOMENT: "2012-07-20T10:30",  # in summer, when local time is an hour ahead
    FieldKind.NUMBER: 12, FieldKind.REVISION: "ab" * 32, FieldKind.MEMBER: ANNA,
    FieldKind.MEMBERS: [BEN, STRANGER],
    FieldKind.ATTACHMENTS: [{"digest": "cd" * 64, "name": WORDS, "size": 3, "type": "image/png"}],
}  # fmt: skip


def _group(field: Field, pack: FrameworkPack) -> dict[str, Json]:
    return {column.key: answer(column, pack) for column in field.columns}


def _codes(field: Field, pack: FrameworkPack) -> list[str]:
    if is_pack_words(field.words):
        return [key for key, _ in pack.words(field.words) or ()] or [WORDS]
    return [word.key for word in VOCABULARIES[field.words].words]


def versions(kind: str) -> Iterator[tuple[Going, Revision, Body]]:
    """Give a record with every answer, and one with none."""
    full: dict[str, Json] = {each.key: answer(each, PACK) for each in KINDS[kind].fields}
    for which, fields in (("full", full), ("bare", {})):
        header = Header(
            author=ANNA, seq=1, prev="", record=record(kind, which), kind=kind, parents=(),
            body="", at="2012-11-20T09:00" if fields else "", tz="Europe/London",
            written="2012-11-20T09:31:07Z",
        )  # fmt: skip
        body = Body(fields=fields, state="submitted", provenance="same-day")
        name = RevisionId(sha256(f"{kind} {which}".encode()).hexdigest())
        going = Going(header.record, kind, name, ANNA, "accepted" if fields else "", 1, 2)
        yield going, Revision(id=name, header=header, salt=b"", content=body.encode()), body


def filled(dates: Dates = Dates.NUMBERS) -> Publication:
    """Give the whole publication."""
    return Publication(
        pack=PACK, team=TEAM, bundles=BUNDLES, state="the-state", area=AREA, tell_area=False,
        dates=dates, names=Pseudonyms(KEY), is_shared_key=False,
        going={kind: tuple(going for going, _, _ in versions(kind)) for kind in GOES_OUT},
        stayed={"kind": 12, "in-confidence": 2}, first_day=STARTS,
        zeros={record("case", "full"): date(2011, 3, 1)},
    )  # fmt: skip


def answers(going: Sequence[Going]) -> Iterator[tuple[Going, Revision, Body]]:
    """Give what these records say, in the order asked for."""
    for each in going:
        yield next(found for found in versions(each.kind) if found[0] == each)


def told_area(publication: Publication) -> Publication:
    return replace(publication, tell_area=True)
