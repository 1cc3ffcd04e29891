from evidencekit.framework.rules import RULES


def test_every_rule_says_what_it_looks_at() -> None:
    for name, words in RULES.items():
        assert name == name.lower()
        assert " " not in name
        assert len(words) > 20, name
