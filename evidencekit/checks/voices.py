"""V03 and V04: nobody is watched or quoted unasked, and not only those whom others chose."""

from collections.abc import Iterator
from datetime import date

from evidencekit.checks.context import Context, Fields, WholeContext
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.records import given

FIELD = "consent"
RULE = "consent-before-voice"
ALWAYS_ASKED = frozenset({"visit", "shadowing"})  # whatever the framework says of them

_CHILDREN = frozenset({"child", "care-leaver"})
_DAY = len("2012-11-19")


def consent_before_voice(context: Context) -> Iterator[Problem]:
    """Ask for a consent record with every voice and every observation that needs one."""
    if context.kind not in {"observation", "voice"} or not _is_asked(context):
        return
    source = context.source_of(FIELD)
    consent = given.group(context.fields, FIELD)
    match given.text(consent, "status"):
        case "":
            yield blocking("Record the consent: whose, and how it was asked.",
                           field=FIELD, source=source)  # fmt: skip
        case "refused":
            words = "Consent was refused, so nothing of what was seen or said may stand here."
            yield blocking(words, field=FIELD, source=source)
        case "not-sought":
            if not given.text(consent, "note"):
                words = "Say in the consent's note why it was not sought."
                yield blocking(words, field=f"{FIELD}.note", source=source)
        case "withdrawn":
            yield from _withdrawn(consent, source)
        case _:
            yield from _given_in_full(context, consent, source)
            if given.text(consent, "withdrawn_at"):
                yield from _withdrawn(consent, source)


def withdrawn_words(consent: Fields) -> str:
    """Say that consent was withdrawn, and when; "" when it was not."""
    at = given.text(consent, "withdrawn_at")[:_DAY]
    if not at and given.text(consent, "status") != "withdrawn":
        return ""
    try:
        day = date.fromisoformat(at)
    except ValueError:
        return "Consent was withdrawn."
    return f"Consent was withdrawn on {day.day} {day:%B %Y}."


def own_choice_of_voices(whole: WholeContext) -> Iterator[Problem]:
    """Look whether children were heard whom the authority did not choose."""
    routes = [given.text(fields, "route") for fields in _children(whole)]
    if routes and all(route == "authority" for route in routes):
        words = (
            "Every child heard so far was suggested by the local area. "
            "Choose some yourselves, of the sample where you can."
        )
        yield advice(words, source=whole.pack.usual("120081 ¶47"))
    in_council = [given.text(fields, "in_council") for fields in _children(whole)]
    if in_council and all(answer == given.YES for answer in in_council):
        words = "Every child heard so far belongs to a council or group. Hear others too."
        yield advice(words, source=whole.pack.usual("120081 ¶47"))


def _children(whole: WholeContext) -> list[Fields]:
    voices = (item.fields for item in whole.of_kind("voice"))
    return [fields for fields in voices if given.text(fields, "who") in _CHILDREN]


def _is_asked(context: Context) -> bool:
    what = given.text(context.fields, "what")
    if context.kind == "voice" or what in ALWAYS_ASKED:
        return True
    kind = context.pack.observation_kind(what)
    return RULE in context.pack.rules and (kind is None or kind.asks_consent)


def _withdrawn(consent: Fields, source: str) -> Iterator[Problem]:
    words = f"{withdrawn_words(consent)} Ask the lead what of this may be kept."
    yield advice(words, field=FIELD, source=source)
    if not given.text(consent, "withdrawn_at"):
        words = "Add when consent was withdrawn."
        yield advice(words, field=f"{FIELD}.withdrawn_at", source=source)


def _given_in_full(context: Context, consent: Fields, source: str) -> Iterator[Problem]:
    if given.is_blank(consent.get("given_by")) and given.is_blank(consent.get("who")):
        words = "Say in the consent who agreed."
        yield blocking(words, field=f"{FIELD}.given_by", source=source)
    if given.is_blank(consent.get("how")):
        words = "Say in the consent how it was asked."
        yield blocking(words, field=f"{FIELD}.how", source=source)
    if not given.text(consent, "at"):
        in_person = context.kind == "voice" or given.text(context.fields, "what") in ALWAYS_ASKED
        ask = blocking if in_person else advice
        yield ask("Say in the consent when they agreed.", field=f"{FIELD}.at", source=source)
    yield from _childs_own(context, consent, source)


def _childs_own(context: Context, consent: Fields, source: str) -> Iterator[Problem]:
    if context.kind != "voice" or given.text(context.fields, "who") not in _CHILDREN:
        return
    agreed = given.texts(consent, "given_by")
    if agreed and "child" not in agreed:
        words = "Somebody agreed for the child. Say whether the child agreed too."
        yield advice(words, field=f"{FIELD}.given_by", source=source)
    if given.text(context.fields, "told_use") == given.NO:
        words = "The child was not told how their words will be used. Tell them if you still can."
        yield advice(words, field="told_use", source=source)
