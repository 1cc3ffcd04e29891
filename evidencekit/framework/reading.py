"""TOML text to FrameworkPack, or a refusal that names the line and the reason."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping

from evidencekit import canonical
from evidencekit.errors.framework import BadPack
from evidencekit.errors.values import NotCanonical
from evidencekit.framework.items import LABEL_LIMIT, SHARED, Item, Part
from evidencekit.framework.pack import WORD_LISTS, FrameworkPack
from evidencekit.framework.places import Path, Places
from evidencekit.framework.rules import RULES
from evidencekit.framework.shapes import Misfit, Toml, misfit, shaped

LARGEST = 1024 * 1024  # bytes of an honest pack; ours is some 20 KB
_AT_LINE = re.compile(r"^(?P<why>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_LISTS = (*WORD_LISTS, "principles", "limits", "grounds", "unpublished")
_AREA_KEY = re.compile(r"[a-z]{2,8}")
_PACK_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,40}")


def read_pack(untrusted: str, file: str = "The framework file") -> FrameworkPack:
    """Read the text of a pack; BadPack names the first line that does not fit, and why."""
    pack, wrong = _weighed(untrusted, file)
    if wrong:
        raise wrong[0]
    return pack


def read_bytes(untrusted: bytes, file: str) -> FrameworkPack:
    """Read the bytes of a file, which must be UTF-8 and no larger than a pack can be."""
    return read_pack(_text(untrusted, file), file)


def faults(untrusted: bytes, file: str) -> tuple[BadPack, ...]:
    """Give all that keeps a file from being a framework, by line; nothing when it is one."""
    try:
        _pack, wrong = _weighed(_text(untrusted, file), file)
    except BadPack as error:
        return (error,)
    return tuple(wrong)


def _weighed(untrusted: str, file: str) -> tuple[FrameworkPack, list[BadPack]]:
    """Read a pack with every check that it fails; a key of a wrong form ends the reading."""
    table = _parsed(untrusted, file)

    def bad(found: Misfit) -> BadPack:
        return BadPack(file=file, line=Places(untrusted).line(found.path), why=found.why)

    try:
        pack = shaped(FrameworkPack, table, (), digest=_digest(table), moved=())
    except Misfit as found:
        raise bad(found) from found
    wrong: list[BadPack] = []
    for check in _CHECKS:
        try:
            check(pack)
        except Misfit as found:
            wrong.append(bad(found))
    return pack, sorted(wrong, key=lambda each: int(str(each.facts["line"])))


def _text(untrusted: bytes, file: str) -> str:
    if len(untrusted) > LARGEST:
        raise BadPack(file=file, line=1, why="the file is larger than 1 MB")
    try:
        return untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = untrusted.count(b"\n", 0, error.start) + 1
        raise BadPack(file=file, line=line, why="the text is not UTF-8") from error


def _parsed(untrusted: str, file: str) -> Mapping[str, Toml]:
    try:
        return tomllib.loads(untrusted)
    except RecursionError as error:
        raise BadPack(file=file, line=1, why="lists stand inside lists too deeply") from error
    except ValueError as error:
        found = _AT_LINE.match(str(error))
        last = untrusted.rstrip().count("\n") + 1
        line = int(found["line"]) if found and found["line"] else last
        raise BadPack(file=file, line=line, why=_syntax(found)) from error


def _syntax(found: re.Match[str] | None) -> str:
    if found is None:
        return "a number is too long"
    return f"this is not TOML ({found['why'][:1].lower()}{found['why'][1:]})"


def _digest(table: Mapping[str, Toml]) -> str:
    try:
        return canonical.digest(table)
    except NotCanonical:
        # A date or a broken number: the check of each key, which comes next, names its line.
        return ""


def _id_fits(pack: FrameworkPack) -> None:
    if not _PACK_ID.fullmatch(pack.id):
        misfit(("id",), "the id is small letters, digits and hyphens, such as macp-2012")


def _ids_differ(pack: FrameworkPack) -> None:
    for name in _LISTS:
        if name not in {"joint_areas", "specialist_areas"}:
            items: tuple[Item, ...] = getattr(pack, name)
            _differ(name, "id", [item.id for item in items])
    _differ("areas", "key", [area.key for area in pack.areas])
    _differ("areas", "number", [f"{area.kind.value} {area.number}" for area in pack.areas])


def _differ(name: str, key: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for place, value in enumerate(values):
        if value.casefold() in seen:
            misfit((name, place, key), f"the {key} {value} stands twice in {name}")
        seen.add(value.casefold())


def _areas_fit(pack: FrameworkPack) -> None:
    if not pack.areas:
        misfit(("areas",), "a framework needs at least one area")
    for place, area in enumerate(pack.areas):
        if len(area.label) > LABEL_LIMIT:
            why = f"the label has {len(area.label)} letters; {LABEL_LIMIT} fit a row"
            misfit(("areas", place, "label"), why)
        if not _AREA_KEY.fullmatch(area.key):
            misfit(("areas", place, "key"), "a key is two to eight small letters")


def _one_leads(pack: FrameworkPack) -> None:
    leads = [n for n, one in enumerate(pack.inspectorates) if one.part is Part.LEAD]
    if len(leads) != 1:
        place: Path = ("inspectorates", leads[1]) if leads else ("inspectorates",)
        misfit(place, "exactly one inspectorate has the part lead")


def _rules_known(pack: FrameworkPack) -> None:
    for place, rule in enumerate(pack.rules):
        if rule not in RULES:
            misfit(("rules", place), f"there is no rule called {rule}")
    _differ("rules", "name", pack.rules)


def _references_hold(pack: FrameworkPack) -> None:
    inspectorates = {one.id for one in pack.inspectorates}
    for place, one in enumerate(pack.inspectorates):
        _known(one.establishments, {e.id for e in pack.establishments}, "establishment",
               ("inspectorates", place, "establishments"))  # fmt: skip
    for place, area in enumerate(pack.areas):
        _known((area.owner,), {*inspectorates, ""}, "inspectorate", ("areas", place, "owner"))
    for place, phase in enumerate(pack.phases):
        path: Path = ("phases", place, "inspectorates")
        _known(phase.inspectorates, inspectorates, "inspectorate", path)
    for place, judgement in enumerate(pack.judgements):
        path = ("judgements", place)
        _known((judgement.owner,), {*inspectorates, SHARED}, "inspectorate", (*path, "owner"))
        grades = {grade.id for grade in pack.grades}
        _known(judgement.grades, grades, "grade on the scale", (*path, "grades"))


def _limits_hold(pack: FrameworkPack) -> None:
    judgements = {one.id for one in pack.judgements}
    for place, limit in enumerate(pack.limits):
        path: Path = ("limits", place)
        _known((limit.grade,), {one.id for one in pack.grades}, "grade", (*path, "grade"))
        _known(limit.judgements, judgements, "judgement", (*path, "judgements"))
        _known((limit.overall,), judgements, "judgement", (*path, "overall"))
    for place, ground in enumerate(pack.grounds):
        _known((ground.id,), {*pack.rules}, "rule of this framework", ("grounds", place, "id"))


def _narrative_has_no_scale(pack: FrameworkPack) -> None:
    if pack.narrative and pack.grades:
        misfit(("grades",), "a framework whose findings are narrative has no grades")


def _known(wanted: Iterable[str], known: set[str], what: str, path: Path) -> None:
    for one in wanted:
        if one not in known:
            misfit(path, f"there is no {what} called {one}")


_CHECKS: tuple[Callable[[FrameworkPack], None], ...] = (
    _id_fits, _ids_differ, _areas_fit, _one_leads, _rules_known, _references_hold,
    _limits_hold, _narrative_has_no_scale,
)  # fmt: skip
