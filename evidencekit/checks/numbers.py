"""Find numbers and addresses that name a person: NHS number, telephone, postcode, day of birth."""

import re
from collections.abc import Iterator

Found = tuple[int, int]

_NHS = re.compile(r"(?<![\d+])(\d{3})([ -]?)(\d{3})\2(\d{4})(?!\d)")
_PHONE = re.compile(
    r"(?<![\w.])(?:(?:\+|00)44[ ]?(?:\(0\)[ ]?)?|\(?0)"
    r"\d{2,5}\)?[ -]?\d{3,6}(?:[ -]?\d{3,4})?(?![\d/])"
)
# The areas in use; a made-up outward part such as E12's "P3" is then no postcode.
_POSTAL_AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|"
    "EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|"
    "LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|"
    "SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W"
)
_POSTCODE = re.compile(
    rf"\b(?=[A-Z]{{1,2}}\d)(?:{_POSTAL_AREAS})\d[A-Z\d]?"
    r"(?P<gap> ?)\d(?P<last>[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_KINDS_OF_STREET = (
    "Avenue|Close|Court|Crescent|Drive|Gardens|Grove|Lane|Mews|Parade|Place|Rise|Road|Row|Square|"
    "Street|Terrace|View|Villas|Walk|Way"
)
_STREET_NAME = (
    rf"(?:(?:[A-Z][a-z'\u2019]+\.?[ ]){{1,3}}(?:{_KINDS_OF_STREET})|The[ ](?:{_KINDS_OF_STREET}))"
)
_STREET = re.compile(
    rf"(?:\b(?:Flat|Room|Unit)[ ]\d{{1,4}}[a-zA-Z]?,?[ ])?\b\d{{1,4}}[a-d]?,?[ ]+{_STREET_NAME}"
    r"\b(?![ ][A-Z])"
    r"|\b(?:Flat|Room)[ ]\d{1,4}[a-zA-Z]?,?[ ](?:[A-Z][a-z'\u2019]+[ ]){1,2}"
    r"(?:Court|House|Lodge|Point|Tower|Towers|Heights|Buildings|Mansions)\b"
)
# Bounded and anchored: without both, a long run of dotted letters took minutes to read.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = (
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{6}(?:\d{2})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{_MONTH})[a-z]*(?:[ ,]+\d{{2,4}})?"
    rf"|(?:{_MONTH})[a-z]*[ ,]+\d{{4}}"
)
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday"
    r"|born(?:[ ](?:on|in))?(?![ ]of\b)|\bb\.)"
    rf"[ :,(=-]{{0,4}}(?:is[ ]|was[ ]|given[ ]as[ ]|the[ ])?(?P<day>{_DATE})\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?<![\w.-])(?:(?P<dotted>(?![AP]\.[ ]?M\.)[A-Z]\.[ ]?[A-Z]\.)|(?P<bare>[A-Z]{2}))"
    r"[ ]?[,(]?[ ]?(?:aged?[ ])?(?P<age>1?[0-9])"
    r"(?P<years>[ ]?(?:yrs?|years?(?:[ ]old)?|y/?o)\b)?\)?(?![\w:/-]|\.\d)"
)
_SCHOOL = re.compile(
    r"[ )]*(?:[,;(]|[a-z]+[ ])[^.\n]{0,40}\b"
    r"(?:school|academy|nursery|college|primary|infants?|juniors?|St\.? [A-Z])\b",
    re.IGNORECASE,
)
_TRADES_OWN = frozenset({"CP", "GP", "HV", "IT", "KS", "LA", "PE", "RE", "SG", "SW", "YP"})
_PHONE_DIGITS = (10, 11)
_FROM_ABROAD = re.compile("(?:00)?44")


def nhs_numbers(text: str) -> Iterator[Found]:
    """Find ten digits whose last is the check digit of the first nine (mod 11)."""
    for found in _NHS.finditer(text):
        if _is_nhs_number(found[1] + found[3] + found[4]):
            yield found.span()


def phones(text: str) -> Iterator[Found]:
    """Find telephone numbers as they are dialled in this country."""
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if abroad := _FROM_ABROAD.match(digits):
            digits = "0" + digits[abroad.end() :].removeprefix("0")
        if len(digits) in _PHONE_DIGITS:
            yield found.span()


def postcodes(text: str) -> Iterator[Found]:
    """Find postcodes; in small letters only with their space, and never an ordinal."""
    for found in _POSTCODE.finditer(text):
        small = found[0] != found[0].upper()
        if not small or (found["gap"] and found["last"].lower() not in _ORDINALS):
            yield found.span()


def streets(text: str) -> Iterator[Found]:
    """Find a house number with its street."""
    yield from (found.span() for found in _STREET.finditer(text))


def emails(text: str) -> Iterator[Found]:
    """Find addresses of electronic mail."""
    yield from (found.span() for found in _EMAIL.finditer(text))


def birth_dates(text: str) -> Iterator[Found]:
    """Find a date that is said to be a day of birth; other dates are the work itself."""
    yield from (found.span("day") for found in _BIRTH.finditer(text))


def initials(text: str) -> Iterator[Found]:
    """Find initials with an age: a pseudonym that is none (domain.md T18)."""
    for found in _INITIALS.finditer(text):
        # Two bare capitals are often the trade's own; with a school they are a child.
        if found["dotted"] or (
            found["bare"] not in _TRADES_OWN and _SCHOOL.match(text, found.end())
        ):
            yield found.span()


def _is_nhs_number(digits: str) -> bool:
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    check = 11 - total % 11
    return (0 if check == 11 else check) == int(digits[9]) and len(set(digits)) > 1  # noqa: PLR2004
