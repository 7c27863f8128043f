"""Whom the server of a watched site answers: pages asked for on this machine, by its own names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Respond = Callable[[str, list[tuple[str, str]]], Any]
App = Callable[[dict[str, Any], Respond], Iterable[bytes]]

_ALL = frozenset({"0.0.0.0", "::"})
_OWN = frozenset({"127.0.0.1", "localhost", "[::1]"})


def only_here(app: App, address: str) -> App:
    """The same, but another name for this machine gets 421: a strange site may have made it up.

    Whoever serves at all addresses has asked to be seen by others.
    """
    if address in _ALL:
        return app
    names = _OWN | {address}

    def answer(environ: dict[str, Any], respond: Respond) -> Iterable[bytes]:
        if _host(str(environ.get("HTTP_HOST", ""))) in names:
            return app(environ, respond)
        respond("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
        return ["Denne serveren svarer bare på maskinen den går på.".encode()]

    return answer


def _host(told: str) -> str:
    """`localhost:8000` → `localhost`; an address of version six keeps its brackets."""
    name, colon, port = told.rpartition(":")
    return name if colon and port.isdigit() else told
