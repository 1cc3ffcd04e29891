"""What the file is, as archives read it."""

import xml.etree.ElementTree as ET

from evidencekit.report.pdf.document import render
from evidencekit.report.pdf.metadata import packet
from tests.evidencekit.report.pdf.drawn import entry, opened, outline


def test_the_packet_is_well_formed_and_says_title_language_and_moment() -> None:
    whole = outline(entry())
    told = ET.fromstring(packet(whole).encode())  # noqa: S314 - our own bytes
    words = [each.text for each in told.iter() if each.text and each.text.strip()]
    assert words == [
        whole.title, "EvidenceKit", "Framework", "en-GB", "2012-11-30T17:30:00Z",
    ]  # fmt: skip
    assert packet(whole).encode() in render(whole)
    assert opened(render(whole)).xmp_metadata.dc_title == {"x-default": whole.title}


def test_marks_of_xml_in_a_title_stay_words() -> None:
    from dataclasses import replace  # noqa: PLC0415 - used here only

    odd = replace(outline(entry()), title="A & B <i>\u202e</i>")
    ET.fromstring(packet(odd).encode())  # noqa: S314 - our own bytes
    assert "A &amp; B &lt;i&gt;[U+202E]" in packet(odd)
