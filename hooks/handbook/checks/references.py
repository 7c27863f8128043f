"""Whether every id leads somewhere, and something leads to every thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from handbook.checks.called import KIND_WORDS, entry
from handbook.checks.cycles import cycles
from handbook.checks.walk import Value
from handbook.checks.where import Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, listed, nearest
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel, Relation, Status
from handbook.model.links import KINDS, WHOLE, resolve
from handbook.model.people import Theme

_WHOLE_ADDRESS = re.compile(r'https?://[^\s"<>]+')

_RETIRED = ("form", "role", "theme", "source", "rule", "instrument", "routine")
"""Kinds that say by `withdrawn` alone that they are no longer in use."""

_A_THING = {
    "model": "en modell",
    "form": "et skjema",
    "role": "en rolle",
    "term": "et ord",
    "theme": "et tema",
    "source": "en kilde",
    "rule": "en regel",
    "instrument": "et virkemiddel",
    "routine": "en rutine",
    "step": "et steg",
}


def every_id_names_something_of_the_right_kind(book: Handbook, where: Where) -> Iterator[Finding]:
    """En id i et felt er id-en til noe som finnes, og til det slaget feltet spør etter."""
    known = {kind: _ids(book, kind) for kind in KINDS if kind != "step"}
    for reference in where.references:
        wanted = reference.wanted
        if wanted in where.unread:
            continue
        names: Iterable[str] = known.get(wanted, ())
        if wanted == "step":
            model = book.model_by_id.get(book.home_of_steps(*reference.owner))
            if model is None:
                continue  # told of where the model is named
            names = model.step_by_id
        if reference.value not in names:
            yield _nowhere(book, where, reference, wanted, names)


def _ids(book: Handbook, kind: str) -> dict[str, object]:
    ids: dict[str, object] = getattr(book, f"{kind}_by_id")
    return ids


def _nowhere(
    book: Handbook, where: Where, reference: Value, wanted: str, names: Iterable[str]
) -> Finding:
    place, target = where.of(reference), reference.value
    close = nearest(target, names)
    fix = f"skriv «{close}»" if close else f"bruk id-en til {_A_THING[wanted]} som finnes"
    other = resolve(book, target)
    if other:
        return finding(
            "H05", place, f"«{reference.called}» i {reference.name} skal være {_A_THING[wanted]}",
            found=f"«{target}» er {_A_THING[other[0]]}", fix=fix,
        )  # fmt: skip
    return finding(
        "H03", place, f"«{reference.called}» i {reference.name} viser til "
        f"{_A_THING[wanted]} som ikke finnes: «{target}»",
        found="kjente id-er: " + (listed(names) or "ingen ennå"), fix=fix,
    )  # fmt: skip


def every_reference_in_text_names_something(book: Handbook, where: Where) -> Iterator[Finding]:
    """En henvisning i tekst, [[…]], er id-en til noe som finnes."""
    for text, target in where.mentions:
        if resolve(book, target) is not None:
            continue
        prefix, colon, name = target.partition(":")
        other = resolve(book, name) if colon and prefix in KIND_WORDS else None
        if other:
            yield finding(
                "H05", where.of(text), f"[[{target}]] i {text.name} er ikke {_A_THING[prefix]}",
                found=f"«{name}» er {_A_THING[other[0]]}", fix=f"skriv [[{name}]]",
            )  # fmt: skip
            continue
        close = nearest(target, _all_names(book))
        if prefix == WHOLE and colon:
            close = nearest(name, book.rule_by_id) and f"{WHOLE}:{nearest(name, book.rule_by_id)}"
        yield finding(
            "H04", where.near(text, f"[[{target}"), f"[[{target}]] i {text.name} finnes ikke",
            found=f"i feltet «{text.called}»",
            fix=f"skriv [[{close}]]" if close
            else "bruk id-en til en modell, et skjema, en rolle, et tema, et ord, en kilde, en "
            "regel, et virkemiddel eller en rutine; et steg skrives [[modell/steg]]",
        )  # fmt: skip


def _all_names(book: Handbook) -> list[str]:
    names = [name for kind in KINDS if kind != "step" for name in _ids(book, kind)]
    return names + [at.key for at in book.steps]


def every_finding_number_exists(book: Handbook, where: Where) -> Iterator[Finding]:
    """Numrene i «sources» er funn som finnes i model/sources/."""
    known = book.finding_by_id
    for citing in where.citing:
        for at, number in enumerate(citing.cites):
            if number not in known:
                close = nearest(number, known)
                place = where(*citing.owner, *citing.path, "sources", at)
                yield finding(
                    "H06", place, f"funnet {number} i {citing.name} finnes ikke",
                    fix="rett nummeret, eller legg funnet til i model/sources/"
                    + (f"; det nærmeste er {close}" if close else ""),
                )  # fmt: skip


def nothing_points_to_what_is_gone_without_saying_so(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """En henvisning til noe som er trukket tilbake eller erstattet, sier det med egne ord."""
    gone = {("model", m.id) for m in book.models if m.status is Status.WITHDRAWN}
    gone |= {("term", term.id) for term in book.terms if term.replaced_by}
    gone |= {(kind, one.id) for kind in _RETIRED for one in getattr(book, f"{kind}s")
             if one.withdrawn}  # fmt: skip
    if not gone:
        return
    for text, target in where.mentions:
        found = resolve(book, target)
        if found not in gone or text.owner == found:
            continue
        if target.startswith(f"{WHOLE}:"):
            yield _gone(where, text, target, "hent regelen som gjelder nå, eller skriv om teksten")
        elif f"[[{target}]]" in text.source:
            fix = f"skriv [[{target}|… (gått ut)]], eller vis til det nye"
            yield _gone(where, text, target, fix)
    for reference in where.references:
        wanted = reference.wanted
        if wanted == "term" or reference.owner in gone or (wanted, reference.value) not in gone:
            continue
        if getattr(reference.holder, "relation", None) is not Relation.REPLACES:
            yield _gone(where, reference, reference.value, "vis til det som gjelder nå")


def _gone(where: Where, value: Value, target: str, fix: str) -> Finding:
    return finding(
        "H07", where.of(value),
        f"«{value.called}» i {value.name} viser til «{target}», som er gått ut", fix=fix,
    )  # fmt: skip


def every_form_is_used(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert skjema brukes i et steg, et tema eller et annet sted i en modell."""
    used = _named(where, "form")
    for form in book.forms:
        if form.id not in used and form.withdrawn is None:
            yield finding(
                "H08", where("form", form.id, "id"), f"skjemaet «{form.id}» er ikke i bruk",
                fix="legg det til under «outputs:» i et steg. Skal det ikke brukes lenger, trekk "
                f"det: make retire ARGS=\"form {form.id}\"",
            )  # fmt: skip


def every_role_is_used(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hver rolle har oppgaver i minst én modell eller ett skjema."""
    used = _named(where, "role")
    for role in book.roles:
        if role.id not in used and role.withdrawn is None:
            yield finding(
                "H09", where("role", role.id, "id"), f"rollen «{role.id}» er ikke i bruk",
                fix="gi den en oppgave i et steg. Skal den ikke brukes lenger, trekk den: "
                f"make retire ARGS=\"role {role.id}\"",
            )  # fmt: skip


def _named(where: Where, kind: str) -> set[str]:
    return {r.value for r in where.references if r.owner[0] != kind and r.wanted == kind}


def every_source_is_used(book: Handbook, where: Where) -> Iterator[Finding]:
    """Minst ett funn i hver kilde er brukt, med mindre alle sier hvorfor de ikke er det."""
    for source in _unused_sources(book, where):
        yield finding(
            "H10", where("source", source, "id"), f"kilden «{source}» er ikke i bruk",
            fix="bruk et av funnene i «sources:», eller fyll ut «unused_because:» på dem",
        )  # fmt: skip


def _unused_sources(book: Handbook, where: Where) -> list[str]:
    mentioned = {resolve(book, target) for _, target in where.mentions}
    return [
        source.id
        for source in book.sources
        if source.withdrawn is None
        and ("source", source.id) not in mentioned
        and not any(f.id in where.cited for f in source.findings)
        and not (source.findings and all(f.unused_because for f in source.findings))
    ]


def every_finding_is_used_or_says_why_not(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert funn er brukt, eller sier hvorfor det ikke er det."""
    told = {*_unused_sources(book, where), *(one.id for one in book.sources if one.withdrawn)}
    for source in book.sources:
        for at, one in enumerate(source.findings):
            if one.id not in where.cited and one.unused_because is None and source.id not in told:
                yield finding(
                    "H11", where("source", source.id, "findings", at, "id"),
                    f"funnet {one.id} i kilden «{source.id}» er ikke brukt noe sted",
                    found=one.statement.plain[:80],
                    fix=f"bruk det («sources: [{one.id}]»), eller fyll ut «unused_because:»",
                )  # fmt: skip


def no_used_finding_says_it_is_unused(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et funn med «unused_because» er ikke brukt noe sted."""
    for source in book.sources:
        for at, one in enumerate(source.findings):
            if one.id in where.cited and one.unused_because is not None:
                yield finding(
                    "H12", where("source", source.id, "findings", at, "unused_because", key=True),
                    f"funnet {one.id} i kilden «{source.id}» er brukt, men har «unused_because»",
                    fix="ta bort «unused_because:», eller slutt å vise til funnet",
                )  # fmt: skip


def nothing_points_to_itself(book: Handbook, where: Where) -> Iterator[Finding]:
    """Ingenting viser til seg selv."""
    for reference in where.references:
        wanted = reference.wanted
        if wanted == "step":
            own = getattr(reference.inner, "id", "") if reference.path[-2] != "applies_to" else ""
        else:
            own = reference.owner[1] if reference.kind == wanted else ""
        if own and reference.value == own:
            yield finding(
                "H14", where.of(reference), f"«{reference.called}» i {reference.name} viser til "
                "seg selv", found=reference.value, fix="ta det bort, eller rett id-en",
            )  # fmt: skip


def every_id_inside_an_entry_is_used_once(book: Handbook, where: Where) -> Iterator[Finding]:
    """Faser, steg, gjøremål, kjennetegn og resultater har hver sin id i modellen."""
    for model in book.models:
        for word, rows in _inner_ids(model):
            for path, name in _repeated(rows):
                yield finding(
                    "H15", where("model", model.id, *path, "id"),
                    f"id-en «{name}» er brukt på to {word} i modellen «{model.id}»",
                    fix="gi den ene en ny id",
                )  # fmt: skip
    for theme in book.themes:
        for path, name in _repeated(_spots(theme)):
            yield finding(
                "H15", where("theme", theme.id, *path, "id"),
                f"id-en «{name}» er brukt to ganger i temaet «{theme.id}»",
                fix="gi det ene en ny id",
            )  # fmt: skip


_Rows = list[tuple[KeyPath, str]]


def _spots(theme: Theme) -> _Rows:
    """What has an address of its own on a theme's page: sections, and situations in them."""
    rows: _Rows = []
    for at, section in enumerate(theme.sections):
        rows.append((("sections", at), section.id))
        for number, said in enumerate(section.statements):
            if said.id:
                rows.append((("sections", at, "statements", number), said.id))
    return rows


def _inner_ids(model: InclusionModel) -> Iterator[tuple[str, _Rows]]:
    yield "faser", [(("phases", i), phase.id) for i, phase in enumerate(model.phases)]
    yield "steg", [(at.path, at.step.id) for at in steps_of(model)]
    for at in steps_of(model):
        if len(at.step.do) > 1:
            yield "gjøremål", [((*at.path, "do", i), item.id) for i, item in enumerate(at.step.do)]
    yield "kjennetegn", [(("criteria", i), c.id) for i, c in enumerate(model.criteria)]
    yield (
        "første skritt",
        [(("getting_started", i), action.id) for i, action in enumerate(model.getting_started)],
    )
    if isinstance(model.outcomes, tuple):
        yield "resultater", [(("outcomes", i), o.id) for i, o in enumerate(model.outcomes)]


def _repeated(rows: _Rows) -> Iterator[tuple[KeyPath, str]]:
    seen: set[str] = set()
    for path, name in rows:
        if name in seen:
            yield path, name
        seen.add(name)


def every_finding_number_is_used_once(book: Handbook, where: Where) -> Iterator[Finding]:
    """Nummeret på et funn er brukt én gang i hele håndboka."""
    first: dict[str, str] = {}
    for source in book.sources:
        for at, one in enumerate(source.findings):
            if one.id in first:
                yield finding(
                    "H16", where("source", source.id, "findings", at, "id"),
                    f"nummeret {one.id} i kilden «{source.id}» er brukt før",
                    found=f"første gang i {entry('source', first[one.id])}",
                    fix="gi funnet et nummer som ikke er brukt",
                )  # fmt: skip
            first.setdefault(one.id, source.id)


def no_list_says_the_same_twice(book: Handbook, where: Where) -> Iterator[Finding]:
    """En id står én gang i en liste."""
    seen: set[tuple[object, ...]] = set()
    for value in where.references:
        if isinstance(value.path[-1], int):
            spot = (value.owner, value.path[:-1], value.value)
            if spot in seen:
                yield finding(
                    "H17", where.of(value),
                    f"«{value.value}» står to ganger i «{value.called}» i {value.name}",
                    fix="ta bort den ene",
                )  # fmt: skip
            seen.add(spot)
    for citing in where.citing:
        if len(citing.cites) != len(set(citing.cites)):
            twice, _ = Counter(citing.cites).most_common(1)[0]
            yield finding(
                "H17", where(*citing.owner, *citing.path, "sources"),
                f"{twice} står to ganger i «sources» i {citing.name}", fix="ta bort den ene",
            )  # fmt: skip


def every_address_is_whole(book: Handbook, where: Where) -> Iterator[Finding]:
    """Nettadresser begynner med https:// og har ingen mellomrom."""
    for address in where.addresses:
        if not _WHOLE_ADDRESS.fullmatch(address.value):
            yield finding(
                "H18", where.of(address), f"nettadressen i {address.name} er ikke hel",
                found=address.value[:100],
                fix="kopier hele adressen fra nettleseren, med https:// først",
            )  # fmt: skip


def nothing_comes_before_itself(book: Handbook, where: Where) -> Iterator[Finding]:
    """«Bygger på», «erstatter» og «erstattet av» går ikke i ring."""
    builds = {
        m.id: [r.model for r in m.related if r.relation is Relation.BUILDS_ON] for m in book.models
    }
    for ring in cycles(builds):
        yield _ring(where, "model", ring, "bygger på")
    for kind in ("model", *_RETIRED):
        for ring in cycles(_newer(getattr(book, f"{kind}s"))):
            yield _ring(where, kind, ring, "er erstattet av")
    words = {t.id: [t.replaced_by] if t.replaced_by else [] for t in book.terms}
    for ring in cycles(words):
        yield _ring(where, "term", ring, "er erstattet av")


def _newer(nouns: Iterable[Any]) -> dict[str, list[str]]:
    """Id → what took over; nothing for what is in use."""
    return {one.id: [one.withdrawn.replaced_by] if one.withdrawn and one.withdrawn.replaced_by
            else [] for one in nouns}  # fmt: skip


def _ring(where: Where, kind: str, ring: list[str], verb: str) -> Finding:
    return finding(
        "H20", where(kind, ring[0], "id"), f"{entry(kind, ring[0])} {verb} seg selv gjennom andre",
        found=" → ".join([*ring, ring[0]]), fix="ta bort en av henvisningene",
    )  # fmt: skip
