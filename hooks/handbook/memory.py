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
        return self.again(key, None, make)

    def again(
        self,
        name: Hashable,
        given: object,
        make: Callable[[], _T],
        still: Callable[[_T], bool] = lambda _: True,
    ) -> _T:
        """The thing of a name, made anew when what it is made from is not what it was.

        For things made from much: comparing two values that are mostly the very same objects costs
        next to nothing, where a key would be gone through whole. Equal values must look the same.
        `still` says no when the thing rests on something outside `given` that has changed.
        """
        kept = cast("tuple[object, _T] | None", self._now.get(name) or self._last.get(name))
        if kept is None or kept[0] != given or not still(kept[1]):
            kept = given, make()
        self._keep(name, kept)
        return kept[1]

    def _keep(self, name: Hashable, kept: tuple[object, object]) -> None:
        self._now[name] = kept

    def turn(self) -> None:
        """Begin a new build: forget what the one that is done did not ask for."""
        self._last, self._now = self._now, {}


class Forgetful(Memory):
    """Keeps nothing: for those who build once."""

    def _keep(self, name: Hashable, kept: tuple[object, object]) -> None:
        pass
