"""How few people it takes to fill some roles, when only some roles go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Groups = tuple[tuple[str, ...], ...]


def fewest(roles: Sequence[str], combined: Mapping[str, Sequence[str]]) -> Groups:
    """The roles in as few groups as possible; all in a group may be had by the same person."""
    return min(_groupings(tuple(roles), combined), key=len)


def _groupings(roles: tuple[str, ...], combined: Mapping[str, Sequence[str]]) -> Iterator[Groups]:
    """Every way to group them; a model has so few roles that all can be tried."""
    if not roles:
        yield ()
        return
    *rest, last = roles
    for groups in _groupings(tuple(rest), combined):
        for at, group in enumerate(groups):
            if all(other in combined.get(last, ()) for other in group):
                yield (*groups[:at], (*group, last), *groups[at + 1 :])
        yield (*groups, (last,))
