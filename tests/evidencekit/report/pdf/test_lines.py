import unicodedata

import pytest
from hypothesis import given, strategies as st

from evidencekit.report.pdf.fonts import Face
from evidencekit.report.pdf.lines import Line, Ruler, drawable


@pytest.fixture(scope="module")
def ruler() -> Ruler:
    return Ruler(Face.REGULAR)


def joined(lines: list[Line]) -> str:
    return "".join(line.text for line in lines).replace(" ", "").replace("\n", "")


def test_lines_fit_and_lose_nothing(ruler: Ruler) -> None:
    text = "The child was seen at home by a social worker and a health visitor. " * 20
    lines = ruler.broken(text, 10, 200)
    assert all(line.width <= 200 for line in lines)
    assert joined(lines) == text.replace(" ", "")
    assert all(line.runs is None for line in lines)


def test_a_word_wider_than_the_line_is_cut_and_kept_whole(ruler: Ruler) -> None:
    lines = ruler.broken(f"before {'x' * 500} after", 10, 120)
    assert all(line.width <= 120 for line in lines)
    assert joined(lines) == f"before{'x' * 500}after"


def test_double_spaces_and_empty_lines_stay(ruler: Ruler) -> None:
    assert [line.text for line in ruler.broken("a  b\n\nc", 10, 200)] == ["a  b", "", "c"]


def test_a_letter_atkinson_lacks_is_drawn_by_the_font_behind(ruler: Ruler) -> None:
    (line,) = ruler.broken("Dana Nguyễn was there", 10, 300)
    assert line.runs == ((False, "Dana Nguy"), (True, "ễ"), (False, "n was there"))


def test_an_accent_stays_in_the_font_of_its_letter(ruler: Ruler) -> None:
    (line,) = ruler.broken(drawable("ẹ\u0301"), 10, 300)
    assert line.runs == ((True, "ẹ\u0301"),)


def test_a_letter_nobody_has_is_shown_as_its_number() -> None:
    assert drawable("محمد") == "[U+0645 U+062D U+0645 U+062F]"
    assert drawable("a\U0001f467b") == "a[U+1F467]b"
    assert drawable("\u202eevil") == "[U+202E]evil"


def test_a_decomposed_name_is_drawn_composed() -> None:
    assert drawable(unicodedata.normalize("NFD", "Nguyễn")) == "Nguyễn"


def test_one_line_has_the_width_of_its_letters(ruler: Ruler) -> None:
    assert ruler.line("ab", 10).width == pytest.approx(ruler.width("a", 10) + ruler.width("b", 10))
    assert ruler.width("", 10) == 0


@given(text=st.text(max_size=300), width=st.floats(20, 400))
def test_any_text_is_broken_without_loss(text: str, width: float) -> None:
    ruler, shown = Ruler(Face.BOLD), drawable(text)
    lines = ruler.broken(shown, 9, width)
    assert joined(lines) == shown.replace(" ", "").replace("\n", "")
    for line in lines:
        if line.runs is not None:
            assert "".join(run for _, run in line.runs) == line.text
