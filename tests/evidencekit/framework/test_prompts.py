import re

import pytest

from evidencekit.errors.framework import BadTable
from evidencekit.framework.library import shipped
from evidencekit.framework.prompts import PARTS, Unit, read_prompts, shipped_prompts
from evidencekit.framework.tables import shipped_text
from evidencekit.records.words import VOCABULARIES

SMALL = """\
[[agencies]]
id = "police"
letter = "p"
roles = ["police"]

[[groups]]
id = "meeting"

[[groups.prompts]]
id = "invited"
part = "attendance"
ask = "Who was not invited?"

[[kinds]]
id = "icpc"
agencies = ["police"]
groups = ["meeting"]

[[kinds.prompts]]
id = "waiting"
part = "there"
ask = "What happened meanwhile?"

[[kinds.clocks]]
id = "icpc"
counted_from = "the strategy discussion"
unit = "working-days"
at_most = 15
source = "A book"
"""


def test_a_kind_has_its_own_prompts_and_those_it_shares() -> None:
    read = read_prompts(SMALL)
    assert [prompt.id for prompt in read.asked("icpc")] == ["waiting", "invited"]
    assert read.asked("tea") == ()
    assert read.kind("icpc").clocks[0].unit is Unit.WORKING_DAYS
    assert read.agency("police").roles == ("police",)
    assert read.agency("cps").letter == ""


@pytest.mark.parametrize("pack", shipped(), ids=lambda pack: pack.id)
def test_every_kind_of_every_framework_has_prompts(pack: object) -> None:
    kinds = getattr(pack, "observation_kinds", ())
    assert kinds
    assert all(shipped_prompts().asked(kind.id) for kind in kinds)


def test_a_prompt_asks_and_never_judges() -> None:
    asked = [one for kind in shipped_prompts().kinds for one in shipped_prompts().asked(kind.id)]
    assert all("?" in one.ask and one.ask[-1] in "?." for one in asked)
    words = "late|fail|breach|must|should|non-compliant|inadequate"
    judging = re.compile(rf"\b({words})\b", re.IGNORECASE)
    assert not [one.ask for one in asked if judging.search(one.ask)]


@pytest.mark.parametrize("year", [2012, 2013, 2014, 2015, 2016, 2019, 2022, 2024])
def test_every_usual_agency_has_a_letter_of_its_own(year: int) -> None:
    prompts = shipped_prompts()
    for kind in prompts.kinds:
        usual = prompts.usual_agencies(kind.id, year)
        letters = prompts.letters(usual)
        assert list(letters) == list(usual)
        assert len(set(letters.values())) == len(usual)
        assert all(re.fullmatch("[a-z]", letter) for letter in letters.values())


def test_only_agencies_of_the_time_are_offered() -> None:
    prompts = shipped_prompts()
    then, later = (prompts.usual_agencies("mappa", year) for year in (2012, 2016))
    assert "probation-trust" in then
    assert not {"nps", "crc"} & set(then)
    assert {"nps", "crc"} <= set(later)
    assert "probation-trust" not in later


def test_the_clocks_are_the_published_ones() -> None:
    told = {
        clock.id: (clock.at_most, clock.unit.value)
        for kind in shipped_prompts().kinds
        for clock in kind.clocks
    }
    assert told == {
        "icpc": (15, "working-days"),
        "first-core-group": (10, "working-days"),
        "first-review": (3, "months"),
        "later-review": (6, "months"),
        "first-lac-review": (20, "working-days"),
        "second-lac-review": (3, "months"),
        "later-lac-review": (6, "months"),
    }
    assert set(told) == VOCABULARIES["meeting-clocks"].keys
    assert all(clock.source for kind in shipped_prompts().kinds for clock in kind.clocks)


def test_quoracy_is_never_in_the_file() -> None:
    assert not re.search(r"quorate|at least (two|three)", shipped_text("prompts.toml"))


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ('part = "there"', 'part = "here"', 21, f"the part must be one of {', '.join(PARTS)}"),
        ('agencies = ["police"]', 'agencies = ["army"]', 16, "there is no agency called army"),
        ('groups = ["meeting"]', 'groups = ["tea"]', 17, "there is no group of prompts called tea"),
        ('roles = ["police"]', 'roles = ["spy"]', 4, "there is no role called spy"),
        ('letter = "p"', 'letter = "P"', 3, "a letter is one small letter, a to z"),
        ('unit = "working-days"', 'unit = "weeks"', 27,
         "unit must be one of working-days, months"),
        ("at_most = 15", "", 24, "the key at_most is missing here"),
        ('id = "waiting"', 'id = "invited"', 20, "the id invited stands twice"),
        ('id = "police"', 'id = "army"', 2, "there is no agency called army"),
        ('ask = "What happened meanwhile?"', 'ask = ""', 22, "ask is empty"),
    ],
)  # fmt: skip
def test_a_bad_file_names_the_line_and_the_reason(old: str, new: str, line: int, why: str) -> None:
    with pytest.raises(BadTable) as found:
        read_prompts(SMALL.replace(old, new, 1), "own.toml")
    assert (found.value.facts["line"], found.value.facts["why"]) == (line, why)


def test_an_agency_that_stands_twice_is_refused() -> None:
    twice = SMALL + '\n[[agencies]]\nid = "police"\nletter = "x"\n'
    with pytest.raises(BadTable, match="the id police stands twice"):
        read_prompts(twice)
