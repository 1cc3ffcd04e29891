from datetime import date

import pytest

from evidencekit.checks.output import (
    audit_is_compared,
    deep_dive_is_named,
    notice_was_given,
    statement_due,
    statement_is_whole,
)
from evidencekit.framework import library
from evidencekit.framework.items import Statement
from tests.evidencekit.checks.making import PACK, alone, at, context

JTAI = library.get("jtai-2015")
RULE = JTAI.statement
NOTICE = {"needed": "yes", "principal_authority": "Thornmere Council", "notice": "We decided."}


def told(notified: str, starts: str = "2015-12-07") -> list[str]:
    made = context("inspection", pack=JTAI, notified_at=notified, starts=starts)
    return [problem.words for problem in alone(notice_was_given, made)]


def test_eight_working_days_of_notice_pass() -> None:
    assert told("2015-11-25T09:30") == []


def test_another_notice_is_counted_out() -> None:
    (words,) = told("2015-11-27T09:30")
    assert words == "6 working days lie between the notice and the first day; 8 are published."


def test_days_that_no_calendar_knows_are_said() -> None:
    assert "no calendar" in told("1999-11-25T09:30", "1999-12-07")[0]


@pytest.mark.parametrize("notified", ["", "soon"])
def test_a_notice_without_a_day_says_nothing(notified: str) -> None:
    assert told(notified) == []


def test_an_unannounced_inspection_has_no_notice_to_count() -> None:
    made = context("inspection", pack=PACK, notified_at="2012-11-01T09:00")
    assert not alone(notice_was_given, made)


@pytest.mark.parametrize("missing", ["principal_authority", "notice"])
def test_a_statement_needs_its_authority_and_its_notice(missing: str) -> None:
    asked = {key: value for key, value in NOTICE.items() if key != missing}
    made = context("inspection", pack=JTAI, statement=asked)
    problem = at(alone(statement_is_whole, made), f"statement.{missing}")
    assert problem.blocks
    assert problem.source == "SI 2015/1792"


def test_the_last_day_of_a_statement_is_told_and_not_put_in() -> None:
    late = {**NOTICE, "received_on": "2016-01-25", "due": "2016-05-06"}
    made = context("inspection", pack=JTAI, statement=late)
    (problem,) = alone(statement_is_whole, made)
    assert not problem.blocks
    assert problem.words == "70 working days after the report was received is 5 May 2016."
    right = context("inspection", pack=JTAI, statement={**late, "due": "2016-05-05"})
    assert not alone(statement_is_whole, right)


def test_no_statement_needs_nothing() -> None:
    assert not alone(statement_is_whole, context("inspection", pack=JTAI, statement={}))
    asked = context("inspection", pack=PACK, statement={"needed": "yes"})
    assert not alone(statement_is_whole, asked)


def test_the_haringey_statement_falls_due_seventy_working_days_after_publication() -> None:
    assert RULE is not None
    assert statement_due(RULE, "2018-01-30") == date(2018, 5, 11)
    assert statement_due(RULE, "") is None
    assert statement_due(Statement(working_days=1, text="x", source="x"), "1999-01-04") is None


def test_the_theme_of_the_deep_dive_is_asked_for() -> None:
    problem = at(alone(deep_dive_is_named, context("inspection", pack=JTAI)), "deep_dive_theme")
    assert problem.source == "150092 ¶11-14"
    named = context("inspection", pack=JTAI, deep_dive_theme="Missing")
    assert not alone(deep_dive_is_named, named)


def test_an_audited_case_shows_both_views() -> None:
    found = alone(audit_is_compared, context("case", pack=JTAI, sample_type="jointly-audited"))
    assert [problem.field for problem in found] == [
        "local_audit.local_view", "local_audit.inspector_view", "local_audit.agreement",
    ]  # fmt: skip
    whole = {"local_view": "All well.", "inspector_view": "Not seen.", "agreement": "differ"}
    made = context("case", pack=JTAI, sample_type="jointly-audited", local_audit=whole)
    assert not alone(audit_is_compared, made)
    assert not alone(audit_is_compared, context("case", pack=JTAI, sample_type="deep-dive"))
