"""Which spot of which noun is told in which output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import filter as matching
from fnmatch import fnmatchcase
from typing import NamedTuple

from proofs.outputs import OUTPUTS, Home, Made, Texts
from proofs.specimen import Specimen, Spot, Swaps

Silent = dict[Spot, tuple[str, ...]]
"""Spot → the outputs that say nothing of it."""


class Untold(NamedTuple):
    """Spots that some outputs leave out, and where the reader finds them instead."""

    spots: str
    """One spot, or a pattern: `*.search_words`."""
    outputs: str
    """Names with spaces between; `all` of them."""
    instead: str

    def covers(self, spot: Spot, output: str) -> bool:
        """Whether this output may leave this spot out."""
        named = self.outputs == "all" or output in self.outputs.split()
        return named and fnmatchcase(spot, self.spots)


HOMES: dict[str, Home] = {
    "model": "modeller/", "role": "roller/", "form": "skjema/", "term": "ordliste",
    "theme": "tema/", "source": "kilder/", "rule": ("regler/", "redaksjon/reglene"),
    "instrument": "virkemidler/",
    "routine": "rutiner/", "edition": "", "search": "", "words": "redaksjon/ordvalg",
    "decision": "modeller/velg",
    "example": ("modeller/", "skjema/"),
    "model.known_gaps": ("modeller/", "kvalitet"),
    "model.participant_status": ("modeller/", "status-for-den-enkelte"),
    "model.phases.steps.routines": ("modeller/", "rutiner/"),
    "model.roles": ("modeller/", "roller/"),
}  # fmt: skip
"""Noun → where it is told of: the parts that begin so. What is seen elsewhere is a summary at best,
and pages about sources and quality walk through everything, whatever it is. A field of a noun is
told where all others of its kind are, when no page of the noun's own tells it whole."""


def silent(
    *, only: str = "*", holes: str = "", swaps: Swaps | None = None, every: int = 1
) -> Silent:
    """What each output leaves out of a handbook in which everything is filled in.

    `only` is a pattern of the spots to look at. With `holes` what may be a stated hole is one.
    All texts are looked at; of other values, each with a handbook of its own, the first and then
    `every` so manieth place of a field, such as the sources of a statement.
    """
    usual = Specimen(holes=holes, swaps=swaps)
    made = Made(usual.handbook())
    texts = {name: output(made) for name, output in OUTPUTS.items()}
    found: dict[Spot, list[str]] = {}
    for name, parts in texts.items():
        for spot in matching(usual.words, only):
            if usual.words[spot] not in "\n".join(_at(_home(spot), parts).values()).lower():
                found.setdefault(spot, []).append(name)
    for spot in _sample(usual, matching(usual.turning, only), every):
        turned = Made(Specimen(spot, holes=holes, swaps=swaps).handbook(), made.kept)
        home = _home(spot)
        for name, output in OUTPUTS.items():
            if _at(home, output(turned, home)) == _at(home, texts[name]):
                found.setdefault(spot, []).append(name)
    return {spot: tuple(names) for spot, names in found.items()}


def _sample(specimen: Specimen, spots: Iterable[Spot], every: int) -> Iterator[Spot]:
    """Each field at its first place, and at every so manieth of the others."""
    met: Counter[str] = Counter()
    for spot in spots:
        field = specimen.fields.get(spot, spot)
        if met[field] % every == 0:
            yield spot
        met[field] += 1


def _home(spot: Spot) -> Home:
    return HOMES[max((one for one in HOMES if f"{spot}.".startswith(f"{one}.")), key=len)]


def _at(home: Home, parts: Texts) -> Texts:
    return {name: text for name, text in parts.items() if name.startswith(home)}
