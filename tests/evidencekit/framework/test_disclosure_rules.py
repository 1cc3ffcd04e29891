"""When an answer is due, and the grounds for withholding, as the law has them."""

from datetime import date

import pytest

from evidencekit.errors.framework import BadTable
from evidencekit.framework.disclosure_rules import due, read_rules, rules

ROUTE = '[[routes]]\nkey = "x"\nlabel = "X"\nhold = "other"\n'
GROUND = '[[exemptions]]\ncode = "s1"\nlabel = "L"\nlaw = "Law"\n'


@pytest.mark.parametrize(
    ("route", "received", "expected"),
    [
        ("foi", date(2012, 12, 3), date(2013, 1, 3)),  # Christmas, Boxing Day, New Year's Day
        ("foi", date(2016, 3, 1), date(2016, 3, 31)),  # Good Friday and Easter Monday
        ("sar", date(2018, 5, 24), date(2018, 7, 3)),  # the last day of the old law
        ("sar", date(2018, 5, 25), date(2018, 6, 25)),
        ("sar", date(2019, 1, 31), date(2019, 2, 28)),
        ("sar", date(2019, 12, 31), date(2020, 1, 31)),
        ("complaint", date(2012, 12, 3), date(2012, 12, 17)),
        ("review", date(2012, 12, 3), date(2012, 12, 17)),
        ("inquiry", date(2012, 12, 3), None),
        ("foi", date(2044, 1, 4), None),  # no calendar held here
    ],
)
def test_the_day_an_answer_is_due(route: str, received: date, expected: date | None) -> None:
    found = rules().route(route)
    assert found is not None
    assert due(found, received).day == expected


def test_the_grounds_of_freedom_of_information_are_there() -> None:
    for code in ("s31", "s38", "s40(2)", "s41"):
        found = rules().exemption(code)
        assert found is not None
        assert found.law == f"Freedom of Information Act 2000 {code}"
    assert rules().exemption("s99") is None
    assert rules().route("gossip") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ROUTE + '[[routes.limits]]\nsource = "S"\n' + GROUND, "counts"),
        (ROUTE + '[[routes.limits]]\nsource = "S"\ndays = 1\nmonths = 1\n' + GROUND, "counts"),
        (ROUTE + GROUND + GROUND, "s1 stands twice"),
    ],
)
def test_rules_that_do_not_fit_are_refused_with_the_line(text: str, why: str) -> None:
    with pytest.raises(BadTable) as refusal:
        read_rules(text)
    assert why in str(refusal.value.facts["why"])
