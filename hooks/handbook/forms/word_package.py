"""The frame of a Word file: styles, typeface, language, protection, and bytes that never vary."""

from __future__ import annotations

import datetime as dt
import io
import uuid
import zipfile
from functools import lru_cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from handbook.fonts import BOLD, FAMILY, REGULAR
from handbook.model.handbook import Edition

NAMESPACES = nsdecls("w", "r") + ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

_INK, _MUTED, _FJORD, _BERRY = "1C2B2D", "4D5F61", "0E4F56", "9A2F4B"
_EDGE, SKY, SAND, _SUN = "7D8A88", "E8F2F3", "F6F3EC", "FCE5B6"
_GROUNDS = {
    "Form Box": SKY, "Form Box Heading": SKY, "Form Note": SAND, "Form Note Heading": SAND
}  # fmt: skip
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_KEPT_STYLES = frozenset({
    "Normal", "Header", "Footer", "Title", "Heading 1", "List Bullet", "List Number",
    "List Bullet 2", "List Number 2", "Table Grid", "Normal Table", "No List",
    "Default Paragraph Font", "Title Char", "Heading 1 Char", "Header Char", "Footer Char",
})  # fmt: skip


def blank_document(*, with_letters: bool = True) -> Any:
    """A new document on A4 with the project's styles and nothing in it.

    Its letters go with it, or are those of the machine: they take 50 kB.
    """
    return Document(io.BytesIO(_blank(with_letters=with_letters)))


def bookmark(paragraph: Any, name: str) -> None:
    """A name for a paragraph, for a script that will write in it."""
    number = len(paragraph._p.xpath("//w:bookmarkStart")) + 1
    for tag, at in (("w:bookmarkEnd", len(paragraph._p)), ("w:bookmarkStart", 1)):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.insert(at, mark)


def finished(
    document: Any,
    *,
    title: str,
    author: str,
    day: dt.date,
    version: str,
    identifier: str = "",
    protected: bool = True,
) -> bytes:
    """The file with `day` for every date in it; protected so that Tab moves between answers."""
    if protected:
        _protect(document)
    moment = dt.datetime.combine(day, dt.time())
    about = document.core_properties
    about.title, about.author, about.version = title, author, version
    about.language, about.subject = "nb-NO", "Skjema"
    about.identifier = identifier  # a page that takes the file in again knows the form by it
    about.created = about.modified = moment
    about.last_modified_by, about.comments, about.revision = author, "", 1
    file = io.BytesIO()
    document.save(file)
    return _zipped_alike(file.getvalue(), moment)


def finished_paper(document: Any, title: str, foot: str, version: str, edition: Edition) -> bytes:
    """A paper anybody may change, with its title and where it is from at the foot of each page."""
    document.sections[0].footer.paragraphs[0].text = f"{title} · {foot}"
    author = " og ".join(edition.publishers)
    return finished(
        document, title=title, author=author, day=edition.date, version=version, protected=False
    )


@lru_cache(maxsize=2)
def _blank(*, with_letters: bool) -> bytes:
    document = Document()
    _drop_unused(document)
    _set_language(document)
    _set_page(document)
    _set_styles(document)
    if with_letters:
        _embed_fonts(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _drop_unused(document: Any) -> None:
    """Away with the template's thumbnail and the styles nobody uses."""
    package = document.part.package
    for key, link in list(package.rels.items()):
        if link.reltype.endswith("/thumbnail"):
            del package.rels[key]
    for key, link in list(document.part.rels.items()):
        if link.reltype.endswith(("/stylesWithEffects", "/customXml")):
            del document.part.rels[key]
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in _written(_KEPT_STYLES):
            document.styles.element.remove(style)


def _written(names: frozenset[str]) -> frozenset[str]:
    """Word writes built-in names with a small letter: `heading 1`."""
    return names | {name.replace("Heading", "heading") for name in names} | {"header", "footer"}


def _set_language(document: Any) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in [*properties.findall(qn("w:lang")), *properties.findall(qn("w:rFonts"))]:
        properties.remove(old)
    properties.insert(0, parse_xml(_fonts_xml()))
    properties.append(
        parse_xml(f'<w:lang {NAMESPACES} w:val="nb-NO" w:eastAsia="nb-NO" w:bidi="ar-SA"/>')
    )
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "nb-NO")
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")


def _fonts_xml() -> str:
    return (
        f'<w:rFonts {NAMESPACES} w:ascii="{FAMILY}" w:hAnsi="{FAMILY}" w:cs="{FAMILY}" '
        f'w:eastAsia="{FAMILY}"/>'
    )


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(18), Mm(22)
    section.footer_distance = Mm(10)


def _set_styles(document: Any) -> None:
    styles = document.styles
    _style(styles["Normal"], size=10.5, after=4, colour=_INK)
    _style(styles["Title"], size=22, after=6, colour=_FJORD, bold=True)
    _style(styles["Heading 1"], size=14, before=20, after=6, colour=_FJORD, bold=True, keep=True)
    _style(styles["Footer"], size=8.5, colour=_MUTED)
    for name in ("List Bullet", "List Number", "List Bullet 2", "List Number 2"):
        _style(styles[name], size=10, after=2, colour=_INK)
    _new(styles, "Form Kicker", size=9.5, after=4, colour=_MUTED, keep=True)
    _new(styles, "Form Lead", size=11.5, after=8, colour=_INK)
    _new(styles, "Form Fact", size=10, after=2, colour=_INK)
    _new(styles, "Form Label", size=10.5, before=12, after=2, colour=_INK, bold=True, keep=True)
    _new(styles, "Form Condition", size=9.5, before=12, after=0, colour=_FJORD, keep=True)
    _new(styles, "Form Help", size=9.5, after=2, colour=_MUTED, keep=True)
    _new(styles, "Form Answer", size=10.5, before=3, after=4, colour=_INK)
    _new(styles, "Form Signature", size=10.5, before=22, after=6, colour=_INK)
    _new(styles, "Form Tick", size=10.5, before=6, after=2, colour=_INK)
    _new(styles, "Form Cell", size=9.5, after=0, colour=_INK)
    _new(styles, "Form Scale", size=10.5, before=4, after=4, colour=_INK, keep=True)
    _new(styles, "Form Gap", size=4, after=0, colour=_INK)
    _new(styles, "Form Box", size=9.5, after=0, colour=_INK)
    heading = styles.add_style("Form Box Heading", WD_STYLE_TYPE.PARAGRAPH)
    heading.base_style = styles["Heading 1"]
    _style(heading, size=11, before=14, after=0, colour=_FJORD, bold=True, keep=True)
    _edges(styles["Form Answer"], "top", "left", "bottom", "right")
    _edges(styles["Form Signature"], "bottom")
    _new(styles, "Form Note Heading", size=10.5, before=14, after=0, colour=_INK, keep=True)
    _new(styles, "Form Note", size=10, after=0, colour=_INK)
    for name, ground in _GROUNDS.items():
        _on_ground(styles[name], ground)
    prompt = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    prompt.font.color.rgb = RGBColor.from_string(_MUTED)
    required = styles.add_style("Form Required", WD_STYLE_TYPE.CHARACTER)
    required.font.size, required.font.bold = Pt(9), False
    required.font.color.rgb = RGBColor.from_string(_BERRY)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline, link.font.color.rgb = True, RGBColor.from_string(_FJORD)


def _new(styles: Any, name: str, **looks: Any) -> None:
    _style(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), **looks)


def _style(
    style: Any,
    *,
    size: float,
    colour: str,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    keep: bool = False,
) -> None:
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    style.font.name = FAMILY
    style.font.size, style.font.bold = Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour)
    shape = style.paragraph_format
    paragraph = style.element.get_or_add_pPr()
    for old in [*paragraph.findall(qn("w:pBdr")), *paragraph.findall(qn("w:tabs"))]:
        paragraph.remove(old)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.15
    shape.keep_with_next = keep


def _edges(style: Any, *sides: str) -> None:
    """Thin lines; the indent brings them to the margin."""
    _before_spacing(style, f"<w:pBdr {NAMESPACES}>{_lines(_EDGE, 6, sides)}</w:pBdr>")
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(5)


def padded(ground: str) -> str:
    """Paragraph properties: a coloured ground, with lines of the same colour as padding."""
    sides = ("top", "left", "bottom", "right")
    return (
        f"<w:pBdr>{_lines(ground, 12, sides)}</w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
    )


def _lines(colour: str, size: int, sides: tuple[str, ...]) -> str:
    return "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="5" w:color="{colour}"/>' for side in sides
    )


def _on_ground(style: Any, ground: str) -> None:
    for properties in parse_xml(f"<w:pPr {NAMESPACES}>{padded(ground)}</w:pPr>"):
        style.element.pPr.find(qn("w:spacing")).addprevious(properties)
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(6)


def marked(run: Any) -> None:
    """Let a run stand out as something to fill in, also where there are no colours."""
    run.bold = True
    run._element.get_or_add_rPr().append(
        parse_xml(f'<w:shd {NAMESPACES} w:val="clear" w:color="auto" w:fill="{_SUN}"/>')
    )


def _before_spacing(style: Any, xml: str) -> None:
    style.element.pPr.find(qn("w:spacing")).addprevious(parse_xml(xml))


def _embed_fonts(document: Any) -> None:
    """The typeface goes with the file, obfuscated as the format demands."""
    table = next(r.target_part for r in document.part.rels.values() if "fontTable" in r.reltype)
    links = ""
    for number, (kind, file) in enumerate((("embedRegular", REGULAR), ("embedBold", BOLD)), 1):
        letters = file.read_bytes()
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"{FAMILY}/{kind}")
        part = Part(
            PackURI(f"/word/fonts/font{number}.odttf"),
            _OBFUSCATED,
            _obfuscated(letters, key),
            document.part.package,
        )
        link = table.relate_to(part, RELATIONSHIP_TYPE.FONT)
        links += f'<w:{kind} r:id="{link}" w:fontKey="{{{str(key).upper()}}}"/>'
    fonts = parse_xml(table.blob)
    fonts.append(parse_xml(
        f'<w:font {NAMESPACES} w:name="{FAMILY}"><w:altName w:val="Calibri"/>'
        f'<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>{links}'
        "</w:font>"
    ))  # fmt: skip
    table._blob = _as_bytes(fonts)
    settings = document.settings.element
    for name in ("saveSubsetFonts", "embedTrueTypeFonts"):
        settings.find(qn("w:zoom")).addnext(parse_xml(f"<w:{name} {NAMESPACES}/>"))


def _obfuscated(letters: bytes, key: uuid.UUID) -> bytes:
    """The first 32 bytes mixed with the key, last byte first (ECMA-376 part 4, 2.8.1)."""
    mask = key.bytes[::-1]
    head = bytes(byte ^ mask[at % 16] for at, byte in enumerate(letters[:32]))
    return head + letters[32:]


def _as_bytes(element: Any) -> bytes:
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415

    return bytes(serialize_part_xml(element))


def _protect(document: Any) -> None:
    """Only answers may be changed; no password. Schema order: before defaultTabStop."""
    document.settings.element.find(qn("w:defaultTabStop")).addprevious(
        parse_xml(f'<w:documentProtection {NAMESPACES} w:edit="forms" w:enforcement="1"/>')
    )


def _zipped_alike(file: bytes, moment: dt.datetime) -> bytes:
    """The same parts in a fixed order with one date; python-docx stamps the time of writing."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return out.getvalue()
