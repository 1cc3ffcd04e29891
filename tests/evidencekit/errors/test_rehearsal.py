from evidencekit.errors.rehearsal import TooManyInspectors


def test_too_many_inspectors_are_told_how_many_there_are() -> None:
    refusal = TooManyInspectors(asked=40, most=12)
    assert "40 inspectors" in refusal.what_happened
    assert refusal.what_to_do == "Ask for at most 12."
    assert refusal.exit_status == 2
