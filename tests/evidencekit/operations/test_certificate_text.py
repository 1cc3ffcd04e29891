"""The certificate as a person reads it."""

from evidencekit.operations import certificate_text
from tests.evidencekit.bundle.papers import certificate, confirmation, proposal


def test_it_says_whose_why_when_by_whom_and_how_it_is_checked() -> None:
    text = certificate_text.of(certificate(), "ben.json")
    for words in (
        "Ben (0000000002), ofsted", "Lena (0000000001), ofsted", "Reviewed; six years have passed.",
        "21 November 2018, 10:00 UTC", "Case notes: 4", "0000000002 up to no. 7",
        "-s ben.txt.sig < ben.txt", "-s ben.json.sig < ben.json",
    ):  # fmt: skip
        assert words in text
    assert max(map(len, text.splitlines())) < 150


def test_one_that_only_began_does_not_call_itself_a_certificate() -> None:
    text = certificate_text.of(certificate(finished=""), "ben.json")
    assert text.startswith("Destruction begun, not finished")
    assert "not said" in text


def test_what_could_not_be_removed_and_a_note_are_told() -> None:
    mine = proposal()
    agreed = confirmation(mine, note="By telephone.")
    text = certificate_text.of(certificate(mine, confirmation=agreed, left=2), "ben.json")
    assert "2 files that could not be removed" in text
    assert "By telephone." in text
