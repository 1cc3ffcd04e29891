"""What stands beside a word that says it is a person: for names that are words or places too."""

import re

_KIN = (
    "sister|brother|son|daughter|child|baby|boy|girl|mother|father|mum|dad|mam|aunt|uncle|cousin|"
    "partner|boyfriend|girlfriend|husband|wife|sibling|twin|stepfather|stepmother|grandmother|"
    "grandfather|nan|friend|carer|worker|nurse|teacher|toddler|infant"
)
_CALLED = "named|called|name is|name was|known as"
_KNOWS = re.compile(rf"\b(?:(?:{_KIN})(?: is)?|{_CALLED}),? ?\Z", re.IGNORECASE)
_HEARD = re.compile(r"\b(?:told|asked|saw|met|by|with|about|when|that|for|of|to) \Z")
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|that|these|our|their|its|each|every|no|any|some|in|at|from|near|into) \Z",
    re.IGNORECASE,
)
_FEELS = (
    "said|says|told|tells|asked|asks|wants?|wanted|lived?|lives|felt|feels|thinks?|thought|cried|"
    "cries|likes?|liked|loves?|loved|hates|hated|knows?|knew|believes?|remembers?|drew|plays|"
    "played|sleeps|slept|attends|attended|smiled|smiles|laughed|wrote|whispered|showed|screamed"
)
_DOES = re.compile(
    rf"\A(?:(?:,? who)? (?:{_FEELS})\b(?! the audit| of )|"
    r" (?:(?:is|was|not|is not|was not) )?(?:seen|spoken to)\b|"
    r" (?:is|was|not) (?:not )?(?:at home|at school|home again)\b|"
    r" (?:is|was) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|"
    r",? \(?aged? \d)"
)
_OWNS = re.compile(
    r"\A['\u2019]s (?:\w+ )?(?:mother|mum|mam|father|dad|sister|brother|nan|gran|grandmother|"
    r"teacher|carer|school|worker|file|room|bed|bag|words|voice|wishes|partner|baby|birthday|"
    r"behaviour|bruises|placement|plan|social|health|stepfather|foster)\b"
)
_LIVES = re.compile(r"\A(?: (?:is|was|has|had|did|does|went|came|goes|moved|and|left|rang)\b|,)")
_PAIRED = re.compile(r"\b(?P<other>[A-Z][a-z]+) and \Z")
_PAIR = re.compile(r"\A and (?P<other>[A-Z][a-z]+)\b")


def is_called(before: str) -> bool:
    """Tell whether the words before name a person by kinship, or by calling."""
    return bool(_KNOWS.search(before))


def is_spoken_to(before: str) -> bool:
    """Tell whether the words before are such as stand before a person."""
    return bool(_HEARD.search(before))


def is_determined(before: str) -> bool:
    """Tell whether an article or a place word stands before."""
    return bool(_DETERMINED.search(before))


def acts(after: str) -> bool:
    """Tell whether what follows is done, felt or owned by a person only."""
    return bool(_DOES.match(after) or _OWNS.match(after))


def may_act(after: str) -> bool:
    """Tell whether what follows may be said of a person."""
    return acts(after) or bool(_LIVES.match(after))


def paired_with(before: str, after: str) -> str:
    """Give the capitalised word on the other side of an "and", or nothing."""
    found = _PAIR.match(after) or _PAIRED.search(before)
    return found["other"].casefold() if found else ""
