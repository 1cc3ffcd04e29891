import shutil
import sys
from pathlib import Path

import pytest

from evidencekit.cli import starting
from evidencekit.records.kinds import KINDS
from tests.evidencekit.cli.conftest import Typed


def test_a_new_workspace_prints_its_recovery_code_once(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "anna.evidence"
    words = (
        "new", folder, "--framework", "macp-2012", "--area", "Amberford", "--name", "Anna Marsh",
        "--inspectorate", "ofsted", "--role", "lead", "--json",
    )  # fmt: skip
    answer = typed(*words)
    assert answer.status == 0
    assert len(answer.json["recovery_code"].split("-")) == 8
    again = typed(*words)
    assert (again.status, again.json["error"]["code"]) == (5, "work.already-there")


def test_an_unknown_framework_makes_nothing(typed: Typed, tmp_path: Path) -> None:
    answer = typed(
        "new", tmp_path / "x.evidence", "--framework", "none-1999", "--area", "A", "--name", "B",
        "--inspectorate", "ofsted", "--role", "lead",
    )  # fmt: skip
    assert answer.status in {2, 4}
    assert not (tmp_path / "x.evidence").exists()


def test_every_kind_prints_its_fields_with_words_and_help(typed: Typed) -> None:
    assert {each["kind"] for each in typed("fields", "--json").json["kinds"]} == set(KINDS)
    score = typed("fields", "score", "--json").json
    fields = {field["key"]: field for field in score["fields"]}
    assert fields["grade"]["words"] == ["outstanding", "good", "adequate", "inadequate"]
    assert fields["rationale"]["required"] is True
    assert all(field["help"] for field in score["fields"])
    assert "rationale" in typed("fields", "score").out


def test_an_unknown_kind_is_refused(typed: Typed) -> None:
    assert typed("fields", "rumour", "--json").json["error"]["code"] == "record.unknown-kind"


def test_the_window_is_started_from_the_source_as_a_module(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(speaking(tmp_path / "python", 7)))
    assert typed("app", "anna.evidence").status == 7
    assert (tmp_path / "python.said").read_text("utf-8").split() == ["-m", "ui", "anna.evidence"]


def test_a_built_app_starts_the_window_beside_the_command(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = speaking(tmp_path / starting.WINDOW, 5)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "evidencekit"))
    assert typed("app", "a workspace.evidence").status == 5
    assert typed().status == 5
    said = window.with_name(f"{window.name}.said").read_text("utf-8").splitlines()
    assert said == ["a workspace.evidence", ""]


def speaking(program: Path, status: int) -> Path:
    """Make a program that writes down its words and ends with a status."""
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("writes its program for a shell")
    program.write_text(f'#!{shell}\necho "$*" >> "$0.said"\nexit {status}\n', "utf-8")
    program.chmod(0o700)
    return program
