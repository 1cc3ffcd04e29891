"""The form of a case reference: letters and a number, telling nothing about the child."""

import re

REFERENCE = re.compile(r"[A-Z]{2,4}-[0-9]{2,4}")


def is_case_reference(text: str) -> bool:
    """Tell whether this has the form of SH-04: two to four capitals, a hyphen, a number."""
    return REFERENCE.fullmatch(text) is not None


def tidied(text: str) -> str:
    """Give a typed reference in its one form: " sh 4" becomes SH-04; else the text as it is."""
    found = re.fullmatch(r"\s*([A-Za-z]{2,4})[\s-]*([0-9]{1,4})\s*", text)
    if not found:
        return text
    letters, digits = found.groups()
    return f"{letters.upper()}-{digits.zfill(2)}"


def next_reference(prefix: str, taken: frozenset[str]) -> str:
    """Give the next free reference after the highest one taken: numbers are never used again."""
    numbers = (int(ref.rpartition("-")[2]) for ref in taken if _is_of(prefix, ref))
    return f"{prefix}-{max(numbers, default=0) + 1:02d}"


def _is_of(prefix: str, reference: str) -> bool:
    return reference.startswith(f"{prefix}-") and is_case_reference(reference)
