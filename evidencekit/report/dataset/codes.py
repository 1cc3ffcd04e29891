"""Every list of words that a column may hold, and what the framework says, as rows."""

from collections.abc import Iterable, Iterator, Mapping

from evidencekit.framework.items import AreaKind, Status
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records import acceptance
from evidencekit.records.kinds import KINDS
from evidencekit.records.words import VOCABULARIES, is_pack_words
from evidencekit.report.dataset import fixed
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.eye import NOT_LISTED, WITHHELD
from evidencekit.report.dataset.questions import AREAS
from evidencekit.report.dataset.tables import Row, Table
from evidencekit.report.dataset.treatment import GOES_OUT, STAYS
from evidencekit.report.plain import safe

Words = tuple[tuple[str, str, str], ...]  # code, label, note

_OUTSIDE = (
    NOT_LISTED, "Not in the list",
    "There is an answer, and it is outside the list: own words, or a word of another version.",
)  # fmt: skip
_OWN: Mapping[str, Words] = {
    fixed.KINDS: (
        *((key, KINDS[key].label, KINDS[key].help) for key in GOES_OUT),
        (WITHHELD, "Stays behind", "The one row that stands for every record that stays behind."),
    ),
    fixed.ACCEPTED: (
        (acceptance.ACCEPTED, "Accepted", "The lead accepted it as it stands."),
        (acceptance.SET_ASIDE, "Set aside", "The lead set it aside, with a reason."),
        (acceptance.NEW_INFORMATION, "New information", "It changed since the decision."),
        (acceptance.CONTESTED, "Contested", "Lead and deputy decided differently."),
    ),
    fixed.BUNDLES: (
        ("since", "What was new", ""), ("full", "Everything", ""), ("set-up", "Set-up pack", ""),
        ("return", "Return pack", ""), ("receipt", "Receipt", ""),
    ),
    fixed.STAYED: tuple((key, words, "") for key, words in STAYS.items()),
    "dates": (
        (Dates.NUMBERS.value, "Counted in days", "No date of the calendar stands anywhere."),
        (Dates.SHIFTED.value, "Moved by weeks", "Every date is moved by a number not told."),
    ),
    "area-kinds": tuple((each.value, each.value.capitalize(), "") for each in AreaKind),
    "framework-states": tuple((each.value, each.value.capitalize(), "") for each in Status),
}  # fmt: skip


def lists_of(tables: Iterable[Table]) -> tuple[str, ...]:
    """Give the lists that the columns of these tables name, in order of their names."""
    return tuple(sorted({c.codes for table in tables for c in table.columns if c.codes}))


def words_of(pack: FrameworkPack, codes: str) -> Words:
    """Give the words of a list, the one for answers outside it included."""
    if codes in _OWN:
        return _OWN[codes]
    if is_pack_words(codes):
        own = tuple((key, safe(label), "") for key, label in pack.words(codes) or ())
        return (*own, _OUTSIDE)
    listed = VOCABULARIES[codes].words
    return (*((word.key, word.label, word.note) for word in listed), _OUTSIDE)


def codes_of(pack: FrameworkPack, lists: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Give the codes of each list, the areas included."""
    return {each: frozenset(word[0] for word in words_of(pack, each)) for each in (*lists, AREAS)}


def labels_of(pack: FrameworkPack, lists: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Give the code by its label in small letters, for each list."""
    return {
        each: {label.casefold(): code for code, label, _ in words_of(pack, each)} for each in lists
    }


def code_rows(pack: FrameworkPack, lists: Iterable[str]) -> Iterator[Row]:
    """Give the rows of the table of codes."""
    for each in lists:
        for code, label, note in words_of(pack, each):
            yield (each, code, label, note or None)


def framework_rows(pack: FrameworkPack) -> Iterator[Row]:
    """Give the framework's one row."""
    yield (
        pack.id, pack.version, safe(pack.title), safe(pack.short_title) or None, pack.year,
        pack.status.value, safe(pack.source) or None, pack.digest,
    )  # fmt: skip


def area_rows(pack: FrameworkPack) -> Iterator[Row]:
    """Give the areas, and the one that stands for areas of another version."""
    for area in pack.areas:
        yield (
            area.id, pack.id, area.kind.value, area.number, safe(area.label),
            safe(area.text) or None, safe(pack.cited(area.source)) or None, area.owner or None,
        )  # fmt: skip
    yield (NOT_LISTED, pack.id, None, None, _OUTSIDE[1], None, None, None)
