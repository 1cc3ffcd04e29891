from evidencekit.errors.work import BadLine, NotReady, TooMuchText


def test_a_refusal_of_the_work_says_what_is_safe() -> None:
    refusal = BadLine(line=3, why="it is not JSON")
    assert refusal.what_happened == "Line 3 is not right: it is not JSON."
    assert "Nothing was added" in refusal.what_is_safe


def test_several_problems_are_named_in_one_sentence() -> None:
    refusal = NotReady(kind="case note", problems=("Fill in “Started”", "Say with whom"))
    assert refusal.what_happened.endswith("Fill in “Started”, Say with whom.")
    assert "draft" in refusal.what_is_safe


def test_what_was_typed_is_never_lost_by_a_refusal() -> None:
    assert "still here" in TooMuchText(limit_kb=1024).what_is_safe
