from evidencekit.analysis.snapshot import BundleRow
from evidencekit.report.outline import Paragraph, Table
from evidencekit.report.sections import bundles
from tests.evidencekit.report.amberford import BEN, CHIDI, Amberford


def test_bundles_are_listed_as_they_came_with_their_whole_digest() -> None:
    world = Amberford()
    world.bundles = (
        BundleRow(sender=CHIDI, seq=3, kind="full", received="2012-11-20T22:05:00Z",
                  revisions=1031, digest="ab" * 64),
        BundleRow(sender=BEN, seq=1, kind="since", received="2012-11-19T21:40:00Z",
                  revisions=14, digest="cd" * 64),
    )  # fmt: skip
    table = bundles.blocks(world.base())[1]
    assert isinstance(table, Table)
    assert table.rows == (
        ("Ben Thorne", "1", "Since the last", "19 November 2012, 21:40", "14", "cd" * 64),
        ("Chidi Ọlá", "3", "Everything", "20 November 2012, 22:05", "1,031", "ab" * 64),
    )


def test_no_bundle_is_said_in_words() -> None:
    assert bundles.blocks(Amberford().base())[1] == Paragraph(text="No bundle was received.")
