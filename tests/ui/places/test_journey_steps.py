"""A journey as steps: dates as exactly as they are known, silences before what ends them."""

from evidencekit.canonical import Json
from tests.ui.places.conftest import Known, add
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_steps import ALONE, SEEN, VOICE, Step, steps_of, with_silences
from ui.places.workplace import Workplace


def _steps(workplace: Workplace, known: Known) -> tuple[Step, ...]:
    found, snapshot = read_journey(workplace, known)
    return with_silences(steps_of(found, snapshot), found.silences)


def test_dates_say_no_more_than_is_known(workplace: Workplace, known: Known) -> None:
    write_journey(workplace, known)
    assert [step.when_words for step in _steps(workplace, known) if step.key][:4] == [
        "3 June 2012", "September 2012", "about 28 September 2012", "9 October 2012",
    ]  # fmt: skip


def test_a_silence_stands_before_what_ended_it_and_opens_nothing(
    workplace: Workplace, known: Known
) -> None:
    write_journey(workplace, known)
    silence = _steps(workplace, known)[1]
    assert silence.key == ""
    assert silence.is_silence
    assert silence.spoken == (
        "between 90 and 119 days in which nothing is recorded, from 3 June 2012 to September 2012."
    )


def test_who_saw_the_child_and_what_the_child_said_is_told(
    workplace: Workplace, known: Known
) -> None:
    write_journey(workplace, known)
    steps = {step.text: step for step in _steps(workplace, known)}
    seen = steps["Seen at school."]
    assert seen.child == {SEEN, ALONE, VOICE}
    assert "Child seen alone" in seen.spoken
    said = steps["“I like it when it is quiet.”"]
    assert (said.lane, said.tags) == (VOICE, ("Child's voice",))


def test_what_has_no_date_comes_last_and_says_so(workplace: Workplace, known: Known) -> None:
    write_journey(workplace, known)
    lost = add(workplace, "journey-event", {"case": known.case, "what": "A call.", "agency": "gp"})
    last = _steps(workplace, known)[-1]
    assert (last.key, last.when_words, last.years) == (lost, "No date", ())


def test_something_said_to_last_for_ever_is_listed_under_a_few_years_only(
    workplace: Workplace, known: Known
) -> None:
    forever: dict[str, Json] = {
        "case": known.case, "when": {"date": "2012", "precision": "year"}, "what": "A plan.",
        "until": {"date": "9999", "precision": "year"}, "agency": "gp",
    }  # fmt: skip
    made = add(workplace, "journey-event", forever)
    step = next(step for step in _steps(workplace, known) if step.key == made)
    assert step.years[0] == "2012"
    assert len(step.years) < 50
    assert step.when_words == "2012 to 9999"
