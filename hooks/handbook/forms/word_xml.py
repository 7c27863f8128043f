"""WordprocessingML in small pieces: paragraphs, runs, cells and content controls.

Every text from YAML passes through `escape` or `quoteattr` here.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from handbook.forms.problem import FormNotLaidOut
from handbook.model.field_names import FieldName
from handbook.model.form import FieldType

_LONGEST_TAG = 64
"""Word's limit for tag and title of a content control; the file counts as damaged above it."""

_TWIPS_PER_MM = 1440 / 25.4
_BLANK = "\u2002" * 5
_UNTICKED = (
    '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" '
    'w:hint="eastAsia"/></w:rPr><w:t>\u2610</w:t></w:r>'
)
_CHECKBOX = (
    '<w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)
_DATE = (
    '<w:date><w:dateFormat w:val="dd.MM.yyyy"/><w:lid w:val="nb-NO"/>'
    '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
)
_PROMPTS = {
    FieldType.DATE: "Velg eller skriv dato",
    FieldType.CHOICE: "Velg ett svar",
    FieldType.NUMBER: "Skriv et tall",
    FieldType.SIGNATURE: "Underskrift",
}


def control(name: FieldName, number: int) -> str:
    """A content control that cannot be deleted; its tag is the name, its title the label.

    Raises FormNotLaidOut when the name is longer than Word allows.
    """
    if len(name.name) > _LONGEST_TAG:
        raise FormNotLaidOut(
            name.field.id,
            f"navnet «{name.name}» har {len(name.name)} tegn, og Word tåler {_LONGEST_TAG}; "
            "bruk kortere id på feltet eller kolonnen",
        )
    ticked = name.type is FieldType.YES_NO
    prompt = "" if ticked else "<w:showingPlcHdr/>"
    content = _UNTICKED if ticked else _prompt(name)
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(_title(name))}/>"
        f'<w:tag w:val="{name.name}"/><w:id w:val="{number}"/>'
        f'<w:lock w:val="sdtLocked"/>{prompt}{_kind(name)}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _title(name: FieldName) -> str:
    """What a screen reader says, cut at a word where Word has its limit."""
    words = name.tooltip if len(name.path) > 1 else name.label
    if len(words) <= _LONGEST_TAG:
        return words
    return words[: _LONGEST_TAG - 1].rpartition(" ")[0] + "…"


def _prompt(name: FieldName) -> str:
    if len(name.path) > 1 and name.type is not FieldType.YES_NO:
        return styled("PlaceholderText", _BLANK)
    lines = name.field.lines - 1 if name.type is FieldType.LONG_TEXT else 0
    return styled("PlaceholderText", _PROMPTS.get(name.type, "Skriv her"), lines=lines)


def _kind(name: FieldName) -> str:
    if name.type is FieldType.YES_NO:
        return _CHECKBOX
    if name.type is FieldType.DATE:
        return _DATE
    if name.type is FieldType.CHOICE:
        first = '<w:listItem w:displayText="Velg ett svar" w:value=""/>'
        answers = "".join(
            f"<w:listItem w:displayText={quoteattr(option.label)} w:value={quoteattr(option.id)}/>"
            for option in name.options
        )
        return f"<w:dropDownList>{first}{answers}</w:dropDownList>"
    if name.type is FieldType.LONG_TEXT:
        return "<w:richText/>"  # LibreOffice 7.4 drops line breaks from a plain one
    return '<w:text w:multiLine="1"/>' if len(name.path) > 1 else "<w:text/>"


def paragraph(style: str, runs: str, more: str = "") -> str:
    """`more` is paragraph properties in schema order: keepNext, numPr, pBdr, shd, spacing, ind."""
    properties = f'<w:pStyle w:val="{style.replace(" ", "")}"/>{more}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(words: str, *, bold: bool = False, link: bool = False) -> str:
    looks = ('<w:rStyle w:val="Hyperlink"/>' if link else "") + ("<w:b/>" if bold else "")
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def styled(style: str, words: str, *, lines: int = 0) -> str:
    """Words in a character style; `lines` are left empty below, to write by hand."""
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(words)}</w:t>{"<w:br/>" * lines}</w:r>'
    )


_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_FACE = round(9 / 25.4 * 914400)
"""The side of a face: 9 mm in the units of drawings."""


def picture(link: str, number: int) -> str:
    """A face in the line of words that say the same: it is marked as decoration."""
    size = f'cx="{_FACE}" cy="{_FACE}"'
    silent = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWN}/wordprocessingDrawing" '
        f'xmlns:a="{_DRAWN}/main" xmlns:pic="{_DRAWN}/picture" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/><wp:docPr id="{number}" name="Ansikt {number}" descr="">'
        f'{silent}</wp:docPr><a:graphic><a:graphicData uri="{_DRAWN}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Ansikt" descr=""/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def cell(content: str, mm: float, fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(mm)}" w:type="dxa"/>{shade}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def twips(mm: float) -> int:
    return round(mm * _TWIPS_PER_MM)
