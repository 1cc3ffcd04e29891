from evidencekit.checks.problem import OWN_RULE, Weight, advice, blocking


def test_a_blocking_problem_is_told_from_advice() -> None:
    assert blocking("Fill it in.").blocks
    assert not advice("Look again.").blocks
    assert [weight.value for weight in Weight] == ["blocks", "look"]


def test_the_question_on_the_form_is_read_from_the_path() -> None:
    assert blocking("x.", field="lines.3.text").top_field == "lines"
    assert blocking("x.", field="impact").top_field == "impact"
    assert blocking("x.").top_field == ""


def test_words_are_cited_with_their_paragraph_and_our_own_rule_cites_none() -> None:
    assert blocking("Take it out.", source="120081 ¶50").cited == "Take it out (120081 ¶50)."
    assert blocking("Take it out.", source=OWN_RULE).cited == "Take it out."
    assert advice("Look again.").cited == "Look again."
