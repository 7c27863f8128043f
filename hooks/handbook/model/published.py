"""What former editions called things, as far as it stands in the names of files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Published(NamedTuple):
    """What editions before this one called things that stand in the names of files."""

    editions: Collection[str] = ()
    forms: Mapping[str, Collection[str]] = {}
    """Form id of then → its titles."""
    phases: Mapping[str, Collection[tuple[str, ...]]] = {}
    """Model id of then → the titles of its phases, in order."""
