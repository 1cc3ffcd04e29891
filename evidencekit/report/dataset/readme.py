"""The paper that goes with a publication: what it is, how to load and read it, what it risks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.folder import SMALL
from evidencekit.report.dataset.treatment import STAYS

LAYOUT = 1  # raise it when a table or column changes its name, form or meaning
USE = (
    "For statistical work by the inspectorates and those they commission. This is pseudonymised "
    "personal data about children and about inspectors: data protection law applies to it in "
    "full. Keep it as OFFICIAL-SENSITIVE. Not to be published, passed on, joined with other data "
    "about people, or used to find out who anybody is. No licence to reuse is given."
)
_NONE = "- None."
_DATES = {
    Dates.NUMBERS: "No date of the calendar stands anywhere. A column that ends in `_day` counts "
    "the days of the inspection: 1 is the first on site. In cases and journey events it counts "
    "from the first dated event of that case, which is 0. `_minute` counts from midnight.",
    Dates.SHIFTED: "Every date is moved: those of the inspection by one number of weeks, those of "
    "each case by another. Days of the week and distances are true within the inspection and "
    "within a case, and nowhere else; an hour may differ where the clocks change. `_day` in cases "
    "and journey events counts from the first dated event of that case, which is 0.",
}
_KEY = {
    False: "The pseudonyms belong to this base alone: those of another base cannot be joined.",
    True: "A key file was used: a place, and a person with the same id, has the same pseudonym in "
    "every publication made with it. Whoever holds several can join them.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the papers say of a publication."""

    publication: str
    pack: FrameworkPack
    dates: Dates
    records: int
    stayed: Mapping[str, int]
    rows: Mapping[str, int]
    small: Mapping[str, int]
    area: str = ""
    is_shared_key: bool = False

    @property
    def title(self) -> str:
        """Give its title."""
        where = f" of {self.area}" if self.area else ""
        return f"Evidence of an inspection{where}, {self.pack.short_title}, for analysis"


def package(about: About) -> dict[str, Json]:
    """Give what datapackage.json says at its head."""
    return {
        "name": f"evidencekit-{about.publication}", "title": about.title, "description": USE,
        "version": str(LAYOUT),
    }  # fmt: skip


def page(about: About) -> str:
    """Give README.md."""
    return _template().substitute(
        title=about.title, layout=LAYOUT, publication=about.publication, use=USE,
        records=about.records, tables=len(about.rows), dates=_DATES[about.dates],
        area="" if about.area else ", the name of the area", key=_KEY[about.is_shared_key],
        stayed="\n".join(_stayed(about.stayed)) or _NONE, few=SMALL,
        small="\n".join(f"- `{column}`: {many}" for column, many in sorted(about.small.items()))
        or _NONE,
    )  # fmt: skip


def few(many: int) -> str:
    """Say a number of records; a small one is not counted out."""
    return str(many) if many >= SMALL else f"fewer than {SMALL}"


def _stayed(stayed: Mapping[str, int]) -> list[str]:
    return [f"- {words} Records: {few(stayed[why])}." for why, words in STAYS.items()
            if stayed.get(why)]  # fmt: skip


@cache
def _template() -> Template:
    return Template(files("resources").joinpath("dataset", "README.md").read_text("utf-8"))
