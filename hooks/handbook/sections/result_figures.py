"""Results as pictures: a sign for each that was counted; a range only for what was drawn by lot."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.blocks import Figure, Share, SignGroup, Signs
from handbook.model.results import Capacity, Outcome, OutcomeKind, roughly
from handbook.norwegian import number

MOST = 200
"""How many signs one can still see one by one."""

_MOST_ACROSS = 20

_LOOKS = {
    OutcomeKind.COUNT: ("filled", "empty"),
    OutcomeKind.SURVEY: ("filled", "empty"),
    OutcomeKind.TARGET: ("aim", "empty"),
    OutcomeKind.CAPACITY: ("place", "free"),
}
_ALSO = {
    OutcomeKind.TARGET: ". Bildet viser et mål, ikke et resultat.",
    OutcomeKind.CAPACITY: ". Bildet viser plasser, ikke resultater.",
}


def outcome_figure(outcome: Outcome, name: str, told: str) -> Figure | None:
    """The outcome as a picture; `told` says it in words.

    Nothing without both counts, unless it is an aim or places: of those one number is enough.
    """
    top, bottom = outcome.numerator, outcome.denominator
    if outcome.amount and outcome.kind in _ALSO and outcome.share is None:
        return _amount_figure(outcome, outcome.amount, told)
    if outcome.amount and outcome.of_unknown:
        return _figure_of_unknown(outcome, outcome.amount, told)
    if top is None or not bottom or outcome.share is None:
        return None
    if outcome.interval:
        return Figure(Share(outcome.share, *outcome.interval), f"{told}.")
    if outcome.kind not in _LOOKS:
        return None
    whole = outcome.asked_count or bottom
    each = bottom / roughly(outcome.share).denominator if outcome.rounded else _each(top, whole)
    groups = tuple(_groups(outcome, name, each))
    text = f"{told}. {'; '.join(group.name for group in groups)}."
    return Figure(Signs(groups), text, (_caption(outcome, whole, each),))


def _amount_figure(outcome: Outcome, amount: str, told: str) -> Figure | None:
    """A sign for each that was aimed at; nothing when there are too many to see."""
    count = outcome.amount_count
    if not count or count > MOST:
        return None
    full, _ = _LOOKS[outcome.kind]
    group = SignGroup(amount, count, full)  # type: ignore[arg-type]
    caption = f"Hver rute er én{_ALSO[outcome.kind]}"
    return Figure(Signs((group,)), f"{told}.", (caption,))


_UNKNOWN = 10
"""So many dashed signs stand for those nobody has told the number of."""


def _figure_of_unknown(outcome: Outcome, amount: str, told: str) -> Figure | None:
    """A sign for each that was counted, and some that say that there may be more."""
    count = outcome.amount_count
    if not count or count > MOST:
        return None
    groups = (SignGroup(amount, count, "filled"), SignGroup(OF_UNKNOWN, _UNKNOWN, "unknown"))
    caption = "Hver fylt prikk er én. De stiplede står for alle vi ikke kjenner tallet på."
    return Figure(Signs(groups), f"{told}. {OF_UNKNOWN}.", (caption,))


OF_UNKNOWN = "Av hvor mange, er ikke oppgitt"


def _groups(outcome: Outcome, name: str, each: float) -> Iterator[SignGroup]:
    """Those counted in, the rest, and those asked who did not answer."""
    top, bottom = outcome.numerator or 0, outcome.denominator or 0
    full, rest = _LOOKS[outcome.kind]
    others = "Andre svar" if outcome.kind is OutcomeKind.SURVEY else "Resten"
    silent = (outcome.asked_count or bottom) - bottom
    about = "om\u00a0lag\u00a0" if outcome.rounded else ""
    for words, look, count in ((name, full, top), (others, rest, bottom - top),
                               ("Svarte ikke", "unknown", silent)):  # fmt: skip
        if count > 0:
            signs = max(1, round(count / each))
            yield SignGroup(f"{words}:\u00a0{about}{number(count)}", signs, look)  # type: ignore[arg-type]


def _each(part: int, whole: int) -> int:
    """How many a sign stands for: one, or the number that comes nearest to the true share."""
    if whole <= MOST:
        return 1
    least = -(-whole // MOST)
    return min(range(least, 2 * least + 1), key=lambda n: abs(part / n - round(part / n)))


def _caption(outcome: Outcome, whole: int, each: float) -> str:
    sign = "prikk" if outcome.kind in (OutcomeKind.COUNT, OutcomeKind.SURVEY) else "rute"
    stands = "én" if each == 1 else f"om\u00a0lag\u00a0{number(round(each))}"
    about = "om\u00a0lag\u00a0" if outcome.rounded else ""
    return f"Hver {sign} er {stands} av de {about}{number(whole)}{_among(outcome)}"


def _among(outcome: Outcome) -> str:
    """Whom the signs are, and what the picture is no picture of."""
    if outcome.kind in _ALSO:
        return _ALSO[outcome.kind]
    if outcome.combined:
        return ". Tallene er satt sammen av oss fra ulike steder."
    if outcome.kind is OutcomeKind.SURVEY:
        return " som ble spurt." if outcome.asked_count else " som svarte."
    return " som er talt."


def capacity_figure(room: Capacity, role: str, told: str) -> Figure | None:
    """A row of places for each who follows up; nothing when there are too many to see."""
    if room.places > MOST or room.places_each > _MOST_ACROSS:
        return None
    group = SignGroup(f"Plasser samtidig: {number(room.places)}", room.places, "place")
    caption = (
        f"Hver rute er én plass, og hver rad er én {role}. Bildet viser plasser, ikke resultater."
    )
    return Figure(Signs((group,), room.places_each), f"{told}.", (caption,))
