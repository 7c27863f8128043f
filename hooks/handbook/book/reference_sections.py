"""To look things up in: glossary, sources with what they are used for, index of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.book import tree
from handbook.book.tree import Blocks, Node, Run
from handbook.book.words import Words, basis_mark
from handbook.model.coverage import cited
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, Overview
from handbook.model.people import Term
from handbook.model.source import Source, SourceFinding, SourceType
from handbook.norwegian import in_order, unbroken_date

MOST_PAGES = 24
"""A word that stands in more places than this is looked up by its explanation alone."""

_PARTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("getting_started",), "kom-i-gang"),
    (("success_factors", "pitfalls", "objections"), "praksis"),
    (("exceptions",), "nar-det-ikke-gar"),
    (("outcomes", "benefits", "experiences"), "resultater"),
    (("criteria",), "egenvurdering"),
)


def glossary_chapter(words: Words) -> Blocks:
    """Every word with its explanation, in the order of the alphabet."""
    ordered = sorted(words.book.terms, key=lambda term: in_order(term.term))
    entries = (
        tree.chunk(("term", t.id), (), [tree.items([_term(words, t)], "plain")]) for t in ordered
    )
    return [
        tree.heading(1, "Ordliste", "part:ordliste", over="Oppslag"),
        {"t": "entry", "foot": f"Ordliste · utgave {words.book.edition.edition}"},
        tree.paragraph("Ordene i arbeidsinkludering, forklart i én setning hver.", style="lead"),
        *entries,
    ]


def _term(words: Words, term: Term) -> Node:
    short = term.abbreviation
    name = term.term + (f" ({short})" if short and short not in term.term else "")
    text: Run = [*words.run(term.definition)]
    if term.note:
        text += [" ", *words.run(term.note)]
    if term.replaced_by:
        other = words.titles.get(term.replaced_by, term.replaced_by)
        text += [" Bruk i stedet ", tree.go(f"term:{term.replaced_by}", other), "."]
    if term.former_names:
        old = (f.name + (f" (til {f.until})" if f.until else "") for f in term.former_names)
        text += [tree.quiet(f" Het tidligere {', '.join(old)}.")]
    if term.other_in_nynorsk:
        text += [tree.quiet(f" Nynorsk: {', '.join(term.other_in_nynorsk)}.")]
    if term.english:
        text += [tree.quiet(f" Engelsk: {term.english}.")]
    if term.see_also:
        text += [" Se også ", *_links(words, term.see_also), "."]
    said = basis_mark(term.basis, term.sources)
    return tree.item(text, said, term=[name], id=f"term:{term.id}")


def _links(words: Words, ids: Iterable[str]) -> Run:
    links: Run = []
    for term in ids:
        links += [*([", "] if links else []), tree.go(f"term:{term}", words.titles.get(term, term))]
    return links


def sources_chapter(words: Words, only: frozenset[str] | None = None) -> Blocks:
    """Sources with numbered findings and the pages that use them; `only` keeps some findings."""
    used = used_in(words.book)
    blocks: Blocks = [
        tree.heading(1, "Kilder", "sources:", over="Oppslag"),
        {"t": "entry", "foot": f"Kilder · utgave {words.book.edition.edition}"},
        tree.paragraph("Alt boka sier om verden, kan spores hit. Hver kilde har nummererte funn, "
                       "og hvert funn viser sidene der det er brukt.", style="lead"),
    ]  # fmt: skip
    for kind in SourceType:
        for source in words.book.sources:
            kept = [f for f in source.findings if only is None or f.id in only]
            if source.type is kind and (kept or only is None):
                blocks.append(
                    tree.chunk(("source", source.id), (), _source(words, source, kept, used))
                )
    return blocks


def _source(
    words: Words, source: Source, kept: list[SourceFinding], used: dict[str, list[str]]
) -> Blocks:
    facts = [source.type.label, source.publisher, source.date or "Udatert"]
    facts += [f"lest {unbroken_date(source.checked)}"] if source.checked else []
    link = [". ", {"t": "url", "u": source.url, "c": [source.url]}] if source.url else []
    about: Run = [", ".join(facts), f". {source.confidence.label}", *link]
    caveat = [tree.bold("Forbehold: "), *words.run(source.caveat)] if source.caveat else []
    return [
        tree.heading(2, source.title, f"source:{source.id}", small=True),
        tree.paragraph([tree.quiet(about)], keep=True),
        *([tree.paragraph(caveat, keep=True)] if caveat else []),
        tree.items((_finding(words, f, used.get(f.id, [])) for f in kept), "plain", narrow=True),
    ]


def _finding(words: Words, finding: SourceFinding, used: list[str]) -> Node:
    text: Run = [*words.run(finding.statement)]
    text += [tree.quiet(f" {finding.place}.")] if finding.place else []
    if finding.unused_because:
        text += [tree.quiet([" Ikke brukt: ", *words.run(finding.unused_because)])]
    blocks: Blocks = [tree.paragraph(text)]
    blocks += [{"t": "used", "to": used}] if used else []
    return {"c": blocks, "m": None, "term": [finding.id], "id": f"finding:{finding.id}"}


def used_in(book: Handbook) -> dict[str, list[str]]:
    """Finding number → labels of the places that cite it, in the order of the book."""
    found: dict[str, dict[str, None]] = {}
    for label, noun in _citing(book):
        for number in cited(noun):
            found.setdefault(number, {})[label] = None
    return {number: list(labels) for number, labels in found.items()}


def _citing(book: Handbook) -> Iterator[tuple[str, object]]:
    for model in book.models:
        yield from _citing_in(model)
    yield from ((f"role:{role.id}", role) for role in book.roles)
    yield from ((f"theme:{theme.id}", theme) for theme in book.themes)
    yield from ((f"form:{form.id}", form) for form in book.forms)
    yield from ((f"term:{term.id}", term) for term in book.terms)


def _citing_in(model: InclusionModel) -> Iterator[tuple[str, object]]:
    for field in Overview.model_fields:
        yield _FIELD_PLACE.get(field, "model:{}").format(model.id), getattr(model, field)
    for phase in model.phases:
        yield from ((f"step:{model.id}/{step.id}", step) for step in phase.steps)
        if phase.decision:
            yield f"phase:{model.id}/{phase.id}", phase.decision
    for fields, part in _PARTS:
        for field in fields:
            yield f"part:{model.id}/{part}", getattr(model, field)


_FIELD_PLACE = {
    "core": "part:{}/kjernen",
    "participant_status": "part:{}/status",
    "legal": "part:{}/regler",
    "adaptation": "part:{}/tilpasning",
    "for_participant": "part:{}/til-deg",
}
"""Where in a model's chapter a field stands, when that is not at its beginning."""


def index_chapter(words: Words) -> Blocks:
    """Words with the pages where they are used; the pages are filled in while typesetting."""
    ordered = sorted(words.book.terms, key=lambda term: in_order(term.term))
    return [
        tree.heading(1, "Stikkord", "part:stikkord", over="Oppslag"),
        {"t": "entry", "foot": f"Stikkord · utgave {words.book.edition.edition}"},
        {"t": "index", "most": MOST_PAGES, "terms": [[term.id, term.term] for term in ordered]},
    ]
