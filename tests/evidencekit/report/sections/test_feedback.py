"""The log of feedback on paper."""

from evidencekit.report.outline import Table
from evidencekit.report.sections import feedback
from tests.evidencekit.report.amberford import ANNA, BEN, Amberford, words_of


def test_the_log_says_when_to_whom_by_whom_what_and_what_was_answered() -> None:
    world = Amberford()
    told = {"to": ["dcs"], "points": "Known.", "provisional": "yes"}
    world.add("feedback", {**told, "at": "2012-11-30T15:00", "by": BEN, "response": "We see.",
                           "offered": "The log."}, ANNA)  # fmt: skip
    world.add("feedback", {**told, "at": "2012-11-21T17:00", "agency": "police"}, ANNA)
    (table,) = (each for each in feedback.blocks(world.base()) if isinstance(each, Table))
    dcs, said = "Director of children's services", "Known. (Said to be provisional.)"
    assert table.rows == (
        ("21 November 2012, 17:00", f"{dcs}, Police", "", said, ""),
        ("30 November 2012, 15:00", dcs, "Ben Thorne", said, "We see.\nThe log."),
    )  # fmt: skip
    assert feedback.NONE in words_of(feedback.blocks(Amberford().base()))
