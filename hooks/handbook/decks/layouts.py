"""The look of the slides as PowerPoint keeps it: theme colours, a master and four layouts.

All letters are Arial, which every machine has and which is as wide as the handbook's own typeface.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from handbook.decks import shape
from handbook.decks.shape import Box

FONT, LANGUAGE = "Arial", "nb-NO"
COLOURS = {
    "dk1": "1C2B2D", "lt1": "FFFFFF", "dk2": "0E4F56", "lt2": "FBFAF7", "accent1": "0E4F56",
    "accent2": "9A2F4B", "accent3": "3F6B3A", "accent4": "F2B84B", "accent5": "4D5F61",
    "accent6": "DCEBEC", "hlink": "0E4F56", "folHlink": "083A40",
}  # fmt: skip
"""The colours of the handbook's pages, under the names that PowerPoint has for them."""

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_EMU_PER_MM = 36_000
_TITLE_TEXT, _BODY_TEXT = "Klikk for å skrive en tittel", "Klikk for å skrive"


def emu(mm: float) -> int:
    """Millimetres in the unit of the format."""
    return round(mm * _EMU_PER_MM)


class Holder(NamedTuple):
    """A placeholder: what a person clicks in to write. Its kind and `idx` tie it to its layout."""

    number: int
    name: str
    kind: str
    idx: int | None
    box: Box
    prompt: str
    style: str = ""
    anchor: str = "t"


def layouts() -> tuple[tuple[str, str], ...]:
    """Name and shapes of each layout, in the order of `OPENING`, `POINTS`, `SIDES`, `FIGURES`."""
    title = _drawn(Holder(2, "Tittel", "title", 0, shape.TITLE, _TITLE_TEXT, anchor="ctr"))
    points = _drawn(Holder(3, "Punkter", "", 1, shape.BODY, _BODY_TEXT))
    sides = "".join(map(_drawn, _columns()))
    return (
        ("Åpning", _opening()),
        ("Tittel og punkter", title + points + _foot(10)),
        ("To spalter", title + sides + _foot(10)),
        ("Tabell", title + "".join(map(_drawn, _table())) + _foot(10)),
    )


OPENING, POINTS, SIDES, FIGURES = range(4)
"""Which layout is which."""
TITLE_AT, LINES_AT, BODY_AT = 0, 1, 1
LEFT_HEADING_AT, LEFT_AT, RIGHT_HEADING_AT, RIGHT_AT = 11, 12, 13, 14
TABLE_AT, BELOW_AT = 15, 16
"""The numbers of the placeholders."""


def master_shapes() -> str:
    """The shapes of the master: the band along the edge, title, body and foot."""
    title = Holder(2, "Tittel", "title", None, shape.TITLE, _TITLE_TEXT, anchor="ctr")
    body = Holder(3, "Punkter", "body", 1, shape.BODY, _BODY_TEXT)
    band = _block(20, "Kant", shape.BAND, "accent1")
    return band + _drawn(title) + _drawn(body) + _foot(4)


def text_styles() -> str:
    """How titles and lines look; each layout inherits it."""
    return (
        f"<p:txStyles {SPACES}><p:titleStyle>"
        + _level(1, shape.TITLE_POINTS[1], "tx2", bold=True)
        + "</p:titleStyle><p:bodyStyle>"
        + _level(1, shape.BODY_POINTS[-2], "tx1", bullet=True)
        + _level(2, shape.BODY_POINTS[-1], "tx1", bullet=True, left=2 * shape.INDENT)
        + "</p:bodyStyle><p:otherStyle>"
        + _level(1, shape.BODY_POINTS[-1], "tx1")
        + "</p:otherStyle></p:txStyles>"
    )


def _level(
    level: int, size: float, colour: str, *, bold: bool = False, bullet: bool = False,
    left: float = shape.INDENT, apart: bool = False,
) -> str:  # fmt: skip
    marks = (
        '<a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="Arial"/>'
        '<a:buChar char="•"/>'
        if bullet
        else "<a:buNone/>"
    )
    indent = (
        f'marL="{emu(left)}" indent="{-emu(shape.INDENT)}"' if bullet else 'marL="0" indent="0"'
    )
    before = round(shape.BETWEEN * 100_000) if bullet or apart else 0
    return (
        f'<a:lvl{level}pPr {indent} algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPct val="{before}"/></a:spcBef>{marks}'
        f'<a:defRPr lang="{LANGUAGE}" sz="{round(size * 100)}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        f"</a:defRPr></a:lvl{level}pPr>"
    )


def _opening() -> str:
    white = _level(1, shape.OPENING_POINTS, "bg1", bold=True)
    lines = _level(1, shape.OPENING_LINE, "bg1", apart=True)
    title = Holder(2, "Tittel", "ctrTitle", 0, shape.OPENING_TITLE, _TITLE_TEXT, white, "b")
    below = Holder(3, "Linjer", "subTitle", 1, shape.OPENING_LINES, _BODY_TEXT, lines)
    return _block(20, "Strek", shape.BAR, "accent4") + _drawn(title) + _drawn(below)


def _columns() -> tuple[Holder, ...]:
    heading = _level(1, shape.HEADING, "accent2", bold=True)
    return (
        Holder(4, "Overskrift til venstre", "body", LEFT_HEADING_AT, shape.LEFT_HEADING, _BODY_TEXT,
               heading),
        Holder(5, "Punkter til venstre", "body", LEFT_AT, shape.LEFT, _BODY_TEXT),
        Holder(6, "Overskrift til høyre", "body", RIGHT_HEADING_AT, shape.RIGHT_HEADING, _BODY_TEXT,
               heading),
        Holder(7, "Punkter til høyre", "body", RIGHT_AT, shape.RIGHT, _BODY_TEXT),
    )  # fmt: skip


def _table() -> tuple[Holder, Holder]:
    style = _level(1, shape.BODY_POINTS[-1], "tx1")
    return (
        Holder(8, "Tabell", "tbl", TABLE_AT, shape.TABLE, "Klikk for å sette inn en tabell"),
        Holder(9, "Under tabellen", "body", BELOW_AT, shape.BELOW, _BODY_TEXT, style),
    )


def _foot(first: int) -> str:
    muted = _level(1, shape.FOOT, "accent5")
    right = muted.replace('algn="l"', 'algn="r"')
    text = Holder(first, "Bunntekst", "ftr", 3, shape.FOOTER, "", muted, "ctr")
    number = Holder(first + 1, "Nummer", "sldNum", 4, shape.NUMBER, "‹#›", right, "ctr")
    return _drawn(text) + _drawn(number)


def foot_on_slide(first: int, text: str) -> tuple[str, str]:
    """The foot and the number as they stand on a slide, where a person can change them.

    LibreOffice takes no looks of a foot from the layout, so they are told again.
    """
    looks = (
        f'<a:rPr lang="{LANGUAGE}" sz="{round(shape.FOOT * 100)}"><a:solidFill>'
        '<a:schemeClr val="accent5"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr>'
    )
    plain = f'<a:rPr lang="{LANGUAGE}"/>'
    told = f'<a:pPr algn="l"/>{_run(text).replace(plain, looks)}'
    number = f'<a:pPr algn="r"/>{_NUMBER.replace(plain, looks)}'
    return (
        _shape(first, "Bunntekst", '<p:ph type="ftr" sz="quarter" idx="3"/>', told),
        _shape(first + 1, "Nummer", '<p:ph type="sldNum" sz="quarter" idx="4"/>', number),
    )


_NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    f'<a:rPr lang="{LANGUAGE}"/><a:t>‹#›</a:t></a:fld>'
)


def _drawn(one: Holder) -> str:
    typed = f' type="{one.kind}"' if one.kind else ""
    at = "" if one.idx is None else f' idx="{one.idx}"'
    body = (
        f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{one.anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{one.style}</a:lstStyle>"
    )
    inside = _NUMBER if one.kind == "sldNum" else _run(one.prompt)
    return _shape(
        one.number, one.name, f"<p:ph{typed}{at}/>", inside, frame=_frame(one.box), body=body
    )


def _shape(
    number: int, name: str, holder: str, inside: str, *, frame: str = "",
    body: str = "<a:bodyPr/><a:lstStyle/>",
) -> str:  # fmt: skip
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}</p:spPr><p:txBody>{body}"
        f'<a:p>{inside}<a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


def _block(number: int, name: str, box: Box, colour: str) -> str:
    """A coloured surface that says nothing."""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame(box)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody>'
        "</p:sp>"
    )


def _frame(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.wide)}" cy="{emu(box.high)}"/></a:xfrm>'
    )


def _run(text: str) -> str:
    return f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{escape(text)}</a:t></a:r>' if text else ""
