"""Whether every action has somebody who does it and a moment, and is said as its heading asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from handbook.checks.where import PlacedStep, Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, listed, nearest
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.moments import COUNTED, NAMED, Moment, When
from handbook.model.noun import Statement
from handbook.model.people import Side
from handbook.model.process import ChecklistItem

_NEGATION = re.compile(r"^\W*(?:[\w-]+ ){0,2}?(?:ikke|aldri|ingen|verken)\b", re.IGNORECASE)
_NO_INFINITIVE = frozenset({"å", "du", "dere", "de", "vi", "jeg", "alle", "bare", "noe", "denne"})
_INFINITIVE = re.compile(r"[a-zæøå][\w-]*[aeiouyæøåé]", re.UNICODE)
_SUBJECT = r"(?P<who>{}) (?P<verb>[a-zæøå]+r)\b"
_BEING = frozenset({"er", "har", "får", "kommer", "trenger", "vet", "blir", "står", "eier", "for"})

Spot = tuple[PlacedStep, KeyPath, ChecklistItem]


def every_actor_performs_the_step(book: Handbook, where: Where) -> Iterator[Finding]:
    """Den som gjør noe i et steg, står blant utførerne av steget."""
    for at, path, item in _actions(book):
        performers = at.step.responsibility.performed_by
        for number, role in enumerate(item.who):
            if role in performers or role not in book.role_by_id:
                continue
            close = nearest(role, performers)
            yield finding(
                "P15", where("model", at.model.id, *path, "who", number),
                f"«{role}» skal gjøre «{item.id}», men utfører ikke {at.name}",
                found=f"utfører steget: {listed(performers)}",
                fix=(f"skriv «{close}», eller legg" if close else "legg")
                + f" «{role}» til under «performed_by:»",
            )  # fmt: skip


def every_action_has_an_actor(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert gjøremål sier hvem som gjør det."""
    for at, path, item in _actions(book):
        if not item.who:
            yield finding(
                "P16", where("model", at.model.id, *path),
                f"ingen gjør «{item.id}» i {at.name}",
                fix=f"legg til «who:» med den som gjør det: "
                f"{listed(at.step.responsibility.performed_by)}",
            )  # fmt: skip


def every_performer_has_an_action(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hver rolle som utfører et steg, har minst ett gjøremål i det."""
    for model in book.models:
        for at in steps_of(model):
            acting = {role for item in at.step.do for role in item.who}
            for number, role in enumerate(at.step.responsibility.performed_by if acting else ()):
                if role not in acting:
                    yield finding(
                        "P17",
                        where("model", model.id, *at.path, "responsibility", "performed_by",
                              number),
                        f"«{role}» utfører {at.name}, men har ikke noe å gjøre der",
                        fix=f"gi «{role}» et gjøremål, eller flytt rollen til «consulted:» eller "
                        "«informed:»",
                    )  # fmt: skip


def every_action_of_a_participant_is_said_to_them(
    book: Handbook, where: Where
) -> Iterator[Finding]:
    """Det deltakeren gjør, er sagt til deltakeren med «du»; det andre gjør, er ikke det."""
    for at, path, item in _actions(book):
        theirs = any(_is_participant(book, role) for role in item.who)
        place = partial(where, "model", at.model.id, *path, *(("to_participant",) * (not theirs)))
        if theirs and not item.to_participant:
            yield finding(
                "P18", place(),
                f"deltakeren gjør «{item.id}» i {at.name}, men det er ikke sagt "
                "til deltakeren",
                fix="legg til «to_participant:» med «du»",
            )  # fmt: skip
        if item.who and not theirs and item.to_participant:
            yield finding(
                "P18", place(),
                f"«{item.id}» i {at.name} er sagt til deltakeren, som ikke gjør det",
                found=f"who: {listed(item.who)}",
                fix="legg deltakeren til under «who:», eller ta bort «to_participant:»",
            )  # fmt: skip


def _is_participant(book: Handbook, role: str) -> bool:
    known = book.role_by_id.get(role)
    return known is not None and known.belongs_to is Side.PARTICIPANT


def every_actor_has_a_short_name(book: Handbook, where: Where) -> Iterator[Finding]:
    """Den som gjør noe i et steg, har et kort navn i bestemt form."""
    acting = {role for _, _, item in _actions(book) for role in item.who}
    for role in book.roles:
        if role.id in acting and role.definite is None:
            yield finding(
                "P21", where("role", role.id, "title"),
                f"rollen «{role.id}» gjør noe, men har ikke noe kort navn",
                fix="legg til «definite:», høyst 18 tegn: «lederen»",
            )  # fmt: skip


def every_moment_can_be_placed(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et øyeblikk sier akkurat nok til å bli plassert, og passer til steget."""
    for at, path, item in _actions(book):
        if item.moment and (wrong := _unplaced(item.moment, at)):
            problem, fix = wrong
            yield finding(
                "P19", where("model", at.model.id, *path, "moment"),
                f"øyeblikket til «{item.id}» i {at.name} kan ikke plasseres: {problem}",
                found=f"when: {item.moment.when}", fix=fix,
            )  # fmt: skip


def _unplaced(moment: Moment, at: PlacedStep) -> tuple[str, str] | None:
    """What is wrong with a moment, and how to mend it."""
    counted = moment.amount is not None or moment.unit is not None
    if (moment.amount is None) != (moment.unit is None):
        return "antall og enhet hører sammen", "skriv både «amount:» og «unit:»"
    if counted and moment.when not in COUNTED:
        return "bare before_start, during og after har antall", "ta bort «amount:» og «unit:»"
    if (moment.event is not None) != (moment.when in NAMED):
        return "«event:» hører til when: event og when: trouble", "skriv begge: «event: Når …»"
    if moment.when is When.MEETING and not (at.step.meeting or at.repeats):
        return "steget har ingen møter", "velg et annet øyeblikk, eller gi steget «meeting:»"
    return None


def every_main_form_is_in_the_step(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hovedskjemaet går inn i steget eller kommer ut av det."""
    for model in book.models:
        for at in steps_of(model):
            main = at.step.main_form
            if main and main not in at.step.forms:
                close = nearest(main, at.step.forms)
                yield finding(
                    "P20", where("model", model.id, *at.path, "main_form"),
                    f"hovedskjemaet «{main}» er ikke med i {at.name}",
                    found=f"skjemaer i steget: {listed(at.step.forms) or 'ingen'}",
                    fix=f"skriv «{close}»" if close else "legg det til under «outputs:»",
                )  # fmt: skip


def no_prohibition_negates_its_heading(book: Handbook, where: Where) -> Iterator[Finding]:
    """Under «Du skal ikke» og «Dere skal ikke» begynner ingen tekst med en nektelse."""
    for owner, path, said in _prohibitions(book):
        if negated := _NEGATION.match(said.text.plain):
            yield finding(
                "O25", where(*owner, *path, "text"), "et forbud nekter to ganger",
                found=f"«skal ikke … {negated[0]}»",
                fix="begynn med verbet: «spørre om diagnose». Er det en plikt, hører det til "
                "under «do:»; er det en rettighet, under «limits:»",
            )  # fmt: skip


def every_text_fits_its_heading(book: Handbook, where: Where) -> Iterator[Finding]:
    """Forbud og opplæring begynner med et verb i infinitiv uten «å» og med liten bokstav."""
    for owner, path, said in (*_prohibitions(book), *_training(book)):
        plain = said.text.plain
        first = plain.split(maxsplit=1)[0].rstrip(",.;:") if plain else ""
        if first.isupper() and len(first) > 1:
            continue  # TODO, which another rule tells of
        if not _NEGATION.match(plain) and not _is_infinitive(first):
            yield finding(
                "O26", where(*owner, *path, "text"),
                "teksten fortsetter ikke overskriften den står under",
                found=f"begynner med «{first}»",
                fix="begynn med infinitiv, liten bokstav og uten «å»: «spørre …», «kjenne …»",
            )  # fmt: skip


def _is_infinitive(word: str) -> bool:
    return word not in _NO_INFINITIVE and bool(_INFINITIVE.fullmatch(word))


def _prohibitions(book: Handbook) -> Iterator[tuple[tuple[str, str], KeyPath, Statement]]:
    for model in book.models:
        for at in steps_of(model):
            for number, said in enumerate(at.step.do_not):
                yield ("model", model.id), (*at.path, "do_not", number), said
    for role in book.roles:
        for number, said in enumerate(role.must_not):
            yield ("role", role.id), ("must_not", number), said


def _training(book: Handbook) -> Iterator[tuple[tuple[str, str], KeyPath, Statement]]:
    for role in book.roles:
        for number, said in enumerate(role.training):
            yield ("role", role.id), ("training", number), said


def no_actor_hides_in_an_action(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et gjøremål begynner med det som skal gjøres, ikke med den som gjør det."""
    called = {name: role.id for role in book.roles for name in (role.definite, role.title) if name}
    names = "|".join(re.escape(_upper(name)) for name in sorted(called, key=len, reverse=True))
    hidden = re.compile(_SUBJECT.format(names)) if names else None
    for at, path, item in _actions(book):
        said = hidden.match(item.text.plain) if hidden else None
        if said and said["verb"] not in _BEING:
            yield finding(
                "O27", where("model", at.model.id, *path, "text"),
                f"teksten i «{item.id}» i {at.name} begynner med den som gjør det",
                found=f"«{said[0]} …»",
                fix="skriv det som en oppfordring, og la «who:» si hvem. Gjør flere hver "
                "sitt, blir det flere gjøremål",
            )  # fmt: skip


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]


def _actions(book: Handbook) -> Iterator[Spot]:
    for model in book.models:
        for at in steps_of(model):
            for number, item in enumerate(at.step.do):
                yield at, (*at.path, "do", number), item
