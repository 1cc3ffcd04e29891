from evidencekit.errors.base import every
from evidencekit.errors.disclosing import StillOpen, WordsNotThere


def test_no_refusal_repeats_the_words_that_are_to_be_withheld() -> None:
    assert StillOpen(count=3).what_happened.startswith("Nobody has decided yet about 3 ")
    ours = [kind for kind in every() if kind.code.startswith("disclosing.")]
    assert len(ours) == len({kind.code for kind in ours})
    assert not any("{words}" in kind.happened + kind.next_step for kind in ours)
    assert WordsNotThere().what_is_safe == "Nothing was changed."
