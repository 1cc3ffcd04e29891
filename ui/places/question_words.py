"""A question in words: how far it has come, who asks whom, and when."""

from evidencekit.operations.asking import Conversation, Standing
from ui.places.dates import stamp_words
from ui.places.workplace import Workplace

_TAGS = {
    Standing.WAITING: ("Not answered yet", "caution"),
    Standing.ANSWERED: ("Answered", "info"),
    Standing.SETTLED: ("Settled", "ok"),
}


def standing_tag(each: Conversation) -> tuple[str, str]:
    """Give the words and tone of how far a question has come."""
    return _TAGS[each.standing]


def asked_words(each: Conversation, workplace: Workplace) -> str:
    """Say who asks whom, when, and by when an answer is needed."""
    me = workplace.me.id
    who = "You ask" if each.by == me else f"{each.by_name} asks"
    whom = "you" if each.to == me else each.to_name
    at = stamp_words(each.asked, workplace.zone, workplace.now().date())
    by_when = f" Needed: {each.urgency.lower()}." if each.urgency else ""
    return f"{who} {whom}, {at}.{by_when}"
