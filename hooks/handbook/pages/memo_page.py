"""What the one-page memo for the leader group needs."""

from __future__ import annotations

from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.results import Outcome
from handbook.pages.comparison import outcome_line
from handbook.pages.effort_page import effort_nouns


def memo_nouns(book: Handbook, model: InclusionModel) -> dict[str, Any]:
    """Hours, results in words, the first decision, and the sources behind purpose and results."""
    effort = effort_nouns(book, model)
    outcomes: tuple[Outcome, ...] = (
        () if isinstance(model.outcomes, Absence) else tuple(model.outcomes)
    )
    shares = [o for o in outcomes if o.share is not None]
    numbers = [n for o in outcomes for n in o.sources]
    numbers += [n for s in (*model.purpose, *model.core) for n in s.sources]
    cited = {book.finding_by_id[n][0].id for n in numbers if n in book.finding_by_id}
    return {
        "length": effort["length"],
        "totals": effort["totals"],
        "outcome_lines": tuple((o, outcome_line(o)) for o in shares),
        "other_count": len(outcomes) - len(shares),
        "decision": next((phase.decision for phase in model.phases if phase.decision), None),
        "cited": tuple(source for source in book.sources if source.id in cited),
    }
