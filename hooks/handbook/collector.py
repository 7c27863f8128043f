"""Python's search for garbage, put off while a handbook is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Python looks in vain for garbage while a handbook is made, for a fifth of the time.

    What the first handbook of a process is made of lasts as long as the process, or goes when the
    last who has it lets go of it; so it is not gone through afterwards either.
    """
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            if not gc.get_freeze_count():
                gc.freeze()
            gc.enable()
