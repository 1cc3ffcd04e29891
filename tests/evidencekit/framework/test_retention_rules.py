"""The rules of retention are data, read strictly."""

from datetime import date

import pytest

from evidencekit.errors.framework import BadTable
from evidencekit.framework.retention_rules import (
    Event,
    Then,
    after,
    read_rules,
    shipped_rules,
)

OWN = """
[[rules]]
id = "ours"
who = "ofsted"
what = "Evidence"
counted_from = "publication"
years = 6
months = 6
then = "destroy"
source = "Our schedule of 2018"
"""


def test_what_nobody_published_is_left_empty_and_leads_to_a_review() -> None:
    (ofsted,) = shipped_rules().of("ofsted")
    assert (ofsted.has_period, ofsted.period, ofsted.then) == (
        False, "no period published", Then.REVIEW,
    )  # fmt: skip
    assert ofsted.due(date(2012, 12, 1)) is None
    (cqc,) = shipped_rules().of("cqc")
    assert cqc.period == "7 years from the last day on site"
    assert cqc.due(date(2012, 11, 30)) == date(2019, 11, 30)
    assert shipped_rules().of("hmic") == ()


def test_every_shipped_rule_says_where_it_comes_from() -> None:
    rules = shipped_rules()
    assert all(each.source and each.said for each in rules.rules)
    assert all(each.source and each.said for each in rules.notices)


def test_a_file_of_ones_own_takes_the_place_of_the_same_inspectorates_rules() -> None:
    both = read_rules(OWN).above(shipped_rules())
    assert [each.id for each in both.of("ofsted")] == ["ours"]
    assert [each.id for each in both.of("cqc")] == ["cqc-benchmark-2012"]
    assert both.notices == shipped_rules().notices
    everybody = read_rules(OWN.replace('"ofsted"', '"everybody"')).above(shipped_rules())
    assert [each.id for each in everybody.of("cqc")] == ["ours"]


def test_a_period_is_said_in_words_and_counted_by_the_calendar() -> None:
    (ours,) = read_rules(OWN).of("ofsted")
    assert ours.period == "6 years and 6 months from the day of publication"
    assert ours.counted_from is Event.PUBLICATION
    assert ours.due(date(2012, 8, 31)) == date(2019, 2, 28)
    assert after(date(2012, 2, 29), 1) == date(2013, 2, 28)
    assert after(date(2012, 12, 31), 0, 2) == date(2013, 2, 28)


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ('id = "ours"\n', "", 2, "id is missing"),
        ("years = 6", 'years = "six"', 7, ""),
        ("years = 6", "years = 201", 7, "years go from 0 to 200"),
        ("months = 6", "months = 12", 7, "months from 0 to 11"),
        ('"destroy"', '"burn"', 9, ""),
        ('"ofsted"', '"nobody"', 4, "who must be one of"),
        ('"publication"', '"never"', 6, ""),
        ("years = 6\nmonths = 6\n", "", 7, "without a period"),
        ('"destroy"', '"keep"', 9, "has no period"),
        ('source = "Our schedule of 2018"', 'sources = "x"', 10, "sources"),
        ('what = "Evidence"', 'what = "Evidence"\nkinds = ["memo"]', 6, "no kind of record"),
        ("[[rules]]", "[[rules]", 2, "not TOML"),
        ("years = 6", "years = -1", 7, ""),
    ],
)
def test_a_wrong_file_is_named_by_its_line(old: str, new: str, line: int, why: str) -> None:
    with pytest.raises(BadTable) as refused:
        read_rules(OWN.replace(old, new), "ours.toml")
    assert refused.value.facts["file"] == "ours.toml"
    assert refused.value.facts["line"] == line
    assert why in str(refused.value.facts["why"])


def test_two_rules_of_one_id_and_a_notice_without_a_day_are_refused() -> None:
    with pytest.raises(BadTable, match="stands twice"):
        read_rules(OWN + OWN)
    notice = '[[notices]]\nid = "a"\nsince = "soon"\nwhat = "b"\nsource = "c"\nsaid = "d"\n'
    with pytest.raises(BadTable, match="2012-12-25"):
        read_rules(notice)
    assert read_rules(notice.replace("soon", "2015-01-01")).rules == ()
