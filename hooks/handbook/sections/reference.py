"""To look things up in: themes, words, and sources with their numbered findings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Fold,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Section,
    opened,
    said,
)
from handbook.document.inline import Foreign, Link, Quiet, Ref, Strong, Words, joined, spread
from handbook.document.linker import Linker
from handbook.document.places import GLOSSARY, SOURCES, THEMES, Place, page
from handbook.model.people import Term, Theme, ThemeSection, ThemeStatement
from handbook.model.source import Source, SourceFinding, SourceType
from handbook.norwegian import counted, in_order, unbroken_date
from handbook.sections.around import withdrawn
from handbook.sections.evidence import own_words, where_read
from handbook.sections.privacy import way_to_periods
from handbook.sections.step import form_links

Uses = Mapping[str, Sequence[Ref]]
"""Finding number, or key of a rule → the ways to what cites it."""
_KINDS = {"role": "Rolle", "duties": "Rolle", "theme": "Tema", "term": "Ord", "rule": "Regel",
          "instrument": "Virkemiddel", "routine": "Rutine"}  # fmt: skip


def rule_key(rule_id: str) -> str:
    """What a rule is kept by among the numbers of findings."""
    return f"rule:{rule_id}"


def cited_at(place: Place) -> str:
    """The number of the finding or the key of the rule at a place; nothing when it is neither."""
    if place.kind == "rule":
        return rule_key(place.name)
    return place.anchor if place.kind == "source" else ""


def known_as(linker: Linker, place: Place, title: str) -> str:
    """`IA-vikar: Lær sammen`, `Ord: fadder`: a place by its kind or model, and its name."""
    if place.kind in ("step", "phase", "part"):
        model = linker.title("model", place.name.partition("/")[0])
        return f"{model}: {title.removesuffix(f' – {model}')}"
    return f"{_KINDS[place.kind]}: {title}" if place.kind in _KINDS else title


def themes_section(linker: Linker) -> Section:
    """Every theme with what it says in short."""
    lead = Paragraph(("Det som går på tvers av modellene, skrevet til arbeidsgivere.",), "lead")
    lines = (Item(said(linker.words(theme.summary)), title=linker.to("theme", theme.id))
             for theme in linker.book.themes if not theme.withdrawn)  # fmt: skip
    listed = ItemList(tuple(lines), kind="names")
    return Section(titles.PAGES[THEMES], (lead, listed), place=page(THEMES))


def theme_section(linker: Linker, theme: Theme) -> Section:
    """One theme: what is said under each heading, its forms, and the steps it holds for."""
    told = theme_on_screen(linker, theme)
    return replace(told, blocks=(*told.blocks, *_steps(linker, theme)))


def theme_on_screen(linker: Linker, theme: Theme) -> Section:
    """The same without the steps, each of which leads here."""
    lead = Paragraph(linker.words(theme.summary), "lead")
    told = tuple(Section(one.title, (_told(linker, one),), one.id) for one in theme.sections)
    gone = withdrawn(linker, "theme", theme.withdrawn)
    blocks = (*gone, lead, *told, *_forms(linker, theme), *_routines(linker, theme))
    return Section(theme.title, blocks, place=Place("theme", theme.id), over="Tema")


def _told(linker: Linker, section: ThemeSection) -> ItemList:
    return ItemList(tuple(_one(linker, said) for said in section.statements), kind="statements")


def _one(linker: Linker, said: ThemeStatement) -> Item:
    """One thing said; a situation by its title, which can be led to."""
    item = linker.statement(said)
    if not said.title:
        return item
    ahead = (Strong((f"{said.title}.",)), " ")
    return replace(item, blocks=opened(ahead, item.blocks), anchor=said.id or "")


def _forms(linker: Linker, theme: Theme) -> Blocks:
    if not theme.forms:
        return ()
    told = (form_links(linker, theme.forms), Paragraph((way_to_periods(),), "more"))
    return (Section("Skjemaer", told, "skjemaer"),)


def _routines(linker: Linker, theme: Theme) -> Iterator[Section]:
    if told := linker.book.routines_by_theme.get(theme.id, ()):
        refs = spread((linker.to("routine", one.id) for one in told), " · ")
        yield Section("Rutiner for internkontroll", (Paragraph(refs),), "rutiner")


def _steps(linker: Linker, theme: Theme) -> Blocks:
    steps = linker.book.steps_by_theme.get(theme.id, ())
    if not steps:
        return ()
    refs = (
        Ref(linker.step(at.model, at.step.id).place, f"{at.model.short_title}: {at.step.title}")
        for at in steps
    )
    lines = tuple(Item(said((ref,))) for ref in refs)
    return (Section("Steg der dette gjelder", (ItemList(lines, kind="uses"),), "steg"),)


def glossary_section(linker: Linker) -> Section:
    """Every word with its explanation, letter by letter in the order of the alphabet."""
    terms = linker.book.terms
    lead = Paragraph((f"Her er {len(terms)} ord, forklart i én setning hver.",), "lead")
    letters = tuple(
        Section(letter, (Facts(tuple(_term(linker, term) for term in group), "glossary"),),
                f"bokstav-{number}", "letter")
        for number, (letter, group) in enumerate(_by_letter(terms), 1)
    )  # fmt: skip
    return Section(titles.PAGES[GLOSSARY], (lead, *letters), place=page(GLOSSARY))


def _by_letter(terms: tuple[Term, ...]) -> Iterator[tuple[str, Iterator[Term]]]:
    ordered = sorted(terms, key=lambda term: in_order(term.term))
    return groupby(ordered, key=lambda term: term.term[0].upper())


def _term(linker: Linker, term: Term) -> Fact:
    short = term.abbreviation
    name = term.term + (f" ({short})" if short and short not in term.term else "")
    mark = linker.resting(term.basis, term.sources)
    means = Paragraph((*linker.words(term.definition), " ", mark), basis=term.basis)
    return Fact(name, (means, *_beside(linker, term)), anchor=term.id, former=term.former_ids)


def _beside(linker: Linker, term: Term) -> Iterator[Paragraph]:
    """What is told of a word beside its meaning."""
    if term.note:
        yield Paragraph(linker.words(term.note), "note")
    if named := linker.book.instruments_by_term.get(term.id, ()):
        refs = spread(linker.to("instrument", one.id) for one in named)
        yield Paragraph(("Slik bruker dere det: ", *refs, "."))
    if term.replaced_by:
        yield Paragraph(("Bruk i stedet ", _word(linker, term.replaced_by), "."))
    if term.former_names:
        old = (f.name + (f" (til {f.until})" if f.until else "") for f in term.former_names)
        yield Paragraph((f"Het tidligere {', '.join(old)}.",))
    if languages := tuple(_languages(term)):
        yield Paragraph(joined(languages, " "))
    if term.see_also:
        yield Paragraph(("Se også ", *spread(_word(linker, id_) for id_ in term.see_also), "."))


def _languages(term: Term) -> Iterator[Words]:
    if term.other_in_nynorsk:
        yield "Nynorsk: ", Foreign((", ".join(term.other_in_nynorsk),), "nn"), "."
    if term.english:
        yield "Engelsk: ", Foreign((term.english,), "en"), "."


def _word(linker: Linker, term_id: str) -> Ref:
    """A word among the words; nobody needs its explanation twice."""
    ref = linker.to("term", term_id)
    return Ref(ref.place, ref.words)


def sources_section(linker: Linker) -> Section:
    """Every source, by kind of document."""
    words = ("Alt håndboka sier om verden, kan spores hit. Hver kilde har nummererte funn, og "
             "hvert funn viser hvor det er brukt.")  # fmt: skip
    kinds = (
        Section(kind.label, (ItemList(lines, kind="names"),), str(kind))
        for kind in SourceType
        if (lines := tuple(_line(linker, s) for s in linker.book.sources if s.type is kind))
    )
    blocks: Blocks = (Paragraph((words,), "lead"), *kinds)
    return Section(titles.PAGES[SOURCES], blocks, place=page(SOURCES))


def _line(linker: Linker, source: Source) -> Item:
    dated = f", {source.date}" if source.date else ""
    told = f"{source.publisher}{dated} · {len(source.findings)} funn"
    return Item(said(told), title=linker.to("source", source.id))


def source_section(
    linker: Linker, source: Source, used: Uses, only: Collection[str] | None = None
) -> Section:
    """One source: what it is, what to mind, and its findings with where they are used.

    `only` leaves out findings that are not in it.
    """
    caveat = _caveat(linker, source)
    kept = (one for one in source.findings if only is None or one.id in only)
    items = tuple(_finding(linker, one, used.get(one.id, ())) for one in kept)
    found = Section("Funn", (ItemList(items, ordered=True, kind="findings"),), "funn")
    gone = withdrawn(linker, "source", source.withdrawn)
    blocks = (*gone, Facts(tuple(_facts(source)), "source"), *caveat, found)
    return Section(source.title, blocks, place=Place("source", source.id))


def _facts(source: Source) -> Iterator[Fact]:
    unknown = "Ikke oppgitt"
    yield Fact("Utgiver", said(source.publisher))
    yield Fact("Utgiveren er", said(source.publisher_is.label))
    yield Fact("Type", said(source.type.label))
    yield Fact("Dato", said(source.date or unknown))
    yield Fact("Lest", said(unbroken_date(source.checked) if source.checked else unknown))
    yield Fact("Sikkerhet", said(source.confidence.label))
    if source.url:
        yield Fact("Adresse", said((Link(source.url, (source.url,)),)))


def _caveat(linker: Linker, source: Source) -> Blocks:
    if not source.caveat:
        return ()
    return (Notice("caveat", (Strong(("Forbehold.",)), " ", *linker.words(source.caveat))),)


def _finding(linker: Linker, finding: SourceFinding, used: Sequence[Ref]) -> Item:
    blocks: list[Block] = [*linker.blocks(finding.statement)]
    blocks += own_words(finding)
    if place := joined(where_read(finding), " "):
        blocks.append(Paragraph((Quiet(place, "place"),)))
    if finding.unused_because:
        why = linker.words(finding.unused_because)
        blocks.append(Paragraph((Strong(("Ikke brukt:",)), " ", *why), "unused"))
    if used:
        lines = tuple(Item(said((ref,))) for ref in used)
        count = f"Brukt {counted(len(used), 'sted', 'steder')}"
        blocks.append(Fold(count, (ItemList(lines, kind="uses"),)))
    return Item(tuple(blocks), before=finding.id, anchor=finding.id)
