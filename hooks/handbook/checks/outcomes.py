"""Whether the numbers add up, and every number has a source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.results import Comparison, Design, Outcome, OutcomeKind, SourceKind
from handbook.model.source import SourceType

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?(?:%|prosent(?!\w))(?!\s*stilling)", re.IGNORECASE)
_WEAK = (SourceType.NEWS, SourceType.ADVERTISEMENT)
_CLOSE = 0.6
"""How far a rounded percentage may be from the computed one."""


def _outcomes(book: Handbook) -> Iterator[tuple[InclusionModel, int, Outcome]]:
    for model in book.models:
        if isinstance(model.outcomes, tuple):
            for at, outcome in enumerate(model.outcomes):
                yield model, at, outcome


def _name(model: InclusionModel, outcome: Outcome) -> str:
    return f"resultatet «{outcome.id}» i modellen «{model.id}»"


def _counts(outcome: Outcome) -> Iterator[tuple[tuple[str, ...], Outcome | Comparison]]:
    yield (), outcome
    if outcome.comparison:
        yield ("comparison",), outcome.comparison


def no_part_is_greater_than_the_whole(book: Handbook, where: Where) -> Iterator[Finding]:
    """Telleren er ikke større enn nevneren."""
    for model, at, outcome in _outcomes(book):
        for path, counts in _counts(outcome):
            top, bottom = counts.numerator, counts.denominator
            if top is not None and bottom is not None and top > bottom:
                yield finding(
                    "T01", where("model", model.id, "outcomes", at, *path, "numerator"),
                    f"telleren er større enn nevneren i {_name(model, outcome)}",
                    found=f"{top} av {bottom}",
                    fix=f"er de byttet om? Da skriver du numerator: {bottom} og denominator: {top}",
                )  # fmt: skip


def every_count_has_its_other_half(book: Handbook, where: Where) -> Iterator[Finding]:
    """Teller og nevner står sammen, eller ingen av dem."""
    for model, at, outcome in _outcomes(book):
        for path, counts in _counts(outcome):
            there = {"numerator": counts.numerator, "denominator": counts.denominator}
            missing = [name for name, value in there.items() if value is None]
            if len(missing) == 1:
                other = "denominator" if missing[0] == "numerator" else "numerator"
                yield finding(
                    "T02", where("model", model.id, "outcomes", at, *path, other),
                    f"{_name(model, outcome)} har bare den ene av teller og nevner",
                    found=f"{other}: {there[other]}; «{missing[0]}» mangler",
                    fix=f"legg til «{missing[0]}:», eller ta bort «{other}:» og skriv antallet i "
                    "teksten",
                )  # fmt: skip


def every_count_says_what_is_counted(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et resultat med teller og nevner sier hva begge er."""
    for model, at, outcome in _outcomes(book):
        if outcome.share is None:
            continue
        for count in ("numerator", "denominator"):
            if getattr(outcome, f"{count}_means") is None:
                yield finding(
                    "T03", where("model", model.id, "outcomes", at, count, key=True),
                    f"{_name(model, outcome)} sier ikke hva «{count}» er",
                    found=f"{count}: {getattr(outcome, count)}",
                    fix=f"legg til «{count}_means:» – hvem er talt med?",
                )  # fmt: skip


def every_survey_says_who_was_asked(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et resultat fra en undersøkelse sier hvem som ble spurt, og hvem som svarte."""
    for model, at, outcome in _outcomes(book):
        for field in ("asked", "answered"):
            if outcome.kind is OutcomeKind.SURVEY and getattr(outcome, field) is None:
                yield finding(
                    "T12", where("model", model.id, "outcomes", at, "kind"),
                    f"{_name(model, outcome)} er svar på spørsmål, men sier ikke alt om hvem",
                    found=f"«{field}» mangler",
                    fix=f"legg til «{field}:» med hvem og hvor mange; «Ikke oppgitt» er et svar",
                )  # fmt: skip


def every_sample_has_its_counts(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et tilfeldig utvalg har teller og nevner, og resultater uten tall har det ikke."""
    for model, at, outcome in _outcomes(book):
        counted, kind = outcome.share is not None, outcome.kind
        needs, lacks = kind is OutcomeKind.SAMPLE, kind is OutcomeKind.NO_FIGURES
        if (needs and not counted) or (lacks and counted):
            yield finding(
                "T13", where("model", model.id, "outcomes", at, "kind"),
                f"slaget passer ikke til tallene i {_name(model, outcome)}",
                found=f"kind: {kind}, {'med' if counted else 'uten'} teller og nevner",
                fix="skriv count når alle er talt, survey når noen svarte på spørsmål, og "
                "no_figures når kilden ikke har tall",
            )  # fmt: skip


_UNBACKED = ("source", "form", "edition", "example")
"""Kinds whose percentages are not results: a form asks, and a story is made up."""


def every_percentage_in_text_is_backed(book: Handbook, where: Where) -> Iterator[Finding]:
    """Prosent i tekst er regnet ut av et resultat, eller står i funnet teksten viser til."""
    backed = {model.id: _shares(model) for model in book.models}
    for text, match in where.search(_PERCENT):
        if text.kind in _UNBACKED or _own_words(text.holder, text.field):
            continue
        share = _number(match[1])
        known = backed.get(text.owner[1], []) if text.kind == "model" else []
        if any(abs(share - one) <= _CLOSE for one in known):
            continue
        if any(share in _percentages(book, number) for number in text.cites):
            continue
        yield finding(
            "T04", where.of(text), f"{match[0]} i {text.name} har ikke dekning",
            found=_around(text.source, text.source.find(match[0])),
            fix="skriv antallet («24 av 61»), eller vis i «sources:» til funnet som sier det",
        )  # fmt: skip


def _shares(model: InclusionModel) -> list[float]:
    shares = []
    for outcome in model.outcomes if isinstance(model.outcomes, tuple) else ():
        for _, counts in _counts(outcome):
            if counts.numerator is not None and counts.denominator:
                shares.append(100 * counts.numerator / counts.denominator)
        if outcome.stated_percentage is not None:
            shares.append(outcome.stated_percentage)
    return shares


def _percentages(book: Handbook, number: str) -> list[float]:
    known = book.finding_by_id.get(number)
    if known is None:
        return []
    return [_number(match[1]) for match in _PERCENT.finditer(known[1].statement.source)]


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _around(text: str, at: int) -> str:
    start, end = max(0, at - 30), at + 40
    words = text[start:end].split()
    first = 1 if start and len(words) > 1 and not text[start - 1].isspace() else 0
    last = -1 if end < len(text) and not text[end].isspace() else len(words)
    return " ".join(words[first:last])


def _own_words(holder: object, field: str) -> bool:
    return isinstance(holder, Outcome) and field in ("statement", "measure")


def no_result_has_its_percentage_typed(book: Handbook, where: Where) -> Iterator[Finding]:
    """Resultatet er skrevet uten prosent; den regnes ut."""
    for model, at, outcome in _outcomes(book):
        for field, text in (("statement", outcome.statement.source), ("measure", outcome.measure)):
            match = _PERCENT.search(text)
            if match:
                yield finding(
                    "T05", where("model", model.id, "outcomes", at, field),
                    f"«{field}» i {_name(model, outcome)} har prosent",
                    found=_around(text, match.start()),
                    fix="skriv antallet; prosenten regnes ut av teller og nevner, eller står i "
                    "«stated_percentage:»",
                )  # fmt: skip


def every_stated_percentage_is_right(book: Handbook, where: Where) -> Iterator[Finding]:
    """Oppgitt prosent er lik den utregnede, og har teller og nevner."""
    for model, at, outcome in _outcomes(book):
        stated, share = outcome.stated_percentage, outcome.share
        if stated is None:
            continue
        place = ("model", model.id, "outcomes", at, "stated_percentage")
        if share is None:
            yield finding(
                "T07", where(*place),
                f"{_name(model, outcome)} har oppgitt prosent uten teller og nevner",
                found=f"{stated:g} prosent",
                fix="legg til begge tallene, eller flytt prosenten til «caveat:» med kilden",
            )  # fmt: skip
        elif abs(share - stated) > _CLOSE:
            yield finding(
                "T06", where(*place), f"oppgitt prosent i {_name(model, outcome)} stemmer ikke",
                found=f"oppgitt {stated:g}, men {outcome.numerator} av {outcome.denominator} er "
                f"{share:.1f}".replace(".", ","),
                fix="se i kilden hvilket av de tre tallene som er galt",
            )  # fmt: skip


def no_result_is_from_the_future(book: Handbook, where: Where, today: dt.date) -> Iterator[Finding]:
    """Et resultat er målt før i dag."""
    for model, at, outcome in _outcomes(book):
        if outcome.measured_on and outcome.measured_on > today:
            yield finding(
                "T08", where("model", model.id, "outcomes", at, "measured_on"),
                f"{_name(model, outcome)} er målt i framtida",
                found=outcome.measured_on.isoformat(), fix="rett datoen",
            )  # fmt: skip


def every_weak_source_is_told_of(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et resultat som bare bygger på annonse eller avis, har et forbehold."""
    for model, at, outcome in _outcomes(book):
        known = [book.finding_by_id[n][0] for n in outcome.sources if n in book.finding_by_id]
        weak = bool(known) and all(source.type in _WEAK for source in known)
        weak = weak or outcome.source_kind in (SourceKind.NEWS, SourceKind.ADVERTISEMENT)
        if weak and outcome.caveat is None:
            named = ", ".join(f"{s.title} ({s.type.label.lower()})" for s in dict.fromkeys(known))
            yield finding(
                "T09", where("model", model.id, "outcomes", at, "sources"),
                f"{_name(model, outcome)} bygger bare på annonse eller avis, uten forbehold",
                found=named[:200],
                fix="legg til «caveat:» som sier at tallet ikke er kontrollert av andre",
            )  # fmt: skip


def every_evidence_level_is_earned(book: Handbook, where: Where) -> Iterator[Finding]:
    """Bevisnivået følger kriteriene som er publisert."""
    for model, at, outcome in _outcomes(book):
        lacking = _lacking(outcome)
        if lacking:
            level = outcome.evidence_level
            yield finding(
                "T10", where("model", model.id, "outcomes", at, "evidence_level"),
                f"bevisnivået i {_name(model, outcome)} er høyere enn grunnlaget",
                found=f"{level.label}; mangler {', '.join(lacking)}",
                fix="senk nivået, eller fyll ut det som mangler",
            )  # fmt: skip


def _lacking(outcome: Outcome) -> list[str]:
    level = int(outcome.evidence_level)
    compared = outcome.comparison is not None and outcome.comparison.design is not Design.NONE
    independent = outcome.source_kind in (SourceKind.EVALUATION, SourceKind.OFFICIAL_STATISTICS)
    counted = (
        (2, "teller og nevner", outcome.share is not None),
        (2, "teller og nevner fra samme sted", outcome.combined is None),
        (3, "dato («measured_on»)", outcome.measured_on is not None),
        (3, "definisjoner", bool(outcome.numerator_means and outcome.denominator_means)),
    )
    compared_by_others = (
        (4, "sammenligning", compared),
        (4, "uavhengig evaluering eller offisiell statistikk", independent),
        (4, "forbehold («caveat») når tallene ikke står her",
         outcome.share is not None or outcome.caveat is not None),
    )  # fmt: skip
    needs = counted if level < 4 else compared_by_others
    return [name for at_least, name, there in needs if level >= at_least and not there]


def results_with_one_name_count_the_same(book: Handbook, where: Where) -> Iterator[Finding]:
    """To resultater med samme mål i en modell teller det samme."""
    first: dict[tuple[str, str], Outcome] = {}
    for model, at, outcome in _outcomes(book):
        if outcome.share is None:
            continue
        key = (model.id, outcome.measure.casefold())
        known = first.setdefault(key, outcome)
        means = (outcome.numerator_means, outcome.denominator_means)
        if means != (known.numerator_means, known.denominator_means):
            yield finding(
                "T11", where("model", model.id, "outcomes", at, "measure"),
                f"{_name(model, outcome)} har samme mål som «{known.id}», men teller noe annet",
                found=f"{known.numerator_means} / {means[0]}",
                fix="gi målene ulike navn, eller tell det samme",
            )  # fmt: skip
