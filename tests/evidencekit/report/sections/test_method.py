from evidencekit.records.revision import State
from evidencekit.report.outline import Facts, Points, Table
from evidencekit.report.sections import method
from tests.evidencekit.report.amberford import Amberford, section, words_of


def test_the_method_is_the_framework_s_own() -> None:
    blocks = method.blocks(Amberford().base(), section("method"))
    facts = next(block for block in blocks if isinstance(block, Facts))
    assert ("Notice", "Unannounced") in facts.rows
    assert "¶37" in words_of(blocks)


def test_drafts_concerns_and_newer_kinds_are_counted_and_nothing_more() -> None:
    world = Amberford()
    world.add("case-note", {"headline": "half"}, state=State.DRAFT.value)
    world.add("case-note", {"headline": "whole"})
    world.add("concern", {"nature": "A child named Zebedee."})
    world.add("hologram", {"text": "unknown words"})
    blocks = method.blocks(world.base(), section("method"))
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows[0] == ("Case notes", "1", "1", "1")
    told = [item.text for block in blocks if isinstance(block, Points) for item in block.items]
    assert "Concerns about a child's safety: 1. They are never printed." in told
    assert "Drafts, findings and judgements included: 1. They are left out." in told
    assert "Records of a kind that a newer version wrote: 1. They are kept." in told
    assert "Zebedee" not in words_of(blocks)
    assert "unknown words" not in words_of(blocks)
