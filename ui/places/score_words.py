"""What the score page says, for a framework with a scale and for one that is written in words."""

from dataclasses import dataclass

from evidencekit.framework.pack import FrameworkPack


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOfScore:
    """The words that differ."""

    choice: str
    choice_help: str
    evidence_help: str
    no_choice: str
    no_evidence: str


_SCALE = WordsOfScore(
    choice="Grade",
    choice_help="Your own. The framework's scale, or that nobody looked, or that you looked and "
    "found none.",
    evidence_help="Tick what the grade rests on. Needed for a grade.",
    no_choice="Choose a grade, or say that it was not looked at.",
    no_evidence="Tick the evidence this grade rests on.",
)
_NARRATIVE = WordsOfScore(
    choice="Your view",
    choice_help="This framework is written in words: say them below, or that nobody looked, or "
    "that you looked and found none.",
    evidence_help="Tick what your view rests on. Needed when you looked.",
    no_choice="Say whether it was looked at.",
    no_evidence="Tick the evidence your view rests on.",
)


def words_for(pack: FrameworkPack) -> WordsOfScore:
    """Give the words that fit: without a scale, no word of one."""
    return _SCALE if pack.grades else _NARRATIVE


def waiting_words(scores: int) -> str:
    """Say how many scores by colleagues open once one's own is in; nothing when none waits."""
    if not scores:
        return ""
    if scores == 1:
        return "A colleague's score is in. You see it once yours is submitted."
    return f"{scores} scores by colleagues are in. You see them once yours is submitted."
