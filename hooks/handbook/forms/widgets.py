"""Turns the `felt:` links of a typeset form into fields that PDF readers can fill in.

Typst has put each link at its exact place on the page and in the reading order; here the annotation
becomes a widget, its structure element a Form, and the names become the AcroForm.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from handbook.lettering import TypingFont, typing_font
from handbook.model.field_names import FieldName, option_name
from handbook.model.form import FieldType

SCHEME = "felt:"
"""How form.typ marks a place for an answer."""

_REQUIRED, _MULTILINE, _NO_TOGGLE, _RADIO, _COMBO = 1 << 1, 1 << 12, 1 << 14, 1 << 15, 1 << 17
_NO_SCROLL = 1 << 23
"""A reader stops typing where the box is full; what is scrolled away is not on the paper."""
_PRINTED = 4
_FONT = "AHN"
_INK = "0.11 0.169 0.176"
_FJORD = "0.055 0.31 0.337"
_PADDING = 3
_HIGH_UP = 0.55
_CIRCLE = 0.5523
"""How far a Bézier handle reaches to draw a quarter of a circle."""

_TYPED = (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.DATE, FieldType.NUMBER)


@dataclass(frozen=True)
class Place:
    """A marked place: its name, its annotation and its element in the structure tree."""

    name: str
    annotation: Object
    element: Object
    width: float
    height: float


def with_fields(typeset: bytes, names: Iterable[FieldName]) -> bytes:
    """The same PDF with a field for every name. Every name must have its place, and only those."""
    wanted = tuple(names)
    with pikepdf.open(io.BytesIO(typeset)) as pdf:
        form = _AcroForm(pdf)
        places = {place.name: place for place in _places(pdf)}
        _compare(places.keys(), wanted)
        for name in wanted:
            form.add(name, places)
        form.finish()
        return _saved(pdf)


def without_fields(typeset: bytes) -> bytes:
    """A sheet that nothing can be written in, in as few bytes as one with fields."""
    with pikepdf.open(io.BytesIO(typeset)) as pdf:
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(6)  # for all of pikepdf; the book has its own
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return out.getvalue()


def ends_high_up(typeset: bytes) -> bool:
    """Whether the last of several pages has places for answers on its upper half only."""
    with pikepdf.open(io.BytesIO(typeset)) as pdf:
        page = pdf.pages[-1]
        marks = [a.Rect for a in page.obj.get("/Annots", []) if _address(a).startswith(SCHEME)]
        lowest = min((float(mark[1]) for mark in marks), default=0.0)
        return len(pdf.pages) > 1 and lowest > float(page.mediabox[3]) * _HIGH_UP


def page_count(typeset: bytes) -> int:
    """How many pages there are."""
    with pikepdf.open(io.BytesIO(typeset)) as pdf:
        return len(pdf.pages)


def _places(pdf: pikepdf.Pdf) -> Iterator[Place]:
    """Every `felt:` link, made an empty widget inside a Form element."""
    elements = dict(_parents(pdf.Root.StructTreeRoot.ParentTree))
    for page in pdf.pages:
        page.obj.Tabs = Name.S
        for annotation in page.obj.get("/Annots", []):
            address = _address(annotation)
            if not address.startswith(SCHEME):
                continue
            element = elements[int(annotation.StructParent)]
            _becomes_widget(annotation, page.obj)
            _becomes_form_element(element)
            x0, y0, x1, y1 = (float(edge) for edge in annotation.Rect)
            yield Place(address.removeprefix(SCHEME), annotation, element, x1 - x0, y1 - y0)


def _padded(place: Place) -> Place:
    """The place a little smaller, so that typed words do not touch its frame."""
    x0, y0, x1, y1 = (float(edge) for edge in place.annotation.Rect)
    edges = (x0 + _PADDING, y0 + 1, x1 - _PADDING, y1 - 1)
    place.annotation.Rect = Array([round(edge, 3) for edge in edges])
    return replace(place, width=place.width - 2 * _PADDING, height=place.height - 2)


def _parents(node: Object) -> Iterator[tuple[int, Object]]:
    """Number → element, through the whole number tree."""
    numbers: Object | list[Object] = node.get("/Nums", [])
    for at in range(0, len(numbers), 2):
        yield int(numbers[at]), numbers[at + 1]
    for kid in node.get("/Kids", []):
        yield from _parents(kid)


def _address(annotation: Object) -> str:
    if annotation.get("/Subtype") != Name.Link or "/A" not in annotation:
        return ""
    return str(annotation.A.get("/URI", ""))


def _becomes_widget(annotation: Object, page: Object) -> None:
    for key in ("/A", "/Contents", "/Border"):
        if key in annotation:
            del annotation[key]
    annotation.Subtype = Name.Widget
    annotation.F = _PRINTED
    annotation.P = page


def _becomes_form_element(element: Object) -> None:
    element.S = Name.Form
    for key in ("/A", "/Alt"):
        if key in element:
            del element[key]


def _compare(found: Iterable[str], wanted: tuple[FieldName, ...]) -> None:
    expected = {marked for name in wanted for marked in _marks(name)}
    if set(found) != expected:
        raise ValueError(f"form.typ and field_names disagree on {set(found) ^ expected}")


def _marks(name: FieldName) -> tuple[str, ...]:
    """The marked places of one name; a choice among the questions has one for each answer."""
    if _is_buttons(name):
        return tuple(option_name(name, option) for option in name.options)
    return (name.name,)


def _is_buttons(name: FieldName) -> bool:
    return name.type is FieldType.CHOICE and len(name.path) == 1


class _AcroForm:
    """The form being built: its fields as a tree along the parts of their names."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.fields = Array()
        self.groups: dict[tuple[str, ...], Object] = {}
        self.pictures: dict[tuple[float, float, str, bool], Object] = {}
        self.font = _embedded(pdf, typing_font())

    def add(self, name: FieldName, places: dict[str, Place]) -> None:
        if _is_buttons(name):
            self.add_buttons(name, places)
            return
        place = places[name.name]
        widget = place.annotation
        widget.T = String(name.path[-1])
        widget.TU = String(name.tooltip)
        self.describe(name, widget, place)
        self.hang(widget, name.path[:-1])

    def describe(self, name: FieldName, widget: Object, place: Place) -> None:
        flags = _REQUIRED if name.required else 0
        if name.type is FieldType.YES_NO:
            self.tick(widget, place, flags)
        elif name.type is FieldType.CHOICE:
            self.drop_down(name, widget, place, flags)
        elif name.type is FieldType.SIGNATURE:
            widget.FT = Name.Sig
            widget.Ff = flags
            widget.AP = Dictionary(N=self.picture(place, ""))
        else:
            assert name.type in _TYPED, name
            self.typed(name, widget, place, flags)

    def typed(self, name: FieldName, widget: Object, place: Place, flags: int) -> None:
        place = _padded(place)
        in_table = len(name.path) > 1
        many_lines = name.type is FieldType.LONG_TEXT or (in_table and name.type is FieldType.TEXT)
        widget.FT = Name.Tx
        widget.Ff = flags | _NO_SCROLL | (_MULTILINE if many_lines else 0)
        widget.V = String("")
        widget.DA = _typing(9 if in_table else 10.5)
        widget.AP = Dictionary(N=self.picture(place, "/Tx BMC EMC", lettered=True))

    def drop_down(self, name: FieldName, widget: Object, place: Place, flags: int) -> None:
        place = _padded(place)
        answers = [(option.id, option.label) for option in name.options]
        widget.FT = Name.Ch
        widget.Ff = _COMBO | flags
        widget.Opt = Array(
            [Array([String(value), String(shown)]) for value, shown in [("", ""), *answers]]
        )
        widget.V = String("")
        widget.DA = _typing(9)
        widget.AP = Dictionary(N=self.picture(place, "/Tx BMC EMC", lettered=True))

    def tick(self, widget: Object, place: Place, flags: int) -> None:
        widget.FT = Name.Btn
        widget.Ff = flags
        widget.V = Name.Off
        self.button(widget, place, state="/Ja", drawing=_tick_mark(place), sign="4")

    def add_buttons(self, name: FieldName, places: dict[str, Place]) -> None:
        group = self.pdf.make_indirect(Dictionary(
            FT=Name.Btn, T=String(name.path[-1]), TU=String(name.tooltip), V=Name.Off, Kids=Array(),
            Ff=_RADIO | _NO_TOGGLE | (_REQUIRED if name.required else 0),
        ))  # fmt: skip
        for option in name.options:
            place = places[option_name(name, option)]
            widget = place.annotation
            widget.TU = String(f"{name.tooltip}: {option.label}")
            widget.Parent = group
            self.button(widget, place, state=f"/{option.id}", drawing=_dot(place), sign="l")
            group.Kids.append(widget)
        self.hang(group, ())

    def button(self, widget: Object, place: Place, *, state: str, drawing: str, sign: str) -> None:
        """Drawn as lines, so that no symbol font is needed."""
        looks = Dictionary({state: self.picture(place, drawing), "/Off": self.picture(place, "")})
        widget.AP = Dictionary(N=looks)
        widget.AS = Name.Off
        widget.MK = Dictionary(CA=String(sign))

    def picture(self, place: Place, operators: str, *, lettered: bool = False) -> Object:
        """A drawing the size of a place; places that look alike share it."""
        size = (round(place.width, 2), round(place.height, 2))
        key = (*size, operators, lettered)
        if key not in self.pictures:
            fonts = Dictionary({f"/{_FONT}": self.font})
            drawing = Stream(self.pdf, operators.encode("ascii"))
            drawing.Type = Name.XObject
            drawing.Subtype = Name.Form
            drawing.BBox = Array([0, 0, *size])
            drawing.Resources = Dictionary(Font=fonts) if lettered else Dictionary()
            self.pictures[key] = self.pdf.make_indirect(drawing)
        return self.pictures[key]

    def hang(self, field: Object, path: tuple[str, ...]) -> None:
        """Put a field under its group, or at the top when the path is empty."""
        if not path:
            self.fields.append(field)
            return
        group = self.groups.get(path)
        if group is None:
            group = self.pdf.make_indirect(Dictionary(T=String(path[-1]), Kids=Array()))
            self.groups[path] = group
            self.hang(group, path[:-1])
        field.Parent = group
        group.Kids.append(field)

    def finish(self) -> None:
        self.pdf.Root.AcroForm = self.pdf.make_indirect(Dictionary(
            Fields=self.fields,
            DA=_typing(10.5),
            DR=Dictionary(Font=Dictionary({f"/{_FONT}": self.font})),
        ))  # fmt: skip


def _typing(points: float) -> String:
    return String(f"/{_FONT} {points:g} Tf {_INK} rg")


def _tick_mark(place: Place) -> str:
    w, h = place.width, place.height
    return (
        f"{_FJORD} RG 1.8 w 1 J 1 j {w * 0.22:.2f} {h * 0.52:.2f} m "
        f"{w * 0.42:.2f} {h * 0.28:.2f} l {w * 0.8:.2f} {h * 0.76:.2f} l S"
    )


def _dot(place: Place) -> str:
    x, y, r = place.width / 2, place.height / 2, place.height / 4
    c = r * _CIRCLE
    arcs = (
        (x + c, y - r, x + r, y - c, x + r, y),
        (x + r, y + c, x + c, y + r, x, y + r),
        (x - c, y + r, x - r, y + c, x - r, y),
        (x - r, y - c, x - c, y - r, x, y - r),
    )
    curves = " ".join(" ".join(f"{v:.2f}" for v in arc) + " c" for arc in arcs)
    return f"{_FJORD} rg {x:.2f} {y - r:.2f} m {curves} f"


def _embedded(pdf: pikepdf.Pdf, font: TypingFont) -> Object:
    """The font that answers are typed with; the tag marks it as a part of the whole."""
    name = Name("/AAAAAA+AtkinsonHyperlegibleNext-Regular")
    file = Stream(pdf, font.file)
    file.Length1 = len(font.file)
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=Array(list(font.box)),
        ItalicAngle=0, Ascent=font.ascent, Descent=font.descent, CapHeight=font.cap_height,
        StemV=80, FontFile2=pdf.make_indirect(file),
    )  # fmt: skip
    changes: list[int | Name] = []
    for code, glyph in font.differences:
        changes += [code, Name(f"/{glyph}")]
    encoding = Dictionary(
        Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array(changes)
    )
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=name, Encoding=encoding, FirstChar=32,
        LastChar=255, Widths=Array(list(font.widths)), FontDescriptor=pdf.make_indirect(descriptor),
    ))  # fmt: skip
