"""V12 and the papers of closed meetings: MAPPA as it was in the framework's year."""

from collections.abc import Iterator, Mapping

from evidencekit.canonical import Json
from evidencekit.checks.context import Context
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records import given
from evidencekit.records.words import VOCABULARIES

LONG_QUOTATION = 25  # words; a longer one copies the paper rather than tells what it was worth

VIEW_ONLY_MEETINGS = frozenset({"mappa", "marac"})  # whatever the framework says of them

_VIEW_ONLY = frozenset({"view-only", "seen-not-copied"})
_SHORT_TIME = "1"


def mappa_of_its_time(context: Context) -> Iterator[Problem]:
    """Look at a MAPPA meeting's category and level."""
    if context.kind != "observation" or given.text(context.fields, "what") != "mappa":
        return
    details = given.group(context.fields, "mappa")
    category, level = given.text(details, "category"), given.text(details, "level")
    source = context.source_of("mappa")
    word = VOCABULARIES["mappa-categories"].word(category)
    if word is not None and not word.existed_in(context.pack.year):
        words = f"Category {category} did not exist in {context.pack.year}. Choose another."
        yield blocking(words, field="mappa.category", source=source)
    if level and not category:
        words = "A level was chosen without a category. Add the category."
        yield blocking(words, field="mappa.category", source=source)
    if category and not level:
        yield advice("Add the level it was heard at.", field="mappa.level", source=source)
    if level == _SHORT_TIME:
        words = "Level 1 is managed by one agency and does not usually meet. Look at the level."
        yield advice(words, field="mappa.level", source=source)


def view_only_papers(context: Context) -> Iterator[Problem]:
    """Keep papers that may only be viewed out of the workspace: no copy, no long quotation."""
    if not may_only_be_viewed(context.pack, context.kind, context.fields):
        return
    for key in ("attachments", "files"):
        if not given.is_blank(context.fields.get(key)):
            words = "These papers may be viewed on site only. Take the copy out again."
            yield blocking(words, field=key, source=context.pack.usual("120081 ¶46"))
    for path, quotation in _quotations(context):
        if len(quotation.split()) > LONG_QUOTATION:
            words = "A long quotation from papers that may only be viewed. Tell your evaluation."
            yield advice(words, field=path, source=context.pack.usual("120081 ¶46"))


def may_only_be_viewed(pack: FrameworkPack, kind: str, fields: Mapping[str, Json]) -> bool:
    """Tell whether no copy of these papers may be kept: MAPPA, MARAC, or by what was chosen."""
    if kind == "document":
        return given.text(fields, "handling") in _VIEW_ONLY
    what = given.text(fields, "what")
    if kind == "observation" and what in VIEW_ONLY_MEETINGS:
        return True
    watched = pack.observation_kind(what)
    return watched is not None and watched.view_only


def _quotations(context: Context) -> Iterator[tuple[str, str]]:
    yield "quotation", given.text(context.fields, "quotation")
    for place, line in enumerate(given.rows(context.fields, "lines")):
        if given.text(line, "kind") == "quote":
            yield f"lines.{place}.text", given.text(line, "text")
