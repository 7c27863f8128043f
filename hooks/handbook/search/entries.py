"""What can be found: one entry for every noun a reader looks for, and for each page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from handbook.document import places
from handbook.document.blocks import Blocks, Fact, Row, Section
from handbook.document.linker import role_place, sole_model
from handbook.document.places import Place
from handbook.document.titles import EXAMPLE, EXCEPTIONS, part_place
from handbook.document.walk import walk
from handbook.model.example import FICTION, FilledForm
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Term, Theme, ThemeSection
from handbook.model.process import Phase, Step
from handbook.model.rule import Rule
from handbook.render.search_text import found_text, search_text

KINDS: tuple[tuple[str, float], ...] = (
    ("Modell", 1.15),
    ("Rolle", 1.15),
    ("Skjema", 1.1),
    ("Virkemiddel", 1.0),
    ("Rutine", 0.92),
    ("Tema", 1.0),
    ("Ord", 1.1),
    ("Regel", 1.05),
    ("Steg", 1.03),
    ("Når det ikke går", 1.0),
    ("Situasjon", 1.0),
    ("Avsnitt", 0.8),
    ("Tekst å sende", 1.2),
    ("Eksempel", 0.9),
    ("Side", 1.0),
    ("Side i modell", 0.88),
    ("Fase", 0.75),
    ("Rolle i modell", 0.7),
    ("Kilde", 0.55),
    ("Funn", 0.9),
    ("Redaksjon", 0.5),
)
"""What a reader sees beside the title, and how much the kind weighs when all else is equal."""

SHOWN: dict[str, str] = {"Side i modell": "Side", "Avsnitt": "Tema"}
"""Kinds that a reader sees by another name."""

KIND_WORDS: dict[str, str] = {
    "skjema": "Skjema", "mal": "Skjema", "blankett": "Skjema", "formular": "Skjema",
    "kontrakt": "Skjema",
    "rolle": "Rolle", "modell": "Modell", "metode": "Modell", "tema": "Tema", "steg": "Steg",
    "fase": "Fase", "betyr": "Ord", "definisjon": "Ord", "begrep": "Ord", "kilde": "Kilde",
    "eksempel": "Eksempel", "utfylt": "Eksempel",
    "virkemiddel": "Virkemiddel", "rutine": "Rutine", "prosedyre": "Rutine",
    "regel": "Regel", "sats": "Regel", "paragraf": "Regel",
}  # fmt: skip
"""Words that say which kind is looked for, when they stand beside others."""

SETTING: tuple[str, ...] = (
    "jobb", "arbeid", "arbeidsplass", "bedrift", "virksomhet", "firma", "deltaker", "person",
    "folk", "menneske", "håndboka", "arbeidstrening", "tiltak",
)  # fmt: skip
"""What everything here is about; no page is surer for such a word beside others."""

_QUESTION = r"\b(?:hva|kva) (?:gjør|gjer|skjer|om|gjøre)\b.*\b(?:hvis|dersom|viss|om|når)\b|"
QUESTIONS: tuple[tuple[str, str], ...] = (
    (_QUESTION + r"\b(?:hva|kva) (?:om|hvis|viss)\b", "Når det ikke går"),
    (
        r"\b(?:hva|kva|ka) (?:(?:er|e) (?:min|mine|mi)|(?:gjør|gjer|skal) (?:jeg|eg|æ)|"
        r"(?:jeg|eg|æ) (?:gjør|gjer|skal))\b",
        "Rolle",
    ),
    (r"\b(?:hvor|kor|åssen) (?:lenge|lang|gammel|høy)\b", "Regel"),
    (r"\b(?:hva|kva|ka|what) (?:er|e|betyr|tyder|is|menes|meiner)\b", "Ord"),
)
"""How a question begins, and the kind of thing that answers it; the first that fits."""

OF_OTHERS = (
    r"\b(?:vi|oss|vår|våre|han|ham|hun|henne|deltaker(?:en|e)|kandidat(?:en|er)?|praktikanten|"
    r"lærekandidaten|nykommeren|bedriften|virksomheten|ansette|ansatte|hr|en som|noen|dem)\b"
)
"""Said by somebody who asks on behalf of others than oneself, seldom by a participant."""

_TO_PARTICIPANTS = re.compile(r"til-deg|^roller/(?:.*/)?(?:deltaker|larekandidat)")

_TOLD_ALREADY = frozenset(("Eksempel", "Funn", "Kilde", "Tekst å sende"))
"""Kinds whose page says nothing to search for that no field of this or another entry holds."""

_LISTS = frozenset((
    "ordliste", "kilder/index", "regler/index", "virkemidler/index", "rutiner/index", "tema/index",
    "roller/index", "skjema/index", "last-ned/index",
))  # fmt: skip
_LISTS_OF_MODEL = frozenset(("stegene", "plan", "skjemaer", "notat"))
"""Pages that say nothing which is not found by itself, so their running text is not indexed."""

_EXCERPT = 130
_SHORT_EXCERPT = 80
"""Of the many findings, each with the name of its source beside it."""


class WrittenPage(Protocol):
    """What is needed of a page that is not a noun."""

    @property
    def path(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def section(self) -> Section: ...


@dataclass(frozen=True)
class Entry:
    """One result. The fields go from what weighs most to what weighs least.

    `words` are other names of the thing, `topics` what else people have in mind when this is the
    answer.
    `group` is the same for entries that say the same about different models; they are shown as one
    result with a link to each.
    """

    kind: str
    path: str
    title: str
    excerpt: str
    where: str = ""
    group: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    lead: str = ""
    context: str = ""
    body: str = ""


def entries(book: Handbook, pages: Iterable[WrittenPage]) -> list[Entry]:
    """Every entry, sorted by kind in the order of KINDS."""
    shown = {page.path: page for page in pages if page.kind != "moved"}
    nouns = [
        *_models(book), *_roles(book), *_forms(book), *_themes(book), *_terms(book), *_rules(book),
        *_instruments(book), *_routines(book), *_examples(book), *_messages(book),
        *_steps(book), *_exceptions(book), *_phases(book), *_sources(book), *_findings(book),
    ]  # fmt: skip
    told = _Told(shown)
    nouns = [
        entry
        if entry.kind in _TOLD_ALREADY
        else replace(_with_term(entry, book), body=told.at(entry.path))
        for entry in nouns
    ]
    taken = {entry.path for entry in nouns}
    found = (page for path, page in shown.items() if path not in taken)
    nouns += (_page(book, page) for page in found)
    order = {kind: n for n, (kind, _) in enumerate(KINDS)}
    return sorted(nouns, key=lambda entry: order[entry.kind])


def to_participants(entry: Entry) -> bool:
    """Whether a page speaks to the one who takes part, so that others hardly look for it."""
    return _TO_PARTICIPANTS.search(entry.path) is not None


class _Told:
    """What stands at an address: the words of a page, or of the part of it that an anchor names."""

    def __init__(self, pages: Mapping[str, WrittenPage]) -> None:
        self._pages = pages
        self._parts: dict[str, dict[str, Blocks]] = {}

    def at(self, address: str) -> str:
        """The words; none where no page says anything, as when only nouns are asked for."""
        path, _, anchor = address.partition("#")
        page = self._pages.get(path)
        if page is None:
            return ""
        if not anchor:
            return _body(page)
        if path not in self._parts:
            self._parts[path] = dict(_parts(page.section))
        return found_text(self._parts[path].get(anchor, ()))


def _parts(section: Section) -> Iterator[tuple[str, Blocks]]:
    """Anchor → what stands there, for headings and words with an explanation."""
    for found in walk(section):
        if isinstance(found, Section | Fact) and found.anchor:
            yield found.anchor, found.blocks


def _with_term(entry: Entry, book: Handbook) -> Entry:
    """An entry with the name of a word in the glossary has the other names of that word too."""
    heads = head(entry.names[-1]) if entry.kind in ("Rolle", "Skjema") else ()
    names = {name.lower() for name in entry.names if name not in heads}
    same = [term for term in book.terms if {term.term.lower(), term.abbreviation} & names]
    if entry.kind == "Ord" or not same:
        return entry
    others = (name for term in same for name in other_names(term) + term.search_words)
    return replace(entry, words=tuple(dict.fromkeys((*entry.words, *others))))


def _models(book: Handbook) -> Iterator[Entry]:
    for model in book.models:
        local = tuple(role.local_name for role in model.roles if role.local_name)
        yield Entry(
            "Modell",
            places.url(Place("model", model.id), ""),
            model.title,
            excerpt(model.summary.plain),
            names=(model.short_title, model.title, model.id),
            topics=(*model.search_words, "hvem passer den for"),
            lead=model.summary.plain,
            context=" ".join((model.owner, model.documented_by, *local)),
        )


def _roles(book: Handbook) -> Iterator[Entry]:
    for role in book.roles:
        local = {own.local_name for model in book.models for own in model.roles
                 if own.role == role.id and own.local_name}  # fmt: skip
        sole = sole_model(book, role.id)
        yield Entry(
            "Rolle",
            places.url(role_place(book, role.id), ""),
            _upper_first(role.title),
            excerpt(role.you_are.plain),
            where=sole.short_title if sole else "",
            names=(*head(role.title), role.title),
            words=(*role.aliases, *role.search_words, *sorted(local)),
            lead=role.you_are.plain,
            context=role.belongs_to.label,
        )


def _forms(book: Handbook) -> Iterator[Entry]:
    for form in book.forms:
        sections = " ".join(section.title for section in form.sections)
        yield Entry(
            "Skjema",
            places.url(Place("form", form.id), ""),
            f"{form.id} {form.title}",
            excerpt(form.purpose.plain),
            names=(form.id, *head(form.title), form.title),
            topics=form.search_words,
            lead=form.purpose.plain,
            context=f"skjema {form.kind.label} {form.when} {sections}",
        )


def _themes(book: Handbook) -> Iterator[Entry]:
    for theme in book.themes:
        headings = " ".join(section.title for section in theme.sections)
        yield Entry(
            "Tema",
            places.url(Place("theme", theme.id), ""),
            theme.title,
            excerpt(theme.summary.plain),
            names=(theme.title, theme.id),
            words=theme.search_words,
            lead=f"{theme.summary.plain} {headings}",
        )
        for section in theme.sections:
            yield from _of_theme(theme, section)


def _of_theme(theme: Theme, section: ThemeSection) -> Iterator[Entry]:
    """A section of a theme, and each situation in it: a theme is long, and has many answers."""
    first = next((said for said in section.statements if not said.title), section.statements[0])
    yield Entry(
        "Avsnitt",
        places.url(Place("theme", theme.id, section.id), ""),
        section.title,
        excerpt(first.text.plain),
        where=theme.title,
        names=(section.title,),
        words=section.search_words,
    )
    for spot, title, said in section.situations:
        yield Entry(
            "Situasjon",
            places.url(Place("theme", theme.id, spot), ""),
            title,
            excerpt(said.text.plain),
            where=theme.title,
            names=(title,),
            words=said.search_words,
            lead=said.text.plain,
        )


def _terms(book: Handbook) -> Iterator[Entry]:
    for term in book.terms:
        short = f" ({term.abbreviation})" if term.abbreviation else ""
        yield Entry(
            "Ord",
            places.url(Place("term", term.id), ""),
            term.term + ("" if short and short[2:-1] in term.term else short),
            excerpt(term.definition.plain),
            names=(term.term, *((term.abbreviation,) if term.abbreviation else ())),
            words=other_names(term) + term.search_words,
            lead=term.definition.plain,
        )


def _rules(book: Handbook) -> Iterator[Entry]:
    for rule in book.rules:
        yield Entry(
            "Regel",
            places.url(Place("rule", rule.id), ""),
            rule.title,
            excerpt(rule.wording.plain),
            names=(rule.title, rule.id),
            words=(*rule.search_words, *rule.legal_basis),
            lead=rule.wording.plain,
            context=" ".join((rule.kind.label, rule.condition.plain, *_variants(rule))),
        )


def _variants(rule: Rule) -> Iterator[str]:
    """The other wordings that texts tell a rule in, which no page for readers lists."""
    if told := rule.variants:
        yield from (one.plain for one in (told.short, told.role, told.participant) if one)


def _instruments(book: Handbook) -> Iterator[Entry]:
    for one in book.instruments:
        short = (one.abbreviation,) if one.abbreviation else ()
        whom = " ".join(said.text.plain for said in one.for_whom)
        yield Entry(
            "Virkemiddel",
            places.url(Place("instrument", one.id), ""),
            one.title,
            excerpt(one.summary.plain),
            names=(one.title, *short),
            words=one.search_words,
            lead=one.summary.plain,
            context=f"{one.state.label} {whom}",
        )


def _routines(book: Handbook) -> Iterator[Entry]:
    for one in book.routines:
        yield Entry(
            "Rutine",
            places.url(Place("routine", one.id), ""),
            one.title,
            excerpt(one.purpose.plain),
            names=(one.title, f"rutine {one.title}"),
            words=one.search_words,
            lead=one.purpose.plain,
            context=f"rutine internkontroll {one.stage.label} {one.when}",
        )


def _examples(book: Handbook) -> Iterator[Entry]:
    """Stories that are made up and the forms filled in there; each result says so first."""
    for example in book.examples:
        model = book.model_by_id.get(example.model)
        if model is None or book.example_by_model[model.id] is not example:
            continue
        yield Entry(
            "Eksempel",
            places.path(part_place(model, EXAMPLE)),
            example.title,
            excerpt(f"{example.mark}: {example.lead.plain}"),
            where=model.short_title,
            names=(example.title, f"eksempel {model.short_title}"),
            topics=example.search_words,
            lead=f"{example.mark} {example.lead.plain}",
        )
        for filled in example.filled:
            if filled.form in book.form_by_id:
                yield _filled(book, model, filled)


def _filled(book: Handbook, model: InclusionModel, filled: FilledForm) -> Entry:
    form = book.form_by_id[filled.form]
    return Entry(
        "Eksempel",
        places.path(Place("filled", form.id)),
        f"{form.id} {form.title}, fylt ut",
        excerpt(f"{FICTION}: slik kan skjemaet fylles ut."),
        where=model.short_title,
        names=(f"eksempel {form.title}", "utfylt skjema"),
        topics=("eksempel på utfylt skjema",),
        lead=FICTION,
    )


def other_names(term: Term) -> tuple[str, ...]:
    """Former names, nynorsk and English."""
    former = tuple(name.name for name in term.former_names)
    english = tuple(term.english.split(", ")) if term.english else ()
    return former + term.nynorsk + english


def _steps(book: Handbook) -> Iterator[Entry]:
    for model in book.models:
        for phase in model.phases:
            for step in phase.steps:
                yield _step(book, model, phase, step)


def _step(book: Handbook, model: InclusionModel, phase: Phase, step: Step) -> Entry:
    duty = step.responsibility
    roles = [book.role_by_id[r].title for r in duty.performed_by if r in book.role_by_id]
    forms = [f"{f} {book.form_by_id[f].title}" for f in step.forms if f in book.form_by_id]
    return Entry(
        "Steg",
        places.url(Place("step", f"{model.id}/{step.id}"), ""),
        step.title,
        excerpt(step.what.plain),
        where=model.short_title,
        names=(step.title,),
        topics=step.search_words,
        lead=step.what.plain,
        context=" ".join((phase.title, *roles, *forms)),
    )


_SENT = ("melding", "beskjed")
"""What people call a text they send."""


def _messages(book: Handbook) -> Iterator[Entry]:
    """Texts one can send, those of one name together: they are one result, and take less room."""
    told = ((model, step, one) for model in book.models for step in model.steps
            for one in step.messages)  # fmt: skip
    for model, step, one in sorted(told, key=lambda text: text[2].title):
        yield Entry(
            "Tekst å sende",
            places.url(places.message_place(model.id, step.id, one.id), ""),
            one.title,
            excerpt(f"Til {one.to}."),
            where=model.short_title,
            group=f"text {one.title}",
            names=(one.title,),
            words=(*(f"{word} til {one.to}" for word in _SENT), *one.search_words),
        )


def _exceptions(book: Handbook) -> Iterator[Entry]:
    for model in book.models:
        page = places.path(part_place(model, EXCEPTIONS))
        for number, path in enumerate(model.exceptions, 1):
            other = path.kind.value == "other"
            yield Entry(
                "Når det ikke går",
                f"{page}#{path.kind.value}{number if other else ''}",
                path.title,
                excerpt(path.responses[0].text.plain),
                where=model.short_title,
                group="" if other else f"exception {path.kind.value}",
                names=(path.title,),
                words=()
                if other
                else (path.kind.label, *book.search.of_page.get(path.kind.value, ())),
            )


def _phases(book: Handbook) -> Iterator[Entry]:
    for model in book.models:
        for phase in model.phases:
            yield Entry(
                "Fase",
                places.url(Place("phase", f"{model.id}/{phase.id}"), ""),
                phase.title,
                excerpt(phase.purpose.plain),
                where=model.short_title,
                names=(phase.title,),
                lead=phase.purpose.plain,
            )


def _sources(book: Handbook) -> Iterator[Entry]:
    for source in book.sources:
        yield Entry(
            "Kilde",
            places.url(Place("source", source.id), ""),
            source.title,
            excerpt(f"{source.publisher}{f', {source.date}' if source.date else ''}"),
            names=(source.title, *_IN_BRACKETS.findall(source.title)),
            words=(source.publisher,),
            lead=source.publisher,
        )


def _findings(book: Handbook) -> Iterator[Entry]:
    """What the sources say, one by one, so that a statement is found by its own words."""
    for source in book.sources:
        for finding in source.findings:
            said = finding.statement.plain
            yield Entry(
                "Funn",
                places.url(Place("source", source.id, finding.id), ""),
                f"{finding.id} i {source.title}",
                excerpt(said, _SHORT_EXCERPT),
                names=(finding.id,),
                lead=said,
                body=finding.quote or "",
            )


def _page(book: Handbook, page: WrittenPage) -> Entry:
    """A page that is no noun."""
    parts = page.path.split("/")
    if parts[0] == "modeller" and parts[1] in book.model_by_id:
        return _part(book, book.model_by_id[parts[1]], parts[-1], page)
    if parts[0] == "roller" and parts[-1] in book.model_by_id:
        return _role_in_model(book.model_by_id[parts[-1]], parts[1], page)
    return Entry(
        "Redaksjon" if parts[0] == "redaksjon" else "Side",
        page.path,
        page.title,
        excerpt(page.description),
        names=(page.title,),
        topics=book.search.of_page.get(page.path.removesuffix("/index"), ()),
        lead=page.description,
        body=_named_in(page) if parts[0] == "redaksjon" else _body_unless_list(page),
    )


def _body_unless_list(page: WrittenPage) -> str:
    return "" if page.path in _LISTS else _body(page)


def _named_in(page: WrittenPage) -> str:
    """The headings of a page, and what its tables name."""
    found = tuple(walk(page.section))
    heads = (one.title for one in found if isinstance(one, Section))
    names = (search_text(one.cells[0].blocks) for one in found if isinstance(one, Row))
    return "\n".join((*heads, *names))


def _part(book: Handbook, model: InclusionModel, name: str, page: WrittenPage) -> Entry:
    """A page beside the process; the same page of all models is one group."""
    title = page.title.removesuffix(f" – {model.short_title}")
    return Entry(
        "Side i modell",
        page.path,
        title,
        excerpt(page.description),
        where=model.short_title,
        group=f"part {name}",
        names=(title,),
        topics=(name.replace("-", " "), *book.search.of_page.get(name, ())),
        lead=page.description,
        body="" if name in _LISTS_OF_MODEL else _body(page),
    )


def _role_in_model(model: InclusionModel, role: str, page: WrittenPage) -> Entry:
    """What a role answers for in one model; its steps are found by themselves."""
    own = (one.responsibility.plain for one in model.roles if one.role == role)
    return Entry(
        "Rolle i modell",
        page.path,
        page.title,
        excerpt(page.description),
        where=model.short_title,
        group=f"role {role}",
        names=(page.title,),
        topics=("min rolle",),
        context=" ".join(own),
    )


_IN_BRACKETS = re.compile(r"\(([A-ZÆØÅ]\w*|\w+loven)\)")
_AFTER_HEAD = re.compile(r"\s*[:–(/,]|\s(?:for|fra|i|på|av|til|over|mellom|hos|som|eller)\s")


def head(title: str) -> tuple[str, ...]:
    """What the thing is, without what it is for: «Attest», «Taushetserklæring» (for fadder …)."""
    first = _AFTER_HEAD.split(title, maxsplit=1)[0]
    return (first,) if first != title else ()


def _body(page: WrittenPage) -> str:
    return found_text(page.section.blocks)


def excerpt(text: str, most: int = _EXCERPT) -> str:
    """The beginning of a text, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + " …"


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
