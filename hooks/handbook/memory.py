"""What one process has made, kept from build to build by everything it is made from.

Whoever watches the site while writing builds again and again, and most of each build is like the
one before. A key holds the very bytes and values a thing follows from, not a digest or a time, so
nothing is told apart wrongly; and nothing outlives the process, so no version is ever mixed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

_T = TypeVar("_T")


class Memory:
    """Things by their keys, for this build and the last good one."""

    def __init__(self) -> None:
        self._last: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}

    def of(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """The thing of a key, made now when neither this build nor the last has it.

        It is handed out again and again, so nobody may change it.
        """
        if key not in self._now:
            self._now[key] = self._last[key] if key in self._last else make()
        return cast("_T", self._now[key])

    def turn(self) -> None:
        """Begin a new build: forget what the one that is done did not ask for."""
        self._last, self._now = self._now, {}
