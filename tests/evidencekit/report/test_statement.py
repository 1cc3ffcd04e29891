"""A statement in sections, as an outline and as text."""

from evidencekit.report import statement
from evidencekit.report.outline import Cover, Facts, Heading, Notice, Paragraph
from evidencekit.report.statement import Section, Statement

SAID = Statement(
    title="Statement", area="Amberford", facts=(("Whose", "Ben"),), in_short="All is here.",
    sections=(
        Section(title="On it", rows=(("Written", "2 records " * 20),)),
        Section(title="Next", sentences=("Do this.",), steps=("One.", "Two " * 60)),
    ),
    fingerprint="12345 67890", taken_at="2012-11-19T09:00:00Z",
)  # fmt: skip


def test_the_outline_has_a_heading_for_each_section() -> None:
    kinds = [type(block) for block in statement.outline(SAID).blocks]
    assert kinds == [Cover, Notice, Heading, Facts, Heading, *[Paragraph] * 3]
    step = statement.outline(SAID).blocks[-2]
    assert isinstance(step, Paragraph)
    assert step.text == "1. One."


def test_the_text_is_wrapped_and_marked() -> None:
    text = statement.text(SAID).decode()
    assert text.startswith("OFFICIAL-SENSITIVE\n")
    assert max(len(line) for line in text.splitlines()) <= 100
    assert "\n1. One.\n2. Two" in text
    assert "\n   Two" in text
