"""Whether one can see that a model is followed, on a scale that means what it says."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.completeness import weight
from handbook.checks.where import Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.model.process import Level


def every_must_has_a_criterion(book: Handbook, where: Where) -> Iterator[Finding]:
    """Steg med noe dere må gjøre, har et kjennetegn på god praksis, når modellen er på vei ut."""
    for model in book.models:
        if weight(model.status) is None or not model.criteria:
            continue
        covered = {step for criterion in model.criteria for step in criterion.applies_to}
        for at in steps_of(model):
            musts = [number for number, do in enumerate(at.step.do) if do.level is Level.MUST]
            if musts and at.step.id not in covered:
                yield finding(
                    "K01", where("model", model.id, *at.path, "do", musts[0], "level"),
                    f"{at.name} har noe dere må gjøre, men ingen kjennetegn",
                    found=at.step.do[musts[0]].text.plain[:80],
                    fix=f"legg «{at.step.id}» til under «applies_to:» i et kjennetegn, eller skriv "
                    "et nytt",
                )  # fmt: skip


def every_level_has_its_own_words(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert trinn på skalaen har sin egen tekst."""
    for model in book.models:
        for at, criterion in enumerate(model.criteria):
            seen: dict[str, int] = {}
            for number, level in enumerate(criterion.levels):
                words = " ".join(level.text.source.casefold().split())
                if words in seen:
                    yield finding(
                        "K02", where("model", model.id, "criteria", at, "levels", number, "text"),
                        f"to trinn i kjennetegnet «{criterion.id}» i modellen «{model.id}» er like",
                        found=f"trinn {seen[words]} og {level.score}",
                        fix="skriv hva man ser på hvert av dem",
                    )  # fmt: skip
                seen.setdefault(words, level.score)


def every_scale_rises_by_one(book: Handbook, where: Where) -> Iterator[Finding]:
    """Trinnene går 1, 2, 3 … i rekkefølge."""
    for model in book.models:
        for at, criterion in enumerate(model.criteria):
            scores = [level.score for level in criterion.levels]
            wrong = [i for i, score in enumerate(scores) if score != i + 1]
            if wrong:
                yield finding(
                    "K03", where("model", model.id, "criteria", at, "levels", wrong[0], "score"),
                    f"trinnene i kjennetegnet «{criterion.id}» i modellen «{model.id}» hopper",
                    found=", ".join(map(str, scores)),
                    fix="nummerer dem " + ", ".join(str(i + 1) for i in range(len(scores))),
                )  # fmt: skip


def every_weight_has_a_source(book: Handbook, where: Where) -> Iterator[Finding]:
    """Vekten er 1 når ingen kilde sier noe annet."""
    for model in book.models:
        for at, criterion in enumerate(model.criteria):
            if criterion.weight != 1 and not (criterion.basis.documented and criterion.sources):
                yield finding(
                    "K04", where("model", model.id, "criteria", at, "weight"),
                    f"kjennetegnet «{criterion.id}» i modellen «{model.id}» er vektet "
                    "uten en kilde som sier det",
                    found=f"weight: {criterion.weight:g}, basis: {criterion.basis}",
                    fix="ta bort «weight:», eller skriv kilden under «basis:» og «sources:»",
                )  # fmt: skip
