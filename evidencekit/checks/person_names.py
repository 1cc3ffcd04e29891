"""Find the names of people: by title, by list, and by what stands beside a word."""

import re
from collections.abc import Iterator

from evidencekit.checks import name_cues, names
from evidencekit.checks.names import TITLES

Found = tuple[int, int, bool]  # start, end, and whether it is sure

# A word of letters with hyphens and apostrophes inside, straight or curved.
_NAME = r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
_TITLED = re.compile(
    rf"\b(?:{'|'.join(TITLES)}|mr|mrs)\b\.?(?:[ ]and[ ](?:Mrs|Ms)\b\.?)?[ ](?P<name>{_NAME})"
)
_NEXT = re.compile(rf"[ ](?P<name>{_NAME})")
_WORD = re.compile(_NAME)
_OWNED = re.compile(r"['\u2019]s$")
_BEFORE_A_START = frozenset(" \t\"'([-\u2013\u2018\u2019\u201c\u201d")
_ENDS = frozenset(".!?:;\n\u2022")
# SystmOne and the like; names have such capitals only behind Mc, Mac, De, La and Fitz.
_MADE_UP = re.compile(r"\A(?!Ma?c|D[eiu]|L[ae]|Fitz|O['\u2019])[^-'\u2019]*[a-z][A-Z]")
_SHORTENED = re.compile(r"(?:n['\u2019]t|['\u2019](?:m|ve|ll|d|re))\Z")
_LOWER_TITLES = frozenset({"mr", "mrs"})
_NAMERS = frozenset({"operation", "project", "team", "exercise", "programme"})
_BESIDE = 48  # characters looked at on either side of a word
_MOST_OF_A_PLACE = 3
_LEAST = _TWO = 2
_MOST_OF_A_RUN = 8  # no name is longer, and text made of capitals stays quick to read

Word = re.Match[str]


def titled(text: str) -> Iterator[Found]:
    """Find what stands behind a title."""
    for found in _TITLED.finditer(text):
        name = found["name"]
        small = re.split(r"[. ]", found[0])[0] in _LOWER_TITLES
        if (name[0].isupper() or small) and not name.isupper() and not names.is_trade(_key(name)):
            yield found.start(), _whole(text, found), True


def _whole(text: str, found: Word) -> int:
    """Give where a titled name ends: a family name behind a given one belongs to it."""
    name, end = found["name"], found.end()
    more = _NEXT.match(text, end) if names.is_given_name(_key(name)) else None
    if more is not None and _is_family_name(more["name"]):
        name, end = more["name"], more.end()
    return end - _owned(name)


def _is_family_name(word: str) -> bool:
    key = _key(word)
    is_other = names.is_trade(key) or names.is_place(key) or _is_plain(key)
    return word[0].isupper() and not word.isupper() and not is_other


def named(text: str) -> Iterator[Found]:
    """Find given and family names; sure only where the one stands before the other."""
    for run in _runs(text):
        if not _is_no_person(run):
            for part in _parts(text, run):
                yield from _judged(text, part)
    yield from _in_small(text)


def _is_no_person(run: list[Word]) -> bool:
    keys = [_key(word[0]) for word in run]
    return (keys[0] in _NAMERS and len(keys) == _TWO) or any(names.is_place(key) for key in keys)


def _judged(text: str, part: list[Word]) -> Iterator[Found]:
    part = _without_places(part)
    while part and len(part) > 1 and _is_plain(_key(part[0][0])):
        part = part[1:]
    if len(part) == 1:
        if _is_person(text, part[0]):
            yield part[0].start(), part[0].end() - _owned(part[0][0]), False
    elif part and _could_be_whole(part):
        last, given = part[-1], any(names.is_given_name(_key(word[0])) for word in part)
        yield part[0].start(), last.end() - _owned(last[0]), given


def _could_be_whole(part: list[Word]) -> bool:
    """Tell whether words side by side are a person's: the last can be a family name."""
    keys = [_key(word[0]) for word in part]
    if names.is_given_name(keys[0]) and not _is_plain(keys[-1]):
        return True
    if any(names.is_proper(key) for key in keys):
        return False
    if any(names.is_somewhere(key) and not _may_name(key) for key in keys):
        return False
    return not _is_plain(keys[-1])


def _may_name(key: str) -> bool:
    return names.is_given_name(key) or names.is_name_or_word(key) or names.ends_a_name(key)


def _is_plain(key: str) -> bool:
    return names.is_common(key) and not _may_name(key)


def _is_person(text: str, word: Word) -> bool:
    """Judge a single word with a capital."""
    key = _key(word[0])
    if names.is_given_name(key):
        return True
    before = text[max(0, word.start() - _BESIDE) : word.start()]
    after = text[word.end() - _owned(word[0]) : word.end() + _BESIDE]
    if names.is_name_or_word(key) or names.is_common(key) or names.is_somewhere(key):
        return _is_named_here(text, word, before, after)
    if names.is_proper(key):
        return name_cues.is_called(before)
    return not opens(text, word.start()) or names.is_surname(key) or name_cues.may_act(after)


def _is_named_here(text: str, word: Word, before: str, after: str) -> bool:
    """Judge a word that is a name in one place and none in another."""
    key = _key(word[0])
    is_open = opens(text, word.start())
    if name_cues.is_called(before) and not is_open:
        return True
    if not names.is_name_or_word(key):
        return False
    if name_cues.acts(after):
        return not name_cues.is_determined(before)
    if _is_forename(key) and _is_forename(name_cues.paired_with(before, after)):
        return True
    if is_open or names.is_somewhere(key):
        return False
    return name_cues.is_spoken_to(before) and name_cues.may_act(after)


def _is_forename(key: str) -> bool:
    return (names.is_given_name(key) or names.is_name_or_word(key)) and not names.is_somewhere(key)


def _in_small(text: str) -> Iterator[Found]:
    for word in _WORD.finditer(text):
        if word[0].islower() and names.is_given_name_in_small(_key(word[0])):
            yield word.start(), word.end() - _owned(word[0]), False


def _without_places(part: list[Word]) -> list[Word]:
    """Drop words that together name a town, such as Milton Keynes."""
    for size in range(_MOST_OF_A_PLACE, 1, -1):
        for start in range(len(part) - size + 1):
            together = " ".join(_key(word[0]) for word in part[start : start + size])
            if names.is_somewhere(together):
                return part[:start] + part[start + size :]
    return part


def _runs(text: str) -> Iterator[list[Word]]:
    """Give the runs of capitalised words that stand side by side."""
    run: list[Word] = []
    for word in _WORD.finditer(text):
        if run and (_is_apart(text, run[-1], word) or len(run) == _MOST_OF_A_RUN):
            yield run
            run = []
        if _is_capitalised(word[0]):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_apart(text: str, one: Word, other: Word) -> bool:
    return text[one.end() : other.start()] != " " or bool(_owned(one[0]))


def _parts(text: str, run: list[Word]) -> Iterator[list[Word]]:
    """Split a run at the trade's own words; a word that opens a sentence is no name."""
    part: list[Word] = []
    for word in run:
        key = _key(word[0])
        is_opener = names.opens_sentences(key) and not names.is_name_or_word(key)
        if _is_trade(text, word, key) or (is_opener and opens(text, word.start())):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _is_trade(text: str, word: Word, key: str) -> bool:
    if not names.is_trade(key):
        return False
    before = text[max(0, word.start() - _BESIDE) : word.start()]
    after = text[word.end() - _owned(word[0]) : word.end() + _BESIDE]
    return not (
        names.is_name_or_word(key) and (name_cues.is_called(before) or name_cues.acts(after))
    )


def opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    place = start - 1
    while place >= 0 and text[place] in _BEFORE_A_START:
        place -= 1
    return place < 0 or text[place] in _ENDS


def _is_capitalised(word: str) -> bool:
    if len(word) < _LEAST or not word[0].isupper() or word.isupper():
        return False
    return not _MADE_UP.search(word) and not _SHORTENED.search(word)


def _key(word: str) -> str:
    """Give the word as the lists have it: Jean-Paul by the name in it, Pre-birth by its words."""
    key = _OWNED.sub("", word).rstrip("'\u2019").casefold().replace("\u2019", "'")
    parts = key.split("-")
    if len(parts) == 1:
        return key
    given = next((part for part in parts if names.is_given_name(part)), "")
    is_word = names.is_common(parts[-1]) and not word.rsplit("-", maxsplit=1)[-1][:1].isupper()
    return given or (parts[-1] if is_word else key)


def _owned(word: str) -> int:
    found = _OWNED.search(word)
    return len(found[0]) if found else 0
