"""Which model fits: questions over the typed answers of each model, and one plain filter.

A model is in when it suits every answer given. Nothing is weighed; what is out is out for a reason
that can be read. The table is also written into the page, where the script reads the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.model.inclusion_model import (
    Duration,
    EmployerKind,
    EmployerSize,
    Goal,
    InclusionModel,
    Person,
    Places,
)
from handbook.model.noun import Labelled


@dataclass(frozen=True)
class Question:
    """One question; `field` is the name of the field it asks about."""

    field: str
    asked: str
    heading: str
    help: str
    options: tuple[Labelled, ...]


QUESTIONS: tuple[Question, ...] = (
    Question(
        "employer_kind", "Hva slags virksomhet er dere?", "Virksomhet",
        "Modellene er laget for ulike arbeidsplasser.", tuple(EmployerKind),
    ),
    Question(
        "employer_size", "Hvor mange ansatte har dere?", "Størrelse",
        "Noen modeller krever at flere tar imot samtidig.", tuple(EmployerSize),
    ),
    Question(
        "person", "Hvem gjelder det?", "Hvem det gjelder",
        "Svar for den dere tenker på. Du skal ikke skrive noe om helse her.", tuple(Person),
    ),
    Question(
        "goals", "Hva skal det føre til?", "Mål",
        "Velg det viktigste målet.", tuple(Goal),
    ),
    Question(
        "duration", "Hvor lenge kan dere forplikte dere?", "Varighet",
        "Dere kan forlenge senere i noen av modellene.", tuple(Duration),
    ),
    Question(
        "places", "Hvor mange vil dere ta imot samtidig?", "Antall",
        "Tenk på de nærmeste månedene.", tuple(Places),
    ),
)  # fmt: skip

Answers = Mapping[str, str]
"""Field → the value chosen. A question nobody answered is not there and shuts nothing out."""

Table = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Model → field → the values it suits. A model without answers of its own is not in the table."""


@dataclass(frozen=True)
class Choice:
    """What the answers lead to. `misses` names the fields that shut out each model that is out.

    `nearest` is empty when something fits. Otherwise it holds the models with fewest misses.
    """

    fits: tuple[str, ...]
    nearest: tuple[str, ...]
    misses: Mapping[str, tuple[str, ...]]


def table(models: Iterable[InclusionModel]) -> Table:
    """What every model suits, in the order of the models."""
    return {
        model.id: {
            q.field: tuple(str(value) for value in getattr(model.suits, q.field)) for q in QUESTIONS
        }
        for model in models
        if model.suits
    }


def choose(suits: Table, answers: Answers) -> Choice:
    """Sort the models into those that fit and those that do not."""
    misses = {
        model: tuple(
            q.field
            for q in QUESTIONS
            if q.field in answers and answers[q.field] not in fields[q.field]
        )
        for model, fields in suits.items()
    }
    fits = tuple(model for model, missed in misses.items() if not missed)
    fewest = min((len(missed) for missed in misses.values()), default=0)
    nearest = () if fits else tuple(m for m, missed in misses.items() if len(missed) == fewest)
    return Choice(fits, nearest, {m: missed for m, missed in misses.items() if missed})
