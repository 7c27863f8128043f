"""A form as a Word file with real content controls, one for each name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from handbook.forms import wording
from handbook.forms.field_names import FieldName
from handbook.forms.layout import Part, Question, layout
from handbook.forms.problem import FormNotLaidOut
from handbook.forms.word_package import NAMESPACES, SAND, SKY, blank_document, finished, padded
from handbook.forms.wording import Titles
from handbook.model.form import FieldType, Form
from handbook.model.handbook import Edition
from handbook.model.prose import Inline, ItemList, Link, Paragraph, Prose, Reference, Strong, Text

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


def form_word(form: Form, edition: Edition, titles: Mapping[str, str] | None = None) -> bytes:
    """The form as DOCX on A4. The same nouns give the same bytes. Raises FormNotLaidOut."""
    document = blank_document()
    writer = _Writer(document, titles or {})
    _fill(document.element.body, [*writer.head(form, edition), *writer.parts(layout(form))])
    _fill_footer(document, form, edition)
    return finished(
        document,
        title=form.title,
        author=" og ".join(edition.publishers),
        day=edition.date,
        version=form.version,
    )


class _Writer:
    """Writes paragraphs and tables as XML; every text from YAML goes through `escape`."""

    def __init__(self, document: Any, titles: Titles) -> None:
        self.document = document
        self.titles = titles
        self.ids = count(1_000_001)

    def head(self, form: Form, edition: Edition) -> Iterator[str]:
        yield _paragraph("Form Kicker", _run(f"{edition.title} · {form.kind.label}"))
        yield _paragraph("Title", _run(form.title))
        yield from self.prose(form.purpose, "Form Lead")
        for term, words in wording.facts(form, self.titles):
            yield _paragraph("Form Fact", _run(f"{term}: ", bold=True) + _run(words))
        yield _paragraph("Form Fact", _run("På nett: ", bold=True) + self.link(
            wording.address(form, edition), _run(wording.short_address(form, edition), link=True)
        ))  # fmt: skip
        yield from self.official(form)
        yield from self.privacy(form)

    def official(self, form: Form) -> Iterator[str]:
        official = form.official_form
        if official is None:
            return
        name = _run(official.title, bold=True, link=bool(official.url))
        linked = self.link(official.url, name) if official.url else name
        yield _paragraph("Form Fact", _run("Bruk det offisielle skjemaet: ", bold=True) + linked,
                         more='<w:spacing w:before="160"/>')  # fmt: skip
        yield from self.prose(official.text, "Form Fact")

    def privacy(self, form: Form) -> Iterator[str]:
        rows = wording.privacy_rows(form)
        if not rows:
            return
        yield _paragraph("Form Box Heading", _run(wording.PRIVACY_HEADING))
        for term, text in rows:
            words = _run(text) if isinstance(text, str) else self.flat(text)
            yield _paragraph("Form Box", _run(f"{term}: ", bold=True) + words)

    def parts(self, parts: Iterable[Part]) -> Iterator[str]:
        for part in parts:
            yield _paragraph("Heading 1", _run(part.section.title))
            if part.section.intro:
                yield from self.prose(part.section.intro, "Normal")
            for line in part.lines:
                for question in line:
                    yield from self.question(question)

    def question(self, question: Question) -> Iterator[str]:
        field = question.field
        if question.condition:
            yield _paragraph("Form Condition", _run(f"Hvis {question.condition}:"))
        if field.type is FieldType.INFO:
            yield from self.information(question)
        elif field.type is FieldType.YES_NO:
            tick = self.control(question.names[0])
            yield _paragraph("Form Tick", tick + _run("  ") + _label(question))
            yield from self.notes(question)
        else:
            yield _paragraph("Form Label", _label(question))
            yield from self.notes(question)
            yield from self.answer(question)

    def notes(self, question: Question) -> Iterator[str]:
        field = question.field
        said = [field.help, f"For eksempel: {field.example}" if field.example else None]
        if field.type is FieldType.CHOICE:
            said.append("Svar: " + " · ".join(option.label for option in field.options))
        yield from (_paragraph("Form Help", _run(words)) for words in said if words)
        yield from (_paragraph("Form Help", _run(words)) for words in question.notes)

    def answer(self, question: Question) -> Iterator[str]:
        kind = question.field.type
        if kind is FieldType.TABLE:
            yield self.table(question)
            yield _paragraph("Form Gap", "")  # two tables in a row would become one
        elif kind is FieldType.MULTI_CHOICE:
            for name in question.names:
                yield _paragraph("Form Tick", self.control(name) + _run(f"  {name.label}"))
        else:
            style = "Form Signature" if kind is FieldType.SIGNATURE else "Form Answer"
            yield _paragraph(style, self.control(question.names[0]))

    def information(self, question: Question) -> Iterator[str]:
        field = question.field
        yield _paragraph("Form Note Heading", _run(field.label, bold=True))
        if field.text:
            yield from self.prose(field.text, "Form Note", boxed=True)

    def table(self, question: Question) -> str:
        field = question.field
        grid = "".join(f'<w:gridCol w:w="{_twips(mm)}"/>' for mm in question.widths_mm)
        heads = [
            _cell(_paragraph("Form Cell", _run(column.label, bold=True), _KEEP), mm, fill=SKY)
            for column, mm in zip(field.columns, question.widths_mm, strict=True)
        ]
        rows = [self.row(cells, question, at) for at, cells in enumerate(question.rows)]
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{_twips(sum(question.widths_mm))}" w:type="dxa"/>'
            f'<w:tblInd w:w="90" w:type="dxa"/>{_BORDERS}'
            f'<w:tblLayout w:type="fixed"/>{_MARGINS}'
            f'<w:tblLook w:val="{"04A0" if field.row_labels else "0420"}" w:firstRow="1" '
            f'w:firstColumn="{int(bool(field.row_labels))}" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(field.label)}/>"
            f"<w:tblDescription w:val={quoteattr(field.help or 'Fyll ut én rad om gangen.')}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
            f"{''.join(rows)}</w:tbl>"
        )

    def row(self, names: tuple[FieldName, ...], question: Question, at: int) -> str:
        labels = question.field.row_labels
        widths = question.widths_mm
        keep = _KEEP if question.kept_whole and at + 1 < question.field.row_count else ""
        written = [_run(labels[at])] if labels else []
        written += [self.control(name, in_table=True) for name in names]
        cells = [
            _cell(_paragraph("Form Cell", runs, keep), mm)
            for runs, mm in zip(written, widths, strict=True)
        ]
        height = '<w:trHeight w:val="480" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"

    def control(self, name: FieldName, *, in_table: bool = False) -> str:
        """A content control that cannot be deleted; its tag is the name, its title the label."""
        if len(name.name) > _LONGEST_TAG:
            raise FormNotLaidOut(
                name.field.id,
                f"navnet «{name.name}» har {len(name.name)} tegn, og Word tåler {_LONGEST_TAG}; "
                "bruk kortere id på feltet eller kolonnen",
            )
        ticked = name.type is FieldType.YES_NO
        prompt = "" if ticked else "<w:showingPlcHdr/>"
        content = _UNTICKED if ticked else _prompt(name, in_table=in_table)
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(_title(name))}/>"
            f'<w:tag w:val="{name.name}"/><w:id w:val="{next(self.ids)}"/>'
            f'<w:lock w:val="sdtLocked"/>{prompt}{_kind(name)}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def prose(self, text: Prose, style: str, *, boxed: bool = False) -> Iterator[str]:
        """Paragraphs and lists; `boxed` gives list items the ground of a note."""
        for block in text.blocks:
            if isinstance(block, Paragraph):
                yield _paragraph(style, self.inlines(block.children))
            else:
                yield from self.list_items(block, depth=1, boxed=boxed)

    def list_items(self, listed: ItemList, *, depth: int, boxed: bool) -> Iterator[str]:
        style = ("List Number" if listed.ordered else "List Bullet") + (" 2" if depth > 1 else "")
        more = self.numbering() if listed.ordered else ""
        if boxed:
            more += padded(SAND) + _indent(depth)
        for item in listed.items:
            for block in item:
                if isinstance(block, Paragraph):
                    yield _paragraph(style, self.inlines(block.children), more=more)
                else:
                    yield from self.list_items(block, depth=depth + 1, boxed=boxed)

    def numbering(self) -> str:
        """A numbered list of its own; without this, Word counts on from the list before."""
        part = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        first = style.pPr.numPr.numId.val
        abstract = part.num_having_numId(first).abstractNumId.val
        number = part.add_num(abstract)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number.numId}"/></w:numPr>'

    def flat(self, text: Prose) -> str:
        """A text inside a line."""
        if text.one_paragraph and isinstance(text.blocks[0], Paragraph):
            return self.inlines(text.blocks[0].children)
        return _run(text.plain.replace("\n", " · "))

    def inlines(self, children: Iterable[Inline], *, bold: bool = False) -> str:
        return "".join(self.inline(child, bold=bold) for child in children)

    def inline(self, child: Inline, *, bold: bool) -> str:
        if isinstance(child, Text):
            return _run(child.text, bold=bold)
        if isinstance(child, Reference):
            return _run(wording.named(child, self.titles), bold=bold)
        if isinstance(child, Link):
            words = "".join(_run(_words(c), bold=bold, link=True) for c in child.children)
            return self.link(child.url, words)
        assert isinstance(child, Strong)
        return self.inlines(child.children, bold=True)

    def link(self, url: str, runs: str) -> str:
        link = self.document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{link}">{runs}</w:hyperlink>'


_KEEP = "<w:keepNext/>"
_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7D8A88"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
    '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
)


def _label(question: Question) -> str:
    mark = f"  {wording.REQUIRED}" if question.field.required else ""
    required = _styled("FormRequired", mark) if mark else ""
    return _run(question.field.label, bold=True) + required


def _title(name: FieldName) -> str:
    """What a screen reader says, cut at a word where Word has its limit."""
    words = name.tooltip if len(name.path) > 1 else name.label
    if len(words) <= _LONGEST_TAG:
        return words
    return words[: _LONGEST_TAG - 1].rpartition(" ")[0] + "…"


def _prompt(name: FieldName, *, in_table: bool) -> str:
    if in_table:
        return _styled("PlaceholderText", _BLANK)
    lines = name.field.lines - 1 if name.type is FieldType.LONG_TEXT else 0
    return _styled("PlaceholderText", _PROMPTS.get(name.type, "Skriv her"), lines=lines)


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
    many = name.type is FieldType.LONG_TEXT or len(name.path) > 1
    return '<w:text w:multiLine="1"/>' if many else "<w:text/>"


def _paragraph(style: str, runs: str, more: str = "") -> str:
    """`more` is paragraph properties in schema order: keepNext, numPr, pBdr, shd, spacing, ind."""
    properties = f'<w:pStyle w:val="{style.replace(" ", "")}"/>{more}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _run(words: str, *, bold: bool = False, link: bool = False) -> str:
    looks = ('<w:rStyle w:val="Hyperlink"/>' if link else "") + ("<w:b/>" if bold else "")
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _styled(style: str, words: str, *, lines: int = 0) -> str:
    """Words in a character style; `lines` are left empty below, to write by hand."""
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(words)}</w:t>{"<w:br/>" * lines}</w:r>'
    )


def _words(child: Inline) -> str:
    if isinstance(child, Text):
        return child.text
    if isinstance(child, Reference):
        return child.shown or child.target
    return "".join(_words(inner) for inner in child.children)


def _cell(content: str, mm: float, fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(mm)}" w:type="dxa"/>{shade}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _indent(depth: int) -> str:
    return f'<w:ind w:left="{120 + 360 * depth}" w:right="120" w:hanging="360"/>'


def _twips(mm: float) -> int:
    return round(mm * _TWIPS_PER_MM)


def _fill(body: Any, blocks: Iterable[str]) -> None:
    end = body.find(qn("w:sectPr"))
    for block in list(parse_xml(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>")):
        end.addprevious(block)


def _fill_footer(document: Any, form: Form, edition: Edition) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    old = footer.paragraphs[0]._p
    runs = (
        _run(f"{wording.identity(form, edition)} · side ") + _counter("PAGE") + _run(" av ")
        + _counter("NUMPAGES") + "<w:r><w:tab/></w:r>"
        + _run(wording.short_address(form, edition))
    )  # fmt: skip
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{_twips(170)}"/></w:tabs>'
    wrapped = parse_xml(f"<w:ftr {NAMESPACES}>{_paragraph('Footer', runs, more=tabs)}</w:ftr>")
    old.addprevious(wrapped[0])
    old.getparent().remove(old)


def _counter(code: str) -> str:
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
