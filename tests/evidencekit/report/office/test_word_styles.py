from xml.etree import ElementTree as ET

from evidencekit.report.office import word_styles
from tests.evidencekit.report.office.opened import W


def test_headings_carry_their_outline_level_and_the_language_is_british() -> None:
    styles = ET.fromstring(word_styles.styles("en-GB").encode())  # noqa: S314 - our own bytes
    levels = {
        each.attrib[f"{W}styleId"]: level.attrib[f"{W}val"]
        for each in styles.iter(f"{W}style")
        if (level := each.find(f".//{W}outlineLvl")) is not None
    }
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2", "Heading4": "3"}
    language = styles.find(f".//{W}lang")
    assert language is not None
    assert language.attrib[f"{W}val"] == "en-GB"


def test_settings_and_numbering_are_well_formed() -> None:
    for part in (word_styles.settings(), word_styles.numbering()):
        assert ET.fromstring(part.encode()).tag.startswith(W)  # noqa: S314 - our own bytes
