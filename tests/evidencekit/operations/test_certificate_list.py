"""The list of the team, for people and for programs."""

from evidencekit.ids import AuthorId
from evidencekit.operations import certificate_list
from evidencekit.operations.certificate_list import Line, Standing
from tests.evidencekit.bundle.papers import LENA, certificate, signer

NOW = "2018-12-01T12:00:00Z"
FITS = Line(
    member=AuthorId("0000000002"), name="Ben", inspectorate="Ofsted", standing=Standing.FITS,
    misfits=(), notes=("All that was written there, up to no. 7, is here.",),
    certificate=certificate(),
)  # fmt: skip
MISSING = Line(
    member=AuthorId("0000000003"), name="Dan", inspectorate="Care Quality Commission",
    standing=Standing.MISSING, misfits=(), notes=(), certificate=None,
)  # fmt: skip


def test_the_text_names_everybody_and_what_stands() -> None:
    text = certificate_list.text((FITS, MISSING), "T1EAM1", "Lena", NOW)
    assert "Dan (0000000003), Care Quality Commission" in text
    assert "Stands            no certificate" in text
    assert "Confirmed by      Lena (0000000001), ofsted" in text
    assert "1 December 2018, 12:00 UTC" in text


def test_the_document_holds_digests_and_no_names_of_anything_else() -> None:
    made = certificate_list.document((FITS, MISSING), "T1EAM1", signer("Lena", LENA), NOW)
    people = made["people"]
    assert isinstance(people, list)
    assert people[0] == {
        "member": "0000000002", "name": "Ben", "standing": "fits", "gaps": [],
        "notes": list(FITS.notes), "fingerprint": "ab" * 32, "revisions": 7,
        "finished": "2018-11-21T10:00:07Z", "confirmed_by": LENA,
        "proposal": certificate().proposal.digest,
    }  # fmt: skip
    assert isinstance(people[1], dict)
    assert people[1]["standing"] == "missing"


def test_a_line_says_its_gaps_before_its_notes() -> None:
    line = Line(
        member=AuthorId("0000000002"), name="Ben", inspectorate="", standing=Standing.DIFFERS,
        misfits=("A gap.",), notes=("A note.",), certificate=None,
    )  # fmt: skip
    assert line.words == "A gap. A note."
