"""What docs/GUARD.md says of the guard is true: no figure may drop below the written one."""

import re
from pathlib import Path

import pytest

from bench.guarding import FILES, ROOT, Score, let_be, read, rehearsal, score, sentences
from evidencekit.checks.identifiers import What, find_identifiers

PAGE = (ROOT / "docs" / "GUARD.md").read_text("utf-8")
_ROW = re.compile(r"^\| ([a-z-]+) \| (\d+) \| ([01]\.\d\d) \| ([01]\.\d\d) \|$", re.MULTILINE)
ROUNDING = 0.005


def written(name: str) -> dict[str, tuple[int, float, float]]:
    part = PAGE.split(f"### {name}:")[1].split("###")[0]
    return {kind: (int(n), float(p), float(r)) for kind, n, p, r in _ROW.findall(part)}


@pytest.fixture(scope="module", params=FILES)
def measured(request: pytest.FixtureRequest) -> tuple[str, Score]:
    return request.param, score(sentences(request.param))


def test_precision_and_recall_are_as_good_as_written(measured: tuple[str, Score]) -> None:
    name, found = measured
    rows = written(name)
    assert rows["all"][0] == found.wanted.total()
    for kind, (_labels, precision, recall) in rows.items():
        key = "" if kind == "all" else kind
        assert found.precision(key) >= precision - ROUNDING, kind
        assert found.recall(key) >= recall - ROUNDING, kind


def test_every_kind_is_measured() -> None:
    assert {what.value for what in What} <= set(written("worked_on"))


def test_there_are_sentences_enough_and_most_of_them_name_nobody() -> None:
    texts = [each for name in FILES for each in sentences(name)]
    assert len(texts) >= 480
    assert sum(not each.labels for each in texts) > len(texts) / 2


def test_labels_name_kinds_there_are() -> None:
    kinds = {what.value for what in What}
    assert {
        kind for name in FILES for each in sentences(name) for _a, _b, kind in each.labels
    } <= kinds


def test_a_label_is_read_with_its_place() -> None:
    each = read("I saw [name:Kyle] at [school:Oakfield Academy].")
    assert each.text == "I saw Kyle at Oakfield Academy."
    assert [each.text[a:b] for a, b, _kind in each.labels] == ["Kyle", "Oakfield Academy"]


def test_in_the_rehearsal_only_the_planted_name_is_marked() -> None:
    texts = list(rehearsal())
    marks = [text[s.start : s.end] for text in texts for s in find_identifiers(text, let_be())]
    assert marks == ["Kayleigh"]
    assert sum(len(text.split()) for text in texts) > 20_000


def test_the_labelled_files_say_they_are_invented() -> None:
    for name in FILES:
        head = Path(ROOT / "tests/golden/guard" / f"{name}.txt").read_text("utf-8").splitlines()[:3]
        assert any("nvented" in line for line in head)
