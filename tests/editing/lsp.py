"""The real yaml-language-server, asked what an editor asks: what is wrong, what is this, what fits.

Not a part of `make test`, since it needs node and a package from npm. Run by `make lsp`:

    npm ci --prefix tests/languageserver --ignore-scripts
    python tests/editing/lsp.py tests/languageserver
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
Seen = tuple[int, str]


class Server:
    """One running language server."""

    def __init__(self, folder: Path) -> None:
        program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
        node = shutil.which("node")
        if not program.is_file() or not node:
            raise SystemExit(
                "yaml-language-server finnes ikke. Installer node, og kjør:\n"
                f"    npm install --prefix {folder} yaml-language-server@1.25.0"
            )
        self.process = subprocess.Popen(
            [node, str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.count = 0
        self.findings: dict[str, list[Any]] = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {
                "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}},
        }})  # fmt: skip
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {}})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self.count += 1
        number = self.count
        self.send({"id": number, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            settings = {"validate": True, "hover": True, "completion": True,
                        "schemaStore": {"enable": False}}  # fmt: skip
            answer = [settings if i.get("section") == "yaml" else {}
                      for i in message["params"]["items"]]  # fmt: skip
            self.send({"id": message["id"], "result": answer})
        elif "id" in message and "method" in message:
            self.send({"id": message["id"], "result": None})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.findings[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def open(self, file: Path) -> list[Seen]:
        """Open a file and wait for what is said about it: (line from 1, message)."""
        uri = file.as_uri()
        text = file.read_text(encoding="utf-8")
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "yaml", "version": 1, "text": text}})  # fmt: skip
        while uri not in self.findings:
            self.receive()
        return [(d["range"]["start"]["line"] + 1, d["message"]) for d in self.findings[uri]]

    def at(self, method: str, file: Path, line: int, column: int) -> Any:
        return self.ask(f"textDocument/{method}", {
            "textDocument": {"uri": file.as_uri()},
            "position": {"line": line - 1, "character": column - 1},
        })  # fmt: skip

    def hover(self, file: Path, line: int, column: int) -> str:
        said = self.at("hover", file, line, column)
        return said["contents"]["value"] if said else ""

    def completion(self, file: Path, line: int, column: int) -> dict[str, str]:
        """Label → what is said about it."""
        said = self.at("completion", file, line, column)
        items = said["items"] if isinstance(said, dict) else said
        return {item["label"]: _words(item.get("documentation", "")) for item in items}


def _words(documentation: Any) -> str:
    return documentation["value"] if isinstance(documentation, dict) else documentation


def _line(file: Path, text: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(at for at, line in enumerate(lines, 1) if text in line)


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def main(folder: Path) -> int:
    """Every content file is clean; seeded faults are found at their line; help is in Norwegian."""
    started = time.monotonic()
    server = Server(folder)
    files = [f for top in ("model", "forms") for f in sorted((ROOT / top).rglob("*.yml"))]
    noisy = {str(f.relative_to(ROOT)): said for f in files if (said := server.open(f))}
    assert not noisy, noisy
    print(f"{len(files)} filer uten merknader fra yaml-language-server")
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "model"
        shutil.copytree(ROOT / "model", copy)
        _faults(server, copy)
        _help(server, copy / "ia-vikar")
    server.process.kill()
    print(f"alt i orden på {time.monotonic() - started:.1f} s")
    return 0


_FAULTS = (
    ("kind: ", "kind: feil-", "feil-"),
    ("short_title:", "kort_tittel:", "kort_tittel:"),
    ("valid_from: 20", "valid_from: 1.1.20", "valid_from: 1.1"),
    ("    role: ", "    role: Stor Bokstav ", "Stor Bokstav"),
    ("themes:\n  - ", "themes: ", "themes: "),
    ("summary: ", "summary:\nsumm: ", "summ: "),
)


def _faults(server: Server, models: Path) -> None:
    kept = (models / "ia-vikar/model.yml").read_text(encoding="utf-8")
    for number, (old, new, at) in enumerate(_FAULTS):
        file = models / f"feil-{number}" / "model.yml"
        file.parent.mkdir()
        file.write_text(kept, encoding="utf-8")
        _edit(file, old, new)
        line, said = _line(file, at), server.open(file)
        here = [message for place, message in said if place == line]
        assert here, (new, line, said)
        print(f"  funnet på linje {line}: {new.strip()!r} → {here[0][:80]}")


def _help(server: Server, model: Path) -> None:
    process, overview = model / "process.yml", model / "model.yml"
    server.open(process)
    line = _line(process, "accountable:")
    column = process.read_text(encoding="utf-8").splitlines()[line - 1].index("accountable") + 2
    hover = server.hover(process, line, column)
    assert "Ansvarlig" in hover and "Nøyaktig én rolle" in hover, hover
    print(f"  hjelp: {hover[:100]!r}")
    roles = _offered(server, process, line, " " * (column - 2) + "accountable: ")
    assert "leder" in roles, roles
    print(f"  forslag for accountable: {len(roles)} roller, leder = {roles['leder'][:60]!r}")
    values = _offered(server, overview, _line(overview, "status:"), "status: ")
    assert {"draft", "published"} <= values.keys(), values
    print(f"  forslag for status: {values}")
    keys = _offered(server, overview, _line(overview, "documented_by:"), "")
    assert "former_ids" in keys and "Id-er dette har hatt før" in keys["former_ids"], keys
    print(f"  forslag til felter: {', '.join(keys)[:120]}")


def _offered(server: Server, file: Path, line: int, text: str) -> dict[str, str]:
    """What is offered at the end of a line that an editor has just written."""
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[line - 1] = text
    draft = file.parent.with_name(f"{file.parent.name}-{line}") / file.name
    draft.parent.mkdir()
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    server.open(draft)
    return server.completion(draft, line, len(text) + 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "tests/languageserver").resolve()))
