"""Rings in an order: things that each wait for the next, all the way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """One ring for each knot of nodes that wait for each other; no node is in two rings.

    Linear in the number of edges: every node is left for good when its edges are spent.
    A node that waits for itself is not a ring.
    """
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        trail: list[str] = [start]
        position = {start: 0}
        waiting = [iter(edges[start])]
        while trail:
            following = next((n for n in waiting[-1] if n in edges and n not in done), None)
            if following is None:
                last = trail.pop()
                waiting.pop()
                position.pop(last, None)
                done.add(last)
            elif following == trail[-1]:
                continue
            elif following in position:
                ring = trail[position[following] :]
                yield ring
                done.update(ring)
            else:
                position[following] = len(trail)
                trail.append(following)
                waiting.append(iter(edges[following]))
