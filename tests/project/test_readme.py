"""What the README and the documents say can be done, and nothing names the place it was made in."""

import ast
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from evidencekit.cli.main import build_parser, main

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCUMENTS = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:python3 dev\.py|evidencekit) [^`]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")

# Spelled with a plus inside, so that this file does not name them either.
_SPELLED = (
    "/wo+rk/ /tmp+/ek /ro+ot/ .lib+rary/ fa+rm- py+pi.org python+hosted.org registry+.npmjs "
    "deb.de+bian crates+.io arti+factory"
)
NEVER_NAMED = _SPELLED.replace("+", "").split()


def blocks(text: str) -> str:
    return "".join(FENCE.findall(text))


def commands(text: str) -> list[list[str]]:
    """Give each command as its words, without the remark behind it."""
    lines = [line for line in blocks(text).splitlines() if line.strip()]
    lines += INLINE.findall(FENCE.sub("", text))
    typed = (tuple(shlex.split(line, comments=True)) for line in lines)
    return [list(words) for words in dict.fromkeys(typed)]


def readme_commands() -> list[list[str]]:
    return commands(README.read_text("utf-8"))


def words_of_dev() -> set[str]:
    """Give the words dev.py knows, without starting it."""
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    (doers,) = (
        node.value for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "DOERS"
    )  # fmt: skip
    assert isinstance(doers, ast.Dict)
    return {str(ast.literal_eval(key)) for key in doers.keys if key is not None}


def document_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def command_id(words: list[str]) -> str:
    return " ".join(words)


@pytest.mark.parametrize("words", readme_commands(), ids=command_id)
def test_every_command_in_the_readme_exists(words: list[str]) -> None:
    if words[:2] == ["python3", "dev.py"]:
        assert words[2] in words_of_dev()
    else:
        assert words[0] == "evidencekit"
        assert build_parser().parse_args(words[1:]).command.word == words[1]


def test_the_readme_shows_the_main_job_and_both_commands() -> None:
    shown = readme_commands()
    assert [words[2] for words in shown if words[1] == "dev.py"][:2] == ["run", "test"]
    words = {words[1] for words in shown}
    assert {"demo", "verify", "merge", "fingerprint", "check", "report"} <= words


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_the_main_job_by_hand_runs_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = [words for words in readme_commands() if words[0] == "evidencekit"]
    for words in asked:
        monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", passphrase_of_the_lead(tmp_path))
        assert main(as_typed(words, tmp_path)[1:]) == 0, (words, capsys.readouterr())
    assert (tmp_path / "report.pdf").stat().st_size > 10_000


def as_typed(words: list[str], folder: Path) -> list[str]:
    """Do what a shell and a reader do: a name for NAME, the files for a star."""
    typed: list[str] = []
    for word in words:
        found = sorted(folder.glob(word.replace("NAME", "*"))) if "*" in word else []
        if "NAME.evb" in word:
            found = sorted(folder.glob(word.replace("NAME", "*")))[:1]
        typed += [str(path) for path in found] or [word]
    return [*typed, "--inspectors", "1"] if words[1] == "demo" else typed


def passphrase_of_the_lead(folder: Path) -> str:
    listed = folder / "amberford" / "passphrases.txt"
    if not listed.exists():
        return ""
    lines = (line.split("\t") for line in listed.read_text("utf-8").splitlines())
    (lead,) = (line[1] for line in lines if Path(line[0]).name == "lead.evidence")
    return lead


@pytest.mark.parametrize("path", DOCUMENTS, ids=document_id)
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in LINK.findall(path.read_text("utf-8")):
        if "://" not in link:
            assert (path.parent / link).exists(), link


@pytest.mark.parametrize("path", DOCUMENTS, ids=document_id)
def test_every_test_a_document_names_is_there(path: Path) -> None:
    for named, test in re.findall(r"`(tests/[\w/.*-]+)(?:::(\w+))?`", path.read_text("utf-8")):
        found = list(ROOT.glob(named.rstrip("/")))
        assert found, named
        assert not test or f"def {test}(" in found[0].read_text("utf-8"), test


@pytest.mark.parametrize("path", DOCUMENTS, ids=document_id)
def test_every_command_a_document_names_exists(path: Path) -> None:
    known = {word for action in build_parser()._actions for word in action.choices or ()}
    text = path.read_text("utf-8")
    for word in re.findall(r"`evidencekit ([a-z-]+)", text):
        assert word in known, word
    for word in re.findall(r"python3 dev\.py ([a-z]+)", text):
        assert word in words_of_dev(), word


def committed() -> list[Path]:
    """Give every file under version control; without it, every file that would be."""
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    )  # fmt: skip
    names = done.stdout.decode().split("\0") if done.returncode == 0 else []
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@pytest.mark.parametrize("name", NEVER_NAMED)
def test_nothing_committed_names_the_place_it_was_made_in(name: str) -> None:
    holding = [
        path.relative_to(ROOT).as_posix() for path in committed()
        if name.encode() in path.read_bytes().lower()
    ]  # fmt: skip
    assert holding == []


def test_the_lock_has_hashes_for_everything_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    assert " @ " not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE), "an option names an index"
    wanted = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE | re.IGNORECASE)
    pinned = [part for part in wanted if part.strip() and not part.startswith("#")]
    assert len(pinned) > 20
    for part in pinned:
        assert re.match(r"[\w.-]+==[\w.+!-]+( ;[^\\]+)? ?\\\n", part), part[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", part), part[:80]
