"""The small rehearsals end to end: real keys, stores, bundles, merges and reports."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.analysis.coverage import By, Seen, coverage
from evidencekit.checks.catalogue import problems_across
from evidencekit.checks.context import WholeContext
from evidencekit.errors.rehearsal import NoSuchPlay
from evidencekit.errors.work import AlreadyThere
from evidencekit.operations import asking, care, moderation, reading, unlock
from evidencekit.operations.desk import Desk
from evidencekit.rehearsal.play import plays
from evidencekit.rehearsal.small import stage_small
from evidencekit.rehearsal.staging import Staged

ONE_OF_EACH = {
    "inspection", "member", "deployment", "case", "case-note", "journey-event", "observation",
    "voice", "claim", "document", "data-point", "concern", "query", "finding", "decision",
    "answer", "team-meeting",
}  # fmt: skip


@pytest.fixture(scope="module", params=plays())
def staged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path, Staged]]:
    folder = tmp_path_factory.mktemp("plays") / request.param
    made = stage_small(folder, request.param)
    yield request.param, folder, made
    shutil.rmtree(folder)


def lead(folder: Path) -> Desk:
    lines = (folder / "passphrases.txt").read_text("utf-8").splitlines()
    secrets = dict(line.split("\t") for line in lines)
    return unlock.open_workspace(folder / "lead.evidence", secrets["lead.evidence"])


def test_the_lead_holds_one_of_each_kind_under_the_framework(
    staged: tuple[str, Path, Staged],
) -> None:
    name, folder, made = staged
    desk = lead(folder)
    try:
        assert desk.pack.id == name
        kinds = {item.kind for item in reading.whole(desk).items.values()}
    finally:
        unlock.lock(desk)
    assert kinds >= ONE_OF_EACH
    assert ("judgement" in kinds) is bool(desk.pack.judgements)
    assert ("moderation" in kinds) is not desk.pack.narrative
    assert made.document["framework"] == name


def test_nothing_of_the_base_is_damaged_or_blocked(staged: tuple[str, Path, Staged]) -> None:
    _name, folder, _made = staged
    desk = lead(folder)
    try:
        assert care.check(desk).findings == ()
        items = tuple(reading.whole(desk).items.values())
        found = problems_across(WholeContext(pack=desk.pack, items=items))
    finally:
        unlock.lock(desk)
    assert [problem.words for problem in found if problem.blocks] == []
    assert all(problem.source for problem in found)


def test_the_question_is_answered_and_what_was_scored_alone_is_laid_open(
    staged: tuple[str, Path, Staged],
) -> None:
    _name, folder, _made = staged
    desk = lead(folder)
    try:
        (asked,) = asking.conversations(desk)
        rounds = moderation.rounds(desk)
    finally:
        unlock.lock(desk)
    assert [reply.by_name for reply in asked.replies] == [asked.to_name]
    assert all(each.is_revealed and each.scores and each.agreed_by for each in rounds)


def test_coverage_tells_what_was_found_and_what_nobody_looked_at(
    staged: tuple[str, Path, Staged],
) -> None:
    _name, folder, _made = staged
    desk = lead(folder)
    try:
        snapshot = reading.whole(desk)
    finally:
        unlock.lock(desk)
    found = coverage(snapshot, By.INSPECTORATE)
    seen = {area.id: found.total(area.id).seen for area in snapshot.pack.areas}
    assert Seen.FOUND in seen.values()
    assert Seen.NOT_LOOKED_AT in seen.values()


def test_the_report_is_made_as_pdf_and_html(staged: tuple[str, Path, Staged]) -> None:
    name, folder, _made = staged
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    page = (folder / "report.html").read_text("utf-8")
    assert "does not know how to fill this section" not in page
    targeted = name in {"jtai-2015", "ofsted-targeted-2015"}
    assert (folder / "letter.pdf").exists() is targeted
    if targeted:
        letter = (folder / "letter.html").read_text("utf-8").lower()
        assert "areas for priority action" in letter
        assert "judged good" not in letter
        assert "outstanding" not in letter


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(AlreadyThere):
        stage_small(tmp_path, "apc-2012")
    with pytest.raises(NoSuchPlay):
        stage_small(tmp_path / "new", "macp-1999")
    assert not (tmp_path / "new").exists()
