"""Whether a model is looked after, told for a day that comes from outside."""

from __future__ import annotations

import datetime as dt

from handbook.model.inclusion_model import InclusionModel, Status


def overdue(model: InclusionModel, today: dt.date) -> bool:
    """True when the day set for going through a model has passed; a withdrawn model has none."""
    return (
        model.status is not Status.WITHDRAWN
        and model.review_by is not None
        and model.review_by < today
    )
