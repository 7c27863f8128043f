"""What stands beside the figures: whose hours they are, and what is not in them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.blocks import (
    Blocks,
    Paragraph,
)
from handbook.document.inline import Words
from handbook.document.linker import Linker
from handbook.model.costing import (
    counted_sides,
)
from handbook.model.effort import paced
from handbook.model.inclusion_model import Employment, InclusionModel, Places
from handbook.model.noun import Absence
from handbook.model.people import Side
from handbook.norwegian import listed


def cost_notes(linker: Linker, model: InclusionModel) -> Blocks:
    """Whose hours, how many it is for, why kroner are a range, and what is not in the sums."""
    told = cost_caution(linker, model)
    lines = (Paragraph(told, "effort"),) if told else ()
    return (*lines, *((linker.alone(model.not_counted),) if model.not_counted else ()))


def cost_caution(linker: Linker, model: InclusionModel) -> Words:
    """The first three of the same, as words in a line."""
    whose = whose_hours(linker, model)
    many: Words = (
        *((f"{whose} ",) if whose else ()),
        *_for_several(model),
    )
    covered = covered_roles(model)
    if not covered:
        return many
    return (*many, "Laveste beløp gjelder når andre betaler ", *linker.actors(covered), ". ")


def whose_hours(linker: Linker, model: InclusionModel) -> str:
    """Whose hours the sums have, where a provider and a workplace share the work; else empty."""
    of_side = _roles_by_side(linker, model)
    providers = of_side.get(Side.PROVIDER)
    if not providers or Side.EMPLOYER not in of_side:
        return ""
    if Side.PROVIDER in counted_sides(model):
        return "Timene gjelder arrangøren og verten til sammen."
    names = listed([linker.actor(role).words for role in providers])
    return f"Timene gjelder bedriften som tar imot. Tida til {names} er ikke med."


def _roles_by_side(linker: Linker, model: InclusionModel) -> dict[Side, list[str]]:
    """The roles of a model that somebody has told the hours of, each once."""
    of_side: dict[Side, list[str]] = {}
    for name in dict.fromkeys(effort.role for _, effort, _ in paced(model)):
        if role := linker.book.role_by_id.get(name):
            of_side.setdefault(role.belongs_to, []).append(name)
    return of_side


def _for_several(model: InclusionModel) -> Iterator[str]:
    if _only_several(model):
        many = model.suits.usual_places if model.suits else None
        begun = f", så tallene begynner med {many} plasser" if many else ""
        yield f"Modellen er laget for flere deltakere samtidig{begun}. "


def _only_several(model: InclusionModel) -> bool:
    return model.suits is not None and set(model.suits.places) == {Places.SEVERAL}


def covered_roles(model: InclusionModel) -> tuple[str, ...]:
    """The roles whose time somebody else may pay for."""
    funding = () if isinstance(model.funding, Absence) else model.funding
    return tuple(dict.fromkeys(role for one in funding for role in one.covers))


def wages_beside(model: InclusionModel) -> Blocks:
    """That wages come on top, where the table has no row for them."""
    found = _employment(model)
    return (Paragraph((_WAGES[found],), "effort"),) if found in _NO_ROW else ()


def left_out(model: InclusionModel) -> str:
    """That wages and grants are not in the figures, for where they stand without a table; or ''."""
    wages = _WAGES.get(_employment(model))
    funding = () if isinstance(model.funding, Absence) else model.funding
    grants = _GRANTS if any(one.grants for one in funding) else None
    return " ".join(filter(None, (wages, grants)))


def _employment(model: InclusionModel) -> Employment | None:
    status = model.participant_status
    return None if isinstance(status, Absence | None) else status.employment


_NO_ROW = (Employment.BY_PROVIDER, Employment.VARIES)
_WAGES: dict[Employment | None, str] = {
    **dict.fromkeys(_NO_ROW, "Lønn til deltakeren er ikke med."),
    Employment.BY_EMPLOYER: "Lønna kommer i tillegg.",
}
_GRANTS = "Tilskudd er ikke trukket fra."
