"""Words a person keeps in this workspace: their own spelling, and what is no name. Never sent."""

import re
from collections.abc import Iterable

from evidencekit import canonical
from evidencekit.errors.words import NotAWord
from evidencekit.operations.desk import Desk
from evidencekit.store import settings

MINE, NO_NAMES, SPELLING = "words-mine", "words-no-names", "spelling"
_LONGEST = 64
_OFF = "off"
_WORD = re.compile(r"[^\W\d_]{2,}")


def my_words(desk: Desk) -> tuple[str, ...]:
    """Give the words this person spells their own way, in order."""
    return _kept(desk, MINE)


def add_word(desk: Desk, word: str) -> tuple[str, ...]:
    """Keep a word as rightly spelt; NotAWord when it is none."""
    return _keep(desk, MINE, {*my_words(desk), _tidied(word)})


def drop_word(desk: Desk, word: str) -> tuple[str, ...]:
    """Forget one of one's own words."""
    return _keep(desk, MINE, set(my_words(desk)) - {word})


def no_names(desk: Desk) -> tuple[str, ...]:
    """Give what this person said is no name, in small letters."""
    return _kept(desk, NO_NAMES)


def add_no_name(desk: Desk, words: str) -> tuple[str, ...]:
    """Let these words be wherever they stand in this workspace."""
    return _keep(desk, NO_NAMES, {*no_names(desk), _tidied(words).casefold()})


def drop_no_name(desk: Desk, words: str) -> tuple[str, ...]:
    """Mark these words again."""
    return _keep(desk, NO_NAMES, set(no_names(desk)) - {words})


def let_be(desk: Desk) -> frozenset[str]:
    """Give what the guard lets be: what is no name, and the area under inspection."""
    area = {found.casefold() for found in _WORD.findall(desk.me.area)}
    return frozenset({*no_names(desk), *area})


def let_be_in_records(desk: Desk) -> frozenset[str]:
    """Give that, and the whole names of the team: an agenda says whose evidence stands alone."""
    members = desk.trust.roster.members if desk.trust else ()
    return let_be(desk) | {" ".join(member.name.split()).casefold() for member in members}


def is_spelling_on(desk: Desk) -> bool:
    """Tell whether this person has their spelling checked."""
    return settings.get(desk.database, SPELLING) != _OFF


def turn_spelling(desk: Desk, *, on: bool) -> None:
    """Check spelling from now on, or no more."""
    settings.put(desk.database, SPELLING, "on" if on else _OFF)


def _kept(desk: Desk, name: str) -> tuple[str, ...]:
    found = canonical.decode(settings.get(desk.database, name, "[]").encode())
    return tuple(str(word) for word in found) if isinstance(found, list | tuple) else ()


def _keep(desk: Desk, name: str, words: Iterable[str]) -> tuple[str, ...]:
    kept = tuple(sorted(words, key=str.casefold))
    settings.put(desk.database, name, canonical.encode(kept).decode())
    return kept


def _tidied(word: str) -> str:
    tidy = " ".join(word.split())
    if not tidy or len(tidy) > _LONGEST or "\n" in word.strip():
        raise NotAWord
    return tidy
