"""A web server for one editor on this machine: the editor's files, and the working copy behind."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from handbook.web_editor.config import API
from handbook.web_editor.folder import headers
from handbook.web_editor.save_handler import RefusedError, SaveHandler

ADDRESS = "127.0.0.1"
_MAX_BYTES = 4_000_000


class Server(ThreadingHTTPServer):
    """Serves until it is told to stop; only programs on this machine reach it."""

    daemon_threads = True

    def __init__(
        self,
        port: int,
        files: dict[str, bytes],
        handler: SaveHandler,
        fresh: dict[str, Callable[[], bytes]],
    ) -> None:
        """`fresh` holds what is made anew at every request, by address."""
        super().__init__((ADDRESS, port), _Handler)
        self.files = files
        self.handlers = {"": handler}
        self.fresh = fresh
        self.one_at_a_time = Lock()

    def handler_of(self, tab: str) -> SaveHandler:
        """What one tab has been shown. Another tab's save is, to this one, done elsewhere."""
        return self.handlers.setdefault(tab, SaveHandler(self.handlers[""].root))

    @property
    def address(self) -> str:
        """Where the editor opens."""
        return f"http://{ADDRESS}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base's name
        """The editor's requests are not told in the terminal."""

    def do_GET(self) -> None:
        if not self.ours():
            return
        name = urlsplit(self.path).path.lstrip("/") or "index.html"
        if name in self.server.fresh:
            with self.server.one_at_a_time:
                self.reply(200, "application/json", self.server.fresh[name]())
        elif name in self.server.files:
            self.reply(200, _type_of(name), self.server.files[name])
        else:
            self.reply(404, "text/plain; charset=utf-8", b"Finnes ikke.\n")

    def do_POST(self) -> None:
        if not self.ours():
            return
        length = _length(self.headers.get("Content-Length") or "0")
        own = self.headers.get("Origin") == self.server.address.rstrip("/")
        json_in = (self.headers.get("Content-Type") or "").startswith("application/json")
        if self.path != API or not own or not json_in or not 0 <= length <= _MAX_BYTES:
            self.close_connection = True
            self.reply_json(403, {"error": "Forespørselen kommer ikke fra redigeringssiden."})
            return
        try:
            asked = json.loads(self.rfile.read(length))
            with self.server.one_at_a_time:
                handler = self.server.handler_of(self.headers.get("X-Tab") or "")
                answer = handler.answer(asked["action"], asked.get("params") or {})
            self.reply_json(200, answer)
        except RefusedError as error:
            self.reply_json(422, {"error": str(error)})
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OSError):
            self.reply_json(400, {"error": "Forespørselen kan ikke leses."})

    def ours(self) -> bool:
        """False, and answered, when another site has led the browser here by a name of its own."""
        if f"http://{self.headers.get('Host')}/" == self.server.address:
            return True
        self.close_connection = True
        self.reply(421, "text/plain; charset=utf-8", f"Åpne {self.server.address}\n".encode())
        return False

    def reply_json(self, status: int, value: Any) -> None:
        """An answer to the editor's script."""
        self.reply(status, "application/json", json.dumps(value, ensure_ascii=False).encode())

    def reply(self, status: int, kind: str, body: bytes) -> None:
        """One answer with the folder's own security headers."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers(None).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _length(text: str) -> int:
    """How long a body says it is; -1 when it says nothing that can be."""
    return int(text) if text.isascii() and text.isdigit() else -1


def _type_of(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "text/plain"
    if name.endswith(".js"):
        kind = "text/javascript"  # a Windows registry may say otherwise
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
