"""Look at an inspection that was played: every part of the promise, one after the other."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.inspection import promise
from tests.inspection.hands import Tell
from tests.inspection.plan import Plan
from tests.inspection.play import play
from tests.inspection.stage import Stage


def play_and_look(plan: Plan, folder: Path, tell: Tell) -> Stage:
    """Play an inspection with a place for passing files of its own, and look at what is left."""
    temporary = folder / "passing"
    temporary.mkdir(parents=True)
    with _passing_files_in(temporary):
        stage = play(plan, folder, tell)
    tell("Looking: nothing lost, nothing nameless, no identity, nothing plain, nothing left.")
    promise.nothing_typed_is_missing(stage)
    promise.every_sentence_leads_to_its_source(stage)
    promise.every_form_says_the_same(stage)
    promise.the_answer_holds_by_its_own_words(stage)
    promise.no_name_anywhere(stage)
    promise.no_grade_is_worked_out(stage)
    promise.nothing_is_plain(stage)
    promise.nothing_is_left(temporary)
    return stage


@contextmanager
def _passing_files_in(folder: Path) -> Iterator[None]:
    kept, variable = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir, os.environ["TMPDIR"] = str(folder), str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = kept
        os.environ.pop("TMPDIR")
        if variable is not None:
            os.environ["TMPDIR"] = variable
