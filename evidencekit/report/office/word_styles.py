"""How a Word file looks: styles with outline levels, one list, British English throughout."""

from evidencekit.report.office.package import HEAD
from evidencekit.report.office.word_parts import W

_FONT = "Arial"  # on every machine that opens Word files; for other letters Word finds its own
_SIZES = {1: 32, 2: 27, 3: 24, 4: 22}  # half points
_BULLET = 360


def styles(language: str) -> str:
    """Give the styles; headings carry their level for readers, contents and screen readers."""
    headings = "".join(_heading(level, size) for level, size in _SIZES.items())
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/><w:sz w:val="22"/>'
        f'<w:szCs w:val="22"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault>'
        '<w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        f"{headings}{_PLAIN}"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0B4F6C"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>'
        f"<w:tblBorders>{_lines()}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def settings() -> str:
    """Give the settings: no macros, no links out, today's way of laying out."""
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>'
    )


def numbering() -> str:
    """Give the one list of points."""
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_BULLET}" w:hanging="{_BULLET}"/></w:pPr>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )


def _heading(level: int, size: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:keepLines/>'
        f'<w:spacing w:before="{240 if level < 3 else 160}" w:after="80"/>'  # noqa: PLR2004
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
        "</w:style>"
    )


def _style(name: str, label: str, ways: str = "", look: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{ways}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def _edge(name: str, size: int, colour: str, space: int = 0) -> str:
    return f'<w:{name} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _lines() -> str:
    return "".join(
        _edge(name, 4, "9AA5AE")
        for name in ("top", "left", "bottom", "right", "insideH", "insideV")
    )


_SMALL = '<w:color w:val="44505A"/><w:sz w:val="19"/>'
_TIGHT = '<w:spacing w:before="40" w:after="40"/>'
_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_RULE = f"<w:pBdr>{_edge('left', 24, '0B4F6C', 8)}</w:pBdr>"

_PLAIN = "".join(
    (
        _style("Title", "Title", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="44"/>'),
        _style("ContentsHeading", "Contents Heading", "<w:keepNext/>", '<w:b/><w:sz w:val="32"/>'),
        _style("Contents", "Contents Line", _TIGHT),
        _style("Caption", "caption", '<w:spacing w:before="160" w:after="60"/>', "<w:b/>"),
        _style("Cell", "Table Cell", _TIGHT, '<w:sz w:val="20"/>'),
        _style("AfterTable", "After Table", '<w:spacing w:after="60"/>', '<w:sz w:val="12"/>'),
        _style("ListBullet", "List Bullet", _LIST),
        _style("Quote", "Quote", '<w:ind w:left="480"/>'),
        _style("Notice", "Notice", _RULE),
        _style("ByLine", "By Line", _TIGHT, _SMALL),
        _style("Label", "Label", '<w:keepNext/><w:spacing w:before="80" w:after="20"/>', _SMALL),
        _style("Header", "header", '<w:jc w:val="center"/>', _SMALL),
        _style("Footer", "footer", '<w:jc w:val="center"/>', _SMALL),
    )
)
