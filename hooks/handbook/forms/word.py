"""A form as a Word file with real content controls, one for each name."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from handbook.forms import naming
from handbook.forms.layout import Part, Question, layout
from handbook.forms.naming import Titles
from handbook.forms.word_package import NAMESPACES, SAND, SKY, blank_document, finished, padded
from handbook.forms.word_xml import cell, control, paragraph, picture, run, styled, twips
from handbook.model import form_texts
from handbook.model.field_names import FieldName
from handbook.model.form import FieldType, Form, Option
from handbook.model.handbook import Edition
from handbook.model.prose import (
    Inline,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Reference,
    Strong,
    Text,
    Told,
)
from handbook.pictograms import face_picture


def form_word(form: Form, edition: Edition, titles: Mapping[str, str] | None = None) -> bytes:
    """The form as DOCX on A4. The same nouns give the same bytes. Raises FormNotLaidOut."""
    document = blank_document()
    writer = _Writer(document, titles or {})
    blocks = (*writer.head(form, edition), *writer.parts(layout(form)), *writer.end(form))
    _fill(document.element.body, blocks)
    _fill_footer(document, form, edition)
    return finished(
        document,
        title=form.title,
        author=" og ".join(edition.publishers),
        day=edition.date,
        version=form.version,
        identifier=form.id,
    )


class _Writer:
    """Writes paragraphs and tables as XML; every text from YAML goes through `escape`."""

    def __init__(self, document: Any, titles: Titles) -> None:
        self.document = document
        self.titles = titles
        self.ids = count(1_000_001)

    def head(self, form: Form, edition: Edition) -> Iterator[str]:
        yield paragraph("Form Kicker", run(f"{edition.title} · {form.kind.label}"))
        yield paragraph("Title", run(form.title))
        yield from self.prose(form.purpose, "Form Lead")
        for term, words in naming.facts(form, self.titles):
            yield paragraph("Form Fact", run(f"{term}: ", bold=True) + run(words))
        yield paragraph("Form Fact", run("På nett: ", bold=True) + self.link(
            naming.address(form, edition), run(naming.short_address(form, edition), link=True)
        ))  # fmt: skip
        yield from self.official(form)
        yield from self.privacy(form)

    def official(self, form: Form) -> Iterator[str]:
        official = form.official_form
        if official is None:
            return
        name = run(official.title, bold=True, link=bool(official.url))
        linked = self.link(official.url, name) if official.url else name
        yield paragraph("Form Fact", run("Bruk det offisielle skjemaet: ", bold=True) + linked,
                         more='<w:spacing w:before="160"/>')  # fmt: skip
        yield from self.prose(official.text, "Form Fact")

    def privacy(self, form: Form) -> Iterator[str]:
        rows = form_texts.privacy_rows(form)
        if not rows:
            return
        yield paragraph("Form Box Heading", run(form_texts.PRIVACY_HEADING))
        for term, text in rows:
            words = run(text) if isinstance(text, str) else self.flat(text)
            yield paragraph("Form Box", run(f"{term}: ", bold=True) + words)

    def parts(self, parts: Iterable[Part]) -> Iterator[str]:
        for part in parts:
            yield paragraph("Heading 1", run(part.section.title))
            if part.section.intro:
                yield from self.prose(part.section.intro, "Normal")
            for line in part.lines:
                for question in line:
                    yield from self.question(question)

    def end(self, form: Form) -> Iterator[str]:
        """Who gets it, and by which way it may travel."""
        yield paragraph("Heading 1", run(form_texts.AFTERWARDS))
        yield from (paragraph("Normal", run(words)) for words in form_texts.afterwards(form))

    def question(self, question: Question) -> Iterator[str]:
        field = question.field
        if question.condition:
            yield paragraph("Form Condition", run(f"{question.condition}:"))
        if field.type is FieldType.INFO:
            yield from self.information(question)
        elif field.type is FieldType.YES_NO:
            tick = self.control(question.names[0])
            yield paragraph("Form Tick", tick + run("  ") + _label(question))
            yield from self.notes(question)
        else:
            yield paragraph("Form Label", _label(question))
            yield from self.notes(question)
            yield from self.answer(question)

    def notes(self, question: Question) -> Iterator[str]:
        field = question.field
        said = [field.help, form_texts.example(field)]
        faces = any(option.face for option in field.options)
        if field.type is FieldType.CHOICE and not faces:
            said.append(form_texts.choices(field.options))
        yield from (paragraph("Form Help", run(words)) for words in said if words)
        if faces:
            yield paragraph("Form Scale", "".join(map(self.faced, field.options)))
        yield from (paragraph("Form Help", run(words)) for words in question.notes)

    def faced(self, option: Option) -> str:
        """An answer of a scale after its face, which is a decoration beside the words."""
        words = run(f"\u00a0{option.label}        ")
        if option.face is None:
            return words
        file = io.BytesIO(face_picture(option.face))
        link, _ = self.document.part.get_or_add_image(file)
        return picture(link, next(self.ids)) + words

    def answer(self, question: Question) -> Iterator[str]:
        kind = question.field.type
        if kind is FieldType.TABLE:
            yield self.table(question)
            yield paragraph("Form Gap", "")  # two tables in a row would become one
        elif kind is FieldType.MULTI_CHOICE:
            for name in question.names:
                yield paragraph("Form Tick", self.control(name) + run(f"  {name.label}"))
        else:
            style = "Form Signature" if kind is FieldType.SIGNATURE else "Form Answer"
            yield paragraph(style, self.control(question.names[0]))

    def information(self, question: Question) -> Iterator[str]:
        field = question.field
        yield paragraph("Form Note Heading", run(field.label, bold=True))
        if field.text:
            yield from self.prose(field.text, "Form Note", boxed=True)

    def table(self, question: Question) -> str:
        field = question.field
        grid = "".join(f'<w:gridCol w:w="{twips(mm)}"/>' for mm in question.widths_mm)
        heads = [
            cell(paragraph("Form Cell", run(column.label, bold=True), _KEEP), mm, fill=SKY)
            for column, mm in zip(field.columns, question.widths_mm, strict=True)
        ]
        rows = [self.row(cells, question, at) for at, cells in enumerate(question.rows)]
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{twips(sum(question.widths_mm))}" w:type="dxa"/>'
            f'<w:tblInd w:w="90" w:type="dxa"/>{_BORDERS}'
            f'<w:tblLayout w:type="fixed"/>{_MARGINS}'
            f'<w:tblLook w:val="{"04A0" if field.row_labels else "0420"}" w:firstRow="1" '
            f'w:firstColumn="{int(bool(field.row_labels))}" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(field.label)}/>"
            f"<w:tblDescription w:val={quoteattr(field.help or 'Fyll ut én rad om gangen.')}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
            f"{''.join(rows)}</w:tbl>"
        )

    def row(self, names: tuple[FieldName, ...], question: Question, at: int) -> str:
        labels = question.field.row_labels
        widths = question.widths_mm
        keep = _KEEP if question.kept_whole and at + 1 < question.field.row_count else ""
        written = [run(labels[at])] if labels else []
        written += [self.control(name) for name in names]
        cells = [
            cell(paragraph("Form Cell", runs, keep), mm)
            for runs, mm in zip(written, widths, strict=True)
        ]
        # A row may break at the end of a page: LibreOffice leaves out one that may not (cantSplit).
        height = '<w:trHeight w:val="480" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr>{height}</w:trPr>{''.join(cells)}</w:tr>"

    def control(self, name: FieldName) -> str:
        return control(name, next(self.ids))

    def prose(self, text: Prose, style: str, *, boxed: bool = False) -> Iterator[str]:
        """Paragraphs and lists; `boxed` gives list items the ground of a note."""
        for block in text.blocks:
            if isinstance(block, Paragraph):
                yield paragraph(style, self.inlines(block.children))
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
                    yield paragraph(style, self.inlines(block.children), more=more)
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
        return run(text.plain.replace("\n", " · "))

    def inlines(self, children: Iterable[Inline], *, bold: bool = False) -> str:
        return "".join(self.inline(child, bold=bold) for child in children)

    def inline(self, child: Inline, *, bold: bool) -> str:
        if isinstance(child, Text):
            return run(child.text, bold=bold)
        if isinstance(child, Reference):
            return run(naming.named(child, self.titles), bold=bold)
        if isinstance(child, Told):
            return self.inlines(child.children, bold=bold)
        if isinstance(child, Link):
            words = "".join(run(_words(c), bold=bold, link=True) for c in child.children)
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
    mark = f"  {form_texts.REQUIRED}" if question.field.required else ""
    required = styled("FormRequired", mark) if mark else ""
    return run(question.field.label, bold=True) + required


def _words(child: Inline) -> str:
    if isinstance(child, Text):
        return child.text
    if isinstance(child, Reference):
        return child.shown or child.target
    return "".join(_words(inner) for inner in child.children)


def _indent(depth: int) -> str:
    return f'<w:ind w:left="{120 + 360 * depth}" w:right="120" w:hanging="360"/>'


def _fill(body: Any, blocks: Iterable[str]) -> None:
    end = body.find(qn("w:sectPr"))
    for block in list(parse_xml(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>")):
        end.addprevious(block)


def _fill_footer(document: Any, form: Form, edition: Edition) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    old = footer.paragraphs[0]._p
    runs = (
        run(f"{naming.identity(form, edition)} · side ") + _counter("PAGE") + run(" av ")
        + _counter("NUMPAGES") + "<w:r><w:tab/></w:r>"
        + run(naming.short_address(form, edition))
    )  # fmt: skip
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(170)}"/></w:tabs>'
    wrapped = parse_xml(f"<w:ftr {NAMESPACES}>{paragraph('Footer', runs, more=tabs)}</w:ftr>")
    old.addprevious(wrapped[0])
    old.getparent().remove(old)


def _counter(code: str) -> str:
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
