"""Who the child of a concern is never leaves it: no title, search, list, report or terminal."""

from pathlib import Path

import pytest

from evidencekit.cli import main
from evidencekit.ids import RecordId
from evidencekit.operations import publish, reading
from evidencekit.operations.before_hand_over import What, checklist
from evidencekit.operations.closing_day import Matter, closing_day
from evidencekit.operations.today import today
from tests.world import PASSPHRASE, Person

WHO = "Chantelle Brathwaite, 14 Mill Road, NHS 943 476 5919"
PARTS = ("Chantelle", "Brathwaite", "Mill Road", "943 476")


def raised(person: Person) -> RecordId:
    return person.writes(
        "concern", raised_at="2012-11-19T10:20", concern_kind="immediate-harm",
        nature="Two children alone at night.", identity=WHO, immediate="yes",
        lead_told_at="2012-11-19T10:31",
    ).record  # fmt: skip


def is_clean(said: object) -> bool:
    return not any(part in str(said) for part in PARTS)


def test_no_list_and_no_search_shows_it(team: tuple[Person, Person]) -> None:
    lead, ben = team
    record = raised(ben)
    lead.receives(ben.hands_over())
    for person in (lead, ben):
        assert reading.item(person.desk, record).fields["identity"] == WHO
        assert is_clean(reading.rows(person.desk))
        for word in ("Chantelle", "Brathwaite", "Mill", "943"):
            assert reading.search(person.desk, word) == ()
        (found,) = reading.search(person.desk, "alone at night")
        assert is_clean((found.row.title, found.snippet))
        assert is_clean([each.title for each in today(person.desk).open_concerns])


def test_it_is_no_marked_identity_and_blocks_nothing(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    record = raised(ben)
    things = closing_day(ben.desk).things
    assert [(each.matter, each.record) for each in things] == [(Matter.CONCERNS, record)]
    assert is_clean([(each.title, each.says) for each in things])
    assert checklist(ben.desk, What.NEW).named == ()
    assert ben.submits(record).problems == ()


@pytest.mark.parametrize("kind", publish.KINDS)
@pytest.mark.parametrize("ending", [".html", ".csv"])
def test_no_report_prints_it(
    team: tuple[Person, Person], tmp_path: Path, kind: str, ending: str
) -> None:
    lead, ben = team
    raised(ben)
    lead.receives(ben.hands_over())
    out = tmp_path / f"{kind}{ending}"
    publish.report(reading.snapshot(lead.desk), out, kind)
    assert is_clean(out.read_text("utf-8"))


def test_no_terminal_shows_it_in_a_list(
    team: tuple[Person, Person], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _lead, ben = team
    raised(ben)
    ben.locks()
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", PASSPHRASE)
    folder = str(ben.folder)
    for words in (("list", folder), ("close-day", folder), ("search", folder, "alone")):
        main(words)
        main((*words, "--json"))
    said = capsys.readouterr()
    assert "concern" in said.out
    assert is_clean(said.out + said.err)
