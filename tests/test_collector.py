"""Python's search for garbage: off while a handbook is made, and at work again in the end."""

from __future__ import annotations

import gc
import weakref

from handbook.collector import OFTEN, collector_off


class Ring:
    """Something that holds itself, so that only the collector can take it away."""

    def __init__(self) -> None:
        self.own = self


def test_the_collector_is_off_inside_and_as_it_was_after() -> None:
    with collector_off():
        assert not gc.isenabled()
        with collector_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_holds_itself_is_gone_before_it_matters() -> None:
    with collector_off():
        ring = weakref.ref(Ring())
    for _ in range(OFTEN):
        with collector_off():
            pass
        if not gc.get_freeze_count():
            gc.collect()
    assert ring() is None
