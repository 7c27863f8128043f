"""A small web server for a built site: gzip, and the very headers of the site's `_headers` file."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ZIPPED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".ics"}

Rules = list[tuple[str, dict[str, str]]]


def read_headers(file: Path) -> Rules:
    """Path pattern → headers, as Netlify and Cloudflare Pages read the file."""
    rules: Rules = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(":")
            rules[-1][1][name] = value.strip()
        elif line.strip():
            rules.append((line.strip(), {}))
    return rules


@lru_cache(maxsize=2000)
def _zipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


def _handler(site: Path, rules: Rules) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base's name
            pass

        def do_GET(self) -> None:
            address = unquote(urlsplit(self.path).path)
            file = (site / address.lstrip("/")).resolve()
            if file.is_dir():
                file /= "index.html"
            status = 200 if file.is_file() and file.is_relative_to(site) else 404
            if status == 404:
                file = site / "404.html"
            zipped = file.suffix in _ZIPPED and "gzip" in self.headers.get("Accept-Encoding", "")
            body = _zipped(file) if zipped else file.read_bytes()
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_response(status)
            text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
            self.send_header("Content-Type", kind + ("; charset=utf-8" if text else ""))
            self.send_header("Content-Length", str(len(body)))
            if zipped:
                self.send_header("Content-Encoding", "gzip")
            for pattern, headers in rules:
                if fnmatch(address, pattern):
                    for name, value in headers.items():
                        self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(body)

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes early is no error."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a site on this machine; yields its address with a closing slash."""
    rules = read_headers(site / "_headers")
    server = _Server(("127.0.0.1", 0), _handler(site.resolve(), rules))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
