"""What the self-assessment needs: each criterion with the phases it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.practice import Criterion

SCRIPTS = ("assets/js/assessment.js",)


@dataclass(frozen=True)
class Question:
    """One criterion and the phases its steps stand in, in the order of the process."""

    criterion: Criterion
    phases: tuple[str, ...]

    @property
    def lowest(self) -> int:
        """The lowest level."""
        return min(level.score for level in self.criterion.levels)

    @property
    def highest(self) -> int:
        """The highest level."""
        return max(level.score for level in self.criterion.levels)


def assessment_nouns(book: Handbook, model: InclusionModel) -> dict[str, Any]:
    """Questions in the order of the file, and what an exported answer must say it belongs to."""
    return {
        "questions": tuple(
            Question(
                criterion,
                tuple(
                    phase.id
                    for phase in model.phases
                    if any(step.id in criterion.applies_to for step in phase.steps)
                ),
            )
            for criterion in model.criteria
        )
    }
