import pytest

from evidencekit.checks.schools import schools_beside


def found(text: str, child: str) -> list[str]:
    start = text.index(child)
    return [text[a:b] for a, b in schools_beside(text, [(start, start + len(child))])]


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("J.S., 7, St Mary's Primary School, was seen.", "St Mary's Primary School"),
        ("J.S. goes to Oakfield Academy and is late.", "Oakfield Academy"),
        ("J.S. left The Castle College in May.", "Castle College"),
    ],
)
def test_a_named_school_beside_a_child_is_found(text: str, school: str) -> None:
    assert found(text, "J.S.") == [school]


def test_a_school_in_another_sentence_is_let_be() -> None:
    assert found("J.S. was seen. Oakfield Academy has a new head.", "J.S.") == []


def test_a_kind_of_school_names_nobody() -> None:
    assert found("J.S. goes to a Primary School. ", "J.S.") == []


def test_a_school_without_a_child_is_let_be() -> None:
    assert list(schools_beside("Oakfield Academy has a new head.", [])) == []
