"""Files of frameworks for tests: corrected ones, and ones with lines that are not right."""

from pathlib import Path

from evidencekit.operations import frameworks

VERSION = ("\nversion = 1\n", "\nversion = 2\n")
E4_IS_E14 = ('id = "E4"\nkind', 'id = "E14"\nkind')
E3_IS_GONE = (
    ('id = "E3"\nkind', 'id = "E13"\nkind'),
    ('text = "What the help given to children and families changes for them."', 'text = "Help."'),
)
TWO_WRONG = (('"no-identity"', '"none"'), ('key = "ref"', 'key = "X"'))


def pack_file(path: Path, *changes: tuple[str, str]) -> Path:
    """Write the framework of 2012 with some words changed."""
    text = frameworks.find("macp-2012").text.decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path
