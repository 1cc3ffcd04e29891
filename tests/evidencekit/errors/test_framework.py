from evidencekit.errors.framework import BadPack, FrameworkTaken, PackOutOfReach, UnknownFramework


def test_a_refusal_about_a_pack_names_file_line_and_reason() -> None:
    refusal = BadPack(file="own.toml", line=7, why="the key source is missing here")

    assert refusal.what_happened == "own.toml, line 7: the key source is missing here."
    assert "evidencekit frameworks --check" in refusal.what_to_do
    assert refusal.exit_status == 4


def test_an_unknown_framework_lists_those_there_are() -> None:
    refusal = UnknownFramework(framework="x", known=("apc-2012", "macp-2012"))

    assert refusal.what_to_do == "These are here: apc-2012, macp-2012."


def test_each_refusal_says_what_happened_what_is_safe_and_what_now() -> None:
    for refusal in (
        FrameworkTaken(framework="macp-2012"),
        PackOutOfReach(file="own.toml", why="No such file or directory"),
    ):
        assert refusal.what_happened.endswith(".")
        assert refusal.what_is_safe == "Nothing was changed."
        assert refusal.what_to_do.endswith(".")
