from evidencekit.errors.merge import NotDecided, UnknownSide


def test_open_fields_are_named() -> None:
    assert "impact, i_saw" in NotDecided(fields=("impact", "i_saw")).what_happened


def test_a_version_that_is_not_offered_is_named() -> None:
    refused = UnknownSide(revision="ab12")
    assert "ab12" in refused.what_happened
    assert refused.exit_status == 4
