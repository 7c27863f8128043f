"""Python's search for garbage, put off while a handbook is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

OFTEN = 40
"""After so many times, all that was made is gone through."""
_times = count(1)


@contextmanager
def collector_off() -> Iterator[None]:
    """Python looks in vain for garbage while a handbook is made, for a fifth of the time.

    What is made goes when the last who has it lets go of it. The little that does not, as in what
    libraries make of Word files, waits until this has been done so `OFTEN` that it matters.
    """
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            if next(_times) % OFTEN:
                gc.freeze()
            else:
                gc.unfreeze()
            gc.enable()
