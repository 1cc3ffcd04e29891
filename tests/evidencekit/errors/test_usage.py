from evidencekit.errors.usage import NoPassphrase, PassphrasesDiffer, WrongUsage


def test_wrong_usage_and_a_missing_passphrase_have_their_own_exit_status() -> None:
    assert (NoPassphrase.exit_status, WrongUsage.exit_status, PassphrasesDiffer.exit_status) == (
        3, 2, 2,
    )  # fmt: skip


def test_the_reason_of_wrong_usage_is_a_sentence() -> None:
    assert WrongUsage(why="Two folders were given").what_happened == "Two folders were given."
