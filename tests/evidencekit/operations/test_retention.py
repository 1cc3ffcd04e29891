"""Which rule of retention applies, why, and from when; nothing is destroyed by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.errors.framework import BadTable
from evidencekit.errors.work import FileUnreadable
from evidencekit.operations import holding, holds, retention
from evidencekit.operations.holding import Wanted
from tests.world import Person, World

OWN = """
[[rules]]
id = "ours"
who = "everybody"
what = "Evidence"
counted_from = "end"
years = 6
then = "review"
source = "Our schedule of 2018"

[[rules]]
id = "figures"
who = "everybody"
what = "Figures"
kinds = ["data-point"]
counted_from = "publication"
months = 3
then = "destroy"
source = "Our schedule of 2018"
"""


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("world"))
    lead = world.lead()
    cara = world.inspector("Cara Holt", "cqc")
    world.joins(cara, lead)
    dan = world.inspector("Dan Reid", "hmic")
    world.joins(dan, lead)
    lead.writes("inspection", area_name="Amberford", starts="2012-11-19", ends="2012-11-30")
    yield world
    world.closes()


@pytest.fixture
def lead(team: World) -> Iterator[Person]:
    yield team.people[0]
    retention.drop_rules(team.people[0].desk)


def test_each_inspectorate_of_the_team_has_its_rule_or_none_is_known(lead: Person) -> None:
    found = {each.who: each for each in retention.look(lead.desk).applied}
    assert list(found) == ["CQC", "HMIC", "Ofsted"]
    assert found["CQC"].due == "2019-11-30"
    assert found["CQC"].words.startswith("Not before 30 November 2019. Review")
    assert "benchmark is 7 years" in found["CQC"].why
    assert found["HMIC"].rule is None
    assert "No rule is known" in found["HMIC"].words
    assert found["Ofsted"].words.startswith("No period is published: a person decides.")


def test_no_day_can_be_given_while_any_inspectorate_has_published_none(lead: Person) -> None:
    kept = retention.look(lead.desk)
    assert (kept.due, kept.is_due) == ("", False)
    assert kept.words == "No day can be given: a person decides. Nothing is destroyed by itself."


def test_rules_of_ones_own_give_a_day_and_then_it_is_due(
    team: World, lead: Person, tmp_path: Path
) -> None:
    (tmp_path / "ours.toml").write_text(OWN)
    retention.add_rules(lead.desk, tmp_path / "ours.toml")
    kept = retention.look(lead.desk)
    assert kept.has_own
    assert (kept.due, kept.is_due) == ("2018-11-30", False)
    assert [each.who for each in kept.applied] == ["Everybody", "Everybody"]
    figures = kept.applied[1]
    assert figures.what == "Figures (figures)" or "(" in figures.what
    assert figures.words == "Not known yet: the day of publication is not set down."
    before = team.clock.at
    team.clock.at = before.replace(year=2018, month=12, day=1)
    try:
        due = retention.look(lead.desk)
        assert due.is_due
        assert due.words == "Due for a decision since 30 November 2018. A person makes it."
        assert [each.id for each in due.notices] == ["iicsa-2015"]
    finally:
        team.clock.at = before
    assert retention.rule_words(lead.desk).startswith("Everybody: 6 years from the last day")


def test_the_day_of_publication_comes_from_the_publication_record(
    lead: Person, tmp_path: Path
) -> None:
    (tmp_path / "ours.toml").write_text(OWN)
    retention.add_rules(lead.desk, tmp_path / "ours.toml")
    made = lead.writes(
        "report-version", name="Published", stage="published", made_at="2013-01-30T09:00",
        published_on="2013-01-30",
    )  # fmt: skip
    figures = retention.look(lead.desk).applied[1]
    assert (figures.starts, figures.due) == ("2013-01-30", "2013-04-30")
    lead.corrects(made.record, "Wrong day.", name="Published", stage="published",
                  made_at="2013-01-30T09:00", published_on="soon")  # fmt: skip
    assert retention.look(lead.desk).applied[1].starts == ""


def test_a_hold_stands_above_every_rule(lead: Person) -> None:
    held = holding.put_on(lead.desk, Wanted(ground="statutory-inquiry", reason="Keep it all."))
    kept = retention.look(lead.desk)
    assert kept.words.startswith("A legal hold stands")
    assert kept.holds == holds.standing(lead.desk)
    holding.lift(lead.desk, held.record, "Over.")


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"", 1), (b"[[rules]]\nid = 3\n", 2), (b"ok = 1\n\xff\n", 2), (b"[[rules]\n", 1)],
)
def test_a_wrong_file_is_refused_by_its_line_and_changes_nothing(
    lead: Person, tmp_path: Path, content: bytes, line: int
) -> None:
    (tmp_path / "ours.toml").write_bytes(content)
    with pytest.raises(BadTable) as refused:
        retention.add_rules(lead.desk, tmp_path / "ours.toml")
    assert refused.value.facts["line"] == line
    with pytest.raises(FileUnreadable):
        retention.add_rules(lead.desk, tmp_path / "nowhere.toml")
    assert not retention.look(lead.desk).has_own
