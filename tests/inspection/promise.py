"""The promise, looked at from outside: nothing lost, nothing nameless, nothing left behind."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.inspection.later import ANSWER
from tests.inspection.publishing import OUT
from tests.inspection.stage import Stage

MAY_NAME = ("case-key", "disclose-show")  # whoever decides has to read the words
COMMANDS_TOLD = 2  # in how-to-check.txt: one for the files, one for who signed
TOOLS = ("age", "tar", "sha512sum", "ssh-keygen", "bash")
CHECK = """
set -euo pipefail
age -d -i "$1" "$2" | tar -x
cd bundle-*
ssh-keygen -Y verify -f "$3" -I "$4" -n evidencekit-bundle-v1 \
    -s tagmanifest-sha512.txt.sig < tagmanifest-sha512.txt
sha512sum --strict -c tagmanifest-sha512.txt
sha512sum --strict -c manifest-sha512.txt
"""
_TAG = re.compile(r"<[^>]+>")


class Broken(AssertionError):
    """A part of the promise that was not kept."""


def nothing_typed_is_missing(stage: Stage) -> None:
    """Look for every sentence that was typed: it is in the base, or it was on the lost laptop."""
    spelled = {each: json.dumps(each, ensure_ascii=False)[1:-1] for each in stage.planned}
    missing = {each for each, as_json in spelled.items() if as_json not in stage.ledger}
    if missing != stage.lost:
        said = sorted(missing ^ stage.lost)
        msg = f"{len(said)} sentences, such as {said[:3]}"
        raise Broken(msg)


def every_sentence_leads_to_its_source(stage: Stage) -> None:
    """See that each sentence of the report has who saw it, when, how written, in which bundle."""
    if not stage.known:
        msg = "no sentence was asked for"
        raise Broken(msg)
    for sentence, answer in stage.known.items():
        seen = [each for each in answer["bases"] if each["is_evidence"]]
        if not seen or answer["missing"]:
            msg = f"nobody knows: {sentence}: {answer['missing']}"
            raise Broken(msg)
        for each in seen:
            said = {key: each[key] for key in ("who", "seen", "written", "provenance", "how")}
            carried = [one["carried"] for one in each["versions"]]
            said["bundle"] = all(one["seq"] and one["key"] for one in carried)
            lacking = [key for key, value in said.items() if not value]
            if lacking:
                msg = f"{sentence} rests on something without {lacking}"
                raise Broken(msg)


def ledger_by_stock_tools(stage: Stage, bundle: str, sender: str, reader: str) -> str:
    """Open a bundle with age, tar, sha512sum and ssh-keygen alone, and give its ledger."""
    key, signers, folder = stage.folder / "k.txt", stage.folder / "s.txt", stage.folder / "stock"
    for each in (key, signers):
        each.unlink(missing_ok=True)
    stage.hands.do("reading-key", reader, key.name)
    stage.hands.do("allowed-signers", reader, signers.name)
    folder.mkdir()
    try:
        words = [str(each) for each in (key, stage.folder / bundle, signers, sender)]
        done = subprocess.run(
            ["bash", "-c", CHECK, "check", *words], cwd=folder, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        if done.returncode or 'Good "evidencekit-bundle-v1"' not in done.stdout:
            raise Broken(done.stdout + done.stderr)
        (ledger,) = folder.glob("bundle-*/data/ledger.jsonl")
        return ledger.read_text("utf-8")
    finally:
        for made in (key, signers):
            made.unlink()
        shutil.rmtree(folder)


def the_answer_holds_by_its_own_words(stage: Stage) -> None:
    """Check the disclosure pack with the two commands that it says of itself."""
    folder = stage.folder / ANSWER
    told = (folder / "how-to-check.txt").read_text("utf-8").splitlines()
    lines = [line.strip() for line in told if line.startswith(("  sha256sum", "  ssh-keygen"))]
    for line in lines:
        done = subprocess.run(
            ["bash", "-c", line], cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise Broken(done.stdout + done.stderr)
    if len(lines) != COMMANDS_TOLD:
        raise Broken(str(told))


def every_form_says_the_same(stage: Stage) -> None:
    """Read the published PDF and the page: each sentence stands in both, in the same order."""
    page = _spaceless(readable(stage.folder / OUT / "page.html"))
    pdf = stage.folder / OUT / "report.pdf"
    printed = _spaceless(_text_of(pdf)) if shutil.which("pdftotext") else page
    for sentence in stage.known:
        if _spaceless(sentence) not in page or _spaceless(sentence) not in printed:
            msg = f"not printed: {sentence}"
            raise Broken(msg)
    if shutil.which("qpdf"):
        done = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, check=False)
        if done.returncode:
            raise Broken(done.stderr.decode())


def no_name_anywhere(stage: Stage) -> None:
    """Look for the identities that were written where they may be, in all that was made or said."""
    for where, text in (*_made(stage), *_said(stage)):
        for secret in stage.secrets:
            if secret in text:
                msg = f"{secret} stands in {where}"
                raise Broken(msg)


def nothing_is_plain(stage: Stage) -> None:
    """Look for typed sentences in every file but those that were made to be read."""
    some = sorted(stage.planned)[:: max(1, len(stage.planned) // 20)]
    for path in stage.folder.rglob("*"):
        if path.is_file() and OUT not in path.relative_to(stage.folder).parts[:1]:
            content = path.read_bytes()
            for each in some:
                if each.encode() in content:
                    msg = f"{each} can be read in {path.name}"
                    raise Broken(msg)


def nothing_is_left(temporary: Path) -> None:
    """See that the place for passing files is empty."""
    left = [path.name for path in temporary.iterdir()]
    if left:
        msg = f"left behind: {left}"
        raise Broken(msg)


def no_grade_is_worked_out(stage: Stage) -> None:
    """See that no grade stands in a record of the lead's that no person put there."""
    for _why, said in stage.hands.typed:
        if said.words[0] in {"stands", "coverage", "agenda"} and said.status == 0:
            for word in ('"grade"', "average", "mean "):
                if word in said.out:
                    msg = f"{said.words[0]} says {word}"
                    raise Broken(msg)


def readable(path: Path) -> str:
    """Give the words of a page."""
    return html.unescape(_TAG.sub(" ", path.read_text("utf-8")))


def _text_of(pdf: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def _spaceless(text: str) -> str:
    return "".join(text.split()).replace("-", "")


def _made(stage: Stage) -> Iterator[tuple[str, str]]:
    for path in (stage.folder / OUT).rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes().decode("utf-8", "replace")


def _said(stage: Stage) -> Iterator[tuple[str, str]]:
    for _why, said in stage.hands.typed:
        if said.words[0] not in MAY_NAME:
            yield f"the answer to {said.words[0]}", said.out + said.err
