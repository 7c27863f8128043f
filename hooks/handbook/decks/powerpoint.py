"""A deck → the parts of a PowerPoint file with real placeholders. Loaded when one must be made."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import Any

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from handbook.decks import layouts, shape
from handbook.decks.fitting import body_points, row_high, title_points
from handbook.decks.layouts import SPACES, emu
from handbook.decks.telling import letters, line, notes_of, shown
from handbook.document.deck import Deck, Grid, Opening, Point, Points, Side, Sides, Slide

_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style of PowerPoint without lines or colours; ours are set on each cell."""
_NOTES_HERE = "Klikk for å skrive notater"


def deck_parts(deck: Deck, *, author: str, day: dt.date) -> dict[str, bytes]:
    """Name → bytes of each part, in a fixed order; the same deck gives the same bytes."""
    made = _blank()
    for slide in deck.slides:
        _slide(made, slide, deck.foot)
    _name_notes(made)
    about, moment = made.core_properties, dt.datetime.combine(day, dt.time())
    about.title, about.author, about.last_modified_by = deck.title, author, author
    about.language, about.subject, about.comments = layouts.LANGUAGE, "Presentasjon", ""
    about.created = about.modified = moment
    about.revision = 1
    _in_norwegian(made)
    return _parts_of(made)


def _parts_of(made: Any) -> dict[str, bytes]:
    file = io.BytesIO()
    made.save(file)
    with zipfile.ZipFile(file) as packed:
        names = sorted(packed.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        return {name: packed.read(name) for name in names}


def _blank() -> Any:
    """A presentation with the handbook's own look, and no slide in it."""
    made = Presentation()
    made.slide_width, made.slide_height = Emu(emu(shape.WIDE)), Emu(emu(shape.HIGH))
    made.part._element.sldSz.attrib.pop("type", None)
    _drop(made.part, "/printerSettings")
    _drop(made.part.package, "/thumbnail")
    _drop(made.part.package, "/extended-properties")
    told = layouts.layouts()
    for unused in list(made.slide_layouts)[len(told) :]:
        made.slide_layouts.remove(unused)
    for layout, (name, shapes) in zip(made.slide_layouts, told, strict=True):
        layout._element.cSld.set("name", name)
        layout._element.attrib.pop("type", None)
        _draw(layout._element, shapes)
    _ground(made.slide_layouts[layouts.OPENING]._element, "tx2")
    made.slide_layouts[layouts.OPENING]._element.set("showMasterSp", "0")
    _set_master(made.slide_master)
    return made


def _drop(holder: Any, kind: str) -> None:
    rels = holder.rels if hasattr(holder, "rels") else holder._rels
    for key, link in list(rels.items()):
        if link.reltype.endswith(kind):
            rels.pop(key)


def _set_master(master: Any) -> None:
    element = master._element
    _draw(element, layouts.master_shapes())
    _ground(element, "bg2")
    old = element.find(qn("p:txStyles"))
    element.replace(old, parse_xml(layouts.text_styles()))
    theme = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
    theme._blob = _theme(theme.blob)


def _theme(blob: bytes) -> bytes:
    """The theme with our colours and letters; the rest is as PowerPoint has it."""
    text = blob.decode()
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in layouts.COLOURS.items()
    )
    scheme = f'<a:clrScheme name="Inkluderingshåndboka">{colours}</a:clrScheme>'
    text = re.sub(r"<a:clrScheme.*?</a:clrScheme>", scheme, text, count=1, flags=re.DOTALL)
    text = re.sub(
        r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\1{layouts.FONT}", text
    )
    return re.sub(r'(<a:theme [^>]*name=")[^"]*', r"\1Inkluderingshåndboka", text, count=1).encode()


def _draw(element: Any, shapes: str) -> None:
    """Only these shapes on a master or a layout."""
    tree = element.cSld.spTree
    for old in list(tree)[2:]:
        tree.remove(old)
    for new in parse_xml(f"<p:group {SPACES}>{shapes}</p:group>"):
        tree.append(new)


def _ground(element: Any, colour: str) -> None:
    inside = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:effectLst/>'
    ground = parse_xml(f"<p:bg {SPACES}><p:bgPr>{inside}</p:bgPr></p:bg>")
    for old in element.cSld.findall(qn("p:bg")):
        element.cSld.remove(old)
    element.cSld.insert(0, ground)


def _slide(made: Any, slide: Slide, foot: str) -> None:
    if isinstance(slide, Opening):
        page = _page(made, layouts.OPENING, slide)
        _lines(page, layouts.LINES_AT, [line(one) for one in slide.lines], body_points(slide))
    elif isinstance(slide, Points):
        page = _page(made, layouts.POINTS, slide)
        _points(page, layouts.BODY_AT, slide.points, body_points(slide), slide.lead)
    elif isinstance(slide, Sides):
        page = _page(made, layouts.SIDES, slide)
        _side(page, layouts.LEFT_HEADING_AT, layouts.LEFT_AT, slide.left, body_points(slide))
        _side(page, layouts.RIGHT_HEADING_AT, layouts.RIGHT_AT, slide.right, body_points(slide))
    else:
        page = _page(made, layouts.FIGURES, slide)
        _grid(page, slide.grid, body_points(slide))
        _points(page, layouts.BELOW_AT, slide.below, body_points(slide))
    if not isinstance(slide, Opening):
        for drawn in layouts.foot_on_slide(50, foot):
            page.shapes._spTree.append(parse_xml(drawn))
    page.notes_slide.notes_text_frame.text = "\n".join(notes_of(slide))


def _page(made: Any, layout: int, slide: Slide) -> Any:
    """A new slide with its title, its placeholders called what the layout calls them."""
    like = made.slide_layouts[layout]
    page = made.slides.add_slide(like)
    names = {one.placeholder_format.idx: one.name for one in like.placeholders}
    for holder in page.placeholders:
        holder.name = names[holder.placeholder_format.idx]
    page.shapes.title.text_frame.text = letters(slide.title)
    _size(page.shapes.title, title_points(slide))
    return page


def _holder(page: Any, idx: int) -> Any:
    return next(one for one in page.placeholders if one.placeholder_format.idx == idx)


def _size(holder: Any, points: float) -> None:
    """The size of all letters in a placeholder, also of those a person writes later."""
    style = holder.text_frame._txBody.find(qn("a:lstStyle"))
    sized = f'<a:defRPr sz="{round(points * 100)}"/>'
    style.append(parse_xml(f"<a:lvl1pPr {SPACES}>{sized}</a:lvl1pPr>"))


def _lines(page: Any, idx: int, texts: list[str], points: float) -> None:
    holder = _holder(page, idx)
    holder.text_frame.text = "\n".join(texts)
    _size(holder, points)


def _side(page: Any, heading: int, body: int, side: Side, points: float) -> None:
    _holder(page, heading).text_frame.text = side.title
    _points(page, body, side.points, points)


def _points(
    page: Any, idx: int, points: tuple[Point, ...], size: float, lead: tuple[Point, ...] = ()
) -> None:
    holder = _holder(page, idx)
    if not points and not lead:
        holder._element.getparent().remove(holder._element)
        return
    _size(holder, size)
    frame = holder.text_frame
    for number, point in enumerate((*lead, *points)):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        if number < len(lead) or idx == layouts.BELOW_AT:
            _without_bullet(paragraph)
        _write(paragraph, point)


def _write(paragraph: Any, point: Point) -> None:
    head, text = shown(point)
    if head:
        bold = paragraph.add_run()
        bold.text, bold.font.bold = head, True
    run = paragraph.add_run()
    run.text = text
    if point.address:
        run.hyperlink.address = point.address


def _without_bullet(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(parse_xml(f"<a:buNone {SPACES}/>"))


def _grid(page: Any, grid: Grid, size: float) -> None:
    """The table in its placeholder, told in words to whoever cannot see it."""
    frame = _holder(page, layouts.TABLE_AT).insert_table(len(grid.rows) + 1, len(grid.head))
    frame._element.nvGraphicFramePr.cNvPr.set("name", "Tabell")
    frame._element.nvGraphicFramePr.cNvPr.set("descr", letters(grid.told))
    table = frame.table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN_TABLE
    table.horz_banding = False
    for column, share in zip(table.columns, grid.widths, strict=True):
        column.width = Emu(emu(shape.TABLE.wide * share / sum(grid.widths)))
    rows = (grid.head, *grid.rows)
    for number, texts in enumerate(rows):
        row = table.rows[number]
        row.height = Emu(emu(row_high(grid, texts, size)))
        summed = number > len(rows) - 1 - grid.sums
        for at, text in enumerate(texts):
            _cell(row.cells[at], text, size, right=at > 0, head=not number, summed=summed)
    frame.height = sum((row.height for row in table.rows), 0)


def _cell(cell: Any, text: str, size: float, *, right: bool, head: bool, summed: bool) -> None:
    cell.margin_left = cell.margin_right = Emu(emu(shape.PADDING))
    cell.margin_top = cell.margin_bottom = Emu(emu(shape.PADDING / 2))
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = letters(text), Pt(size), head or summed
    colour, ground = ("bg1", "accent1") if head else ("tx1", "accent6" if summed else "")
    run.font._element.insert(0, _filled(colour))
    properties = cell._tc.get_or_add_tcPr()
    if not (head or summed):
        edge = '<a:solidFill><a:schemeClr val="accent5"/></a:solidFill>'
        properties.append(parse_xml(f'<a:lnB {SPACES} w="6350">{edge}</a:lnB>'))
    if ground:
        properties.append(_filled(ground))


def _filled(colour: str) -> Any:
    return parse_xml(f'<a:solidFill {SPACES}><a:schemeClr val="{colour}"/></a:solidFill>')


def _name_notes(made: Any) -> None:
    """The pages of notes are called in Norwegian what they are, and say where one writes."""
    for holder in made.notes_master.placeholders:
        for number, paragraph in enumerate(holder.text_frame.paragraphs):
            for run in paragraph.runs:
                run.text = "" if number else _NOTES_HERE
    pages = (made.notes_master, *(page.notes_slide for page in made.slides))
    for holder in (one for page in pages for one in page.placeholders):
        kind = holder._element.find(f".//{qn('p:ph')}").get("type")
        holder._element.nvSpPr.cNvPr.set("name", _IN_NOTES.get(kind, "Felt"))


_IN_NOTES = {
    "sldImg": "Lysarket", "body": "Notater", "hdr": "Topptekst", "dt": "Dato", "ftr": "Bunntekst",
    "sldNum": "Nummer",
}  # fmt: skip


def _in_norwegian(made: Any) -> None:
    """Every letter says which language it is in, so that it is spoken and spelled as Norwegian."""
    for part in made.part.package.iter_parts():
        if not isinstance(part, XmlPart):
            continue
        for run in part._element.iter(qn("a:r")):
            run.get_or_add_rPr()
        for tag in ("a:rPr", "a:endParaRPr", "a:defRPr"):
            for properties in part._element.iter(qn(tag)):
                properties.set("lang", layouts.LANGUAGE)
                properties.attrib.pop("smtClean", None)
                properties.attrib.pop("dirty", None)
