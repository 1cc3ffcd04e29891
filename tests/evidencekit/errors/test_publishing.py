from evidencekit.errors.publishing import FolderInUse, MayIdentify, NotAKey


def test_a_refusal_says_what_happened_and_that_nothing_was_written_over() -> None:
    refusal = FolderInUse(path="published")
    assert refusal.what_happened == "published is there already and is not an empty folder."
    assert "nothing is ever written over" in refusal.what_to_do


def test_a_refusal_names_the_places_and_never_the_words() -> None:
    refusal = MayIdentify(places=("area.label row 2", "code.note row 7"))
    assert refusal.what_happened.endswith("somebody: area.label row 2, code.note row 7.")
    assert NotAKey(path="a.key").what_to_do == "Make one with: evidencekit publish-key FILE."
