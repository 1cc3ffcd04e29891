from evidencekit.operations import machine


def test_the_machine_tells_versions_and_a_timing_and_no_path() -> None:
    facts = machine.facts()
    assert facts["sqlcipher3"] == "0.6.4"
    assert isinstance(facts["key derivation, ms"], int)
    assert not any("/" in str(value) for key, value in facts.items() if key != "system")
