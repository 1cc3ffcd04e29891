"""Steps of a text: words in, words out, and the same again after they were kept as JSON."""

import json

from hypothesis import given, settings, strategies as st

from evidencekit import canonical
from ui.widgets.text_history import KEPT_LETTERS, KEPT_STEPS, Step, TextHistory, width


def typed(history: TextHistory, text: str, at: int = 0) -> int:
    for letter in text:
        history.add(Step(at, "", letter))
        at += width(letter)
    return at


def applied(text: str, step: Step | None) -> str:
    assert step is not None
    units = text.encode("utf-16-le")
    removed = step.removed.encode("utf-16-le")
    start = 2 * step.at
    assert units[start : start + len(removed)] == removed
    return (units[:start] + step.added.encode("utf-16-le") + units[start + len(removed) :]).decode(
        "utf-16-le"
    )


def test_a_word_is_one_step_and_comes_back_whole() -> None:
    history = TextHistory()
    typed(history, "The baby")

    assert history.undo() == Step(4, "baby", "")
    assert history.undo() == Step(0, "The ", "")
    assert history.undo() is None
    assert history.redo() == Step(0, "", "The ")


def test_a_pause_parts_a_word_in_two() -> None:
    history = TextHistory()
    typed(history, "as")
    history.pause()
    typed(history, "leep", 2)

    assert history.undo() == Step(2, "leep", "")


def test_letters_deleted_one_by_one_come_back_at_once() -> None:
    history = TextHistory()
    for at, gone in ((5, "p"), (4, "e"), (3, "e")):  # backspace
        history.add(Step(at, gone, ""))
    assert history.undo() == Step(3, "", "eep")

    for gone in "asl":  # delete
        history.add(Step(0, gone, ""))
    assert history.undo() == Step(0, "", "asl")


def test_typing_after_undo_lets_go_of_what_was_taken_back() -> None:
    history = TextHistory()
    typed(history, "one two")
    history.undo()
    typed(history, "x", 4)

    assert not history.can_redo
    assert history.undo() == Step(4, "x", "")


def test_only_the_newest_steps_are_kept_with_a_draft() -> None:
    history = TextHistory()
    typed(history, "word " * (KEPT_STEPS + 50))
    kept = history.to_json()
    assert isinstance(kept["undo"], list)
    assert len(kept["undo"]) == KEPT_STEPS

    history.add(Step(0, "", "x" * KEPT_LETTERS))
    assert history.to_json()["undo"] == [[0, "", "x" * KEPT_LETTERS]]


def test_what_no_history_wrote_is_no_history() -> None:
    for wrong in ({"undo": "all"}, {"undo": [["0", "", "a"]]}, {"undo": [[0, ""]]}, {"undo": [7]}):
        history = TextHistory()
        history.take(wrong)  # type: ignore[arg-type]
        assert not history.can_undo


_CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 3), st.text("ab \n\u00e9\U0001f600", max_size=4)),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(_CHANGES)
def test_undoing_everything_gives_the_first_text_and_redoing_the_last(
    changes: list[tuple[float, int, str]],
) -> None:
    first = text = "Once upon a \U0001f600 time"
    history = TextHistory()
    for share, removed, added in changes:
        start = int(share * len(text))
        gone = text[start : start + removed]
        if gone or added:
            history.add(Step(width(text[:start]), gone, added))
            text = text[:start] + added + text[start + removed :]
    last = text
    kept = json.loads(canonical.encode(history.to_json()))
    again = TextHistory()
    again.take(kept)
    while again.can_undo:
        text = applied(text, again.undo())
    assert text == first
    while again.can_redo:
        text = applied(text, again.redo())
    assert text == last
