from collections import Counter

import pytest

from evidencekit.crypto.passphrase import strength
from evidencekit.crypto.words import word_list
from evidencekit.errors.rehearsal import TooManyInspectors
from evidencekit.rehearsal.cast import cast, everybody, introductions, passphrase


def test_three_inspectors_are_of_three_other_inspectorates() -> None:
    lead, *inspectors = cast(3)
    assert lead.is_lead
    assert lead.inspectorate == "ofsted"
    assert {each.inspectorate for each in inspectors} == {"hmic", "cqc", "hmi-probation"}


def test_six_inspectors_are_the_team_that_the_framework_thinks_likely() -> None:
    team = Counter(each.inspectorate for each in cast(6))
    assert team == {"ofsted": 4, "hmic": 1, "cqc": 1, "hmi-probation": 1}


def test_no_two_workspaces_have_one_name() -> None:
    folders = [each.folder for each in everybody()]
    assert folders[0] == "lead.evidence"
    assert len(set(folders)) == len(folders) == 13
    assert all(folder == folder.lower() for folder in folders)


def test_more_inspectors_than_were_invented_are_refused() -> None:
    with pytest.raises(TooManyInspectors) as refusal:
        cast(13)
    assert refusal.value.what_to_do == "Ask for at most 12."


def test_a_passphrase_is_five_words_that_the_seed_chooses() -> None:
    lead, other = cast(1)
    words = word_list()
    mine = passphrase("amberford", lead, words)
    assert mine == passphrase("amberford", lead, words)
    assert len(mine.split("-")) == 5
    assert strength(mine).is_enough
    assert len({mine, passphrase("amberford", other, words), passphrase("x", lead, words)}) == 3


def test_only_those_whom_the_script_does_not_introduce_are_introduced() -> None:
    known = frozenset({"member-judith", "member-tom", "member-priya", "member-gwen"})
    more = introductions(cast(7), known)
    assert [each.name for each in more if each.kind == "member"] == [
        "member-ralph", "member-moira", "member-desmond", "member-harriet",
    ]  # fmt: skip
    # Those who read off site have no days in the area, so that seven are there at most.
    assert "deployment-harriet" not in [each.name for each in more]
