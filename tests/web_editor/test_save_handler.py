"""What the web editor may read and write in the working copy, and what it is told."""

from __future__ import annotations

import errno
import json
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from handbook.web_editor import packages
from handbook.web_editor.packages import EditorMissingError, editor_scripts
from handbook.web_editor.save_handler import RefusedError, SaveHandler
from handbook.web_editor.server import Server

TINY = Path(__file__).parents[1] / "checks" / "tiny"
PROCESS = "model/mini/process.yml"


@pytest.fixture
def handler(tmp_path: Path) -> SaveHandler:
    shutil.copytree(TINY, tmp_path / "tiny")
    return SaveHandler(tmp_path / "tiny")


def opened(handler: SaveHandler, name: str) -> str:
    return str(handler.answer("getEntry", {"path": name})["data"])


def save(handler: SaveHandler, name: str, text: str) -> None:
    handler.answer("persistEntry", {"dataFiles": [{"path": name, "raw": text}], "assets": []})


def test_a_save_is_written_in_canonical_form_with_its_comments(handler: SaveHandler) -> None:
    save(handler, PROCESS, opened(handler, PROCESS))
    before = (handler.root / PROCESS).read_text(encoding="utf-8")
    title = next(line for line in before.splitlines() if "title:" in line).strip()
    untidy = opened(handler, PROCESS).replace(
        title, f"# Husk dette.\n    '{title[:5]}': 'På nytt'", 1
    )
    save(handler, PROCESS, untidy)
    after = (handler.root / PROCESS).read_text(encoding="utf-8").splitlines()
    new = [line.strip() for line in after if line not in before.splitlines()]
    assert new == ["# Husk dette.", "title: På nytt"]
    assert after[0].startswith("# yaml-language-server: $schema=")


def test_new_ids_reach_the_schemas_with_the_save(handler: SaveHandler) -> None:
    roles = opened(handler, "model/roles.yml")
    save(handler, "model/roles.yml", roles)
    ids = json.loads((handler.root / "model/schemas/ids.json").read_text(encoding="utf-8"))
    assert ids["$defs"]["role"]["enum"]


@pytest.mark.parametrize(
    "name", ["../utenfor.yml", "hooks/handbook/build.py", "model/x/../../mkdocs.yml",
             "model/schemas/ids.json", "/etc/passwd", "forms/../../forms/SKJ-01.yml"],
)  # fmt: skip
def test_only_content_files_are_read_and_written(handler: SaveHandler, name: str) -> None:
    with pytest.raises(RefusedError, match="hører ikke til innholdet"):
        opened(handler, name)
    with pytest.raises(RefusedError, match="hører ikke til innholdet"):
        save(handler, name, "a: b\n")


def test_what_was_changed_elsewhere_is_not_written_over(handler: SaveHandler) -> None:
    text = opened(handler, PROCESS)
    (handler.root / PROCESS).write_text(text + "# fra en annen\n", encoding="utf-8")
    handler.answer("entriesByFiles", {"files": [{"path": PROCESS}]})  # a list is no new opening
    with pytest.raises(RefusedError, match="endret et annet sted"):
        save(handler, PROCESS, text)
    save(handler, PROCESS, opened(handler, PROCESS))


def test_a_text_that_breaks_the_rules_is_refused_in_norwegian(handler: SaveHandler) -> None:
    text = opened(handler, PROCESS)
    before = (handler.root / PROCESS).read_bytes()
    with pytest.raises(RefusedError, match="mangler"):
        save(handler, PROCESS, text.replace("    purpose:", "    # purpose:", 1))
    assert (handler.root / PROCESS).read_bytes() == before


def test_nothing_is_deleted_moved_or_uploaded(handler: SaveHandler) -> None:
    for action in ("deleteFiles", "persistMedia", "noe-annet"):
        with pytest.raises(RefusedError):
            handler.answer(action, {"paths": [PROCESS]})
    with pytest.raises(RefusedError):
        handler.answer("persistEntry", {"dataFiles": [
            {"path": PROCESS, "raw": "a: b\n", "newPath": "model/mini/practice.yml"}
        ]})  # fmt: skip


@pytest.fixture
def server(handler: SaveHandler) -> Iterator[Server]:
    server = Server(0, {"index.html": b"<p>her"}, handler, {"options.json": lambda: b"{}"})
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(server: Server, method: str, path: str, body: str = "", **headers: str) -> tuple[int, Any]:
    connection = HTTPConnection(*server.server_address[:2], timeout=10)
    connection.request(method, path, body.encode(), headers)
    answer = connection.getresponse()
    data = answer.read().decode()
    connection.close()
    return answer.status, json.loads(data) if "json" in answer.headers["Content-Type"] else data


def test_only_the_editors_own_page_is_answered(server: Server) -> None:
    own = {"Origin": server.address.rstrip("/"), "Content-Type": "application/json"}
    asked = json.dumps({"action": "info"})
    assert ask(server, "POST", "/api/v1", asked, **own)[0] == 200
    elsewhere = {**own, "Origin": "https://et-annet-sted.example"}
    assert ask(server, "POST", "/api/v1", asked, **elsewhere)[0] == 403
    assert ask(server, "POST", "/api/v1", asked, **{**own, "Content-Type": "text/plain"})[0] == 403
    assert ask(server, "GET", "/", Host="lurt.example")[0] == 421
    assert ask(server, "POST", "/api/v1", asked, **own, Host="lurt.example")[0] == 421
    assert ask(server, "GET", "/")[1] == "<p>her"
    assert ask(server, "GET", "/../pyproject.toml")[0] == 404


def test_a_refusal_and_nonsense_are_answered_calmly(server: Server) -> None:
    own = {"Origin": server.address.rstrip("/"), "Content-Type": "application/json"}
    said = ask(server, "POST", "/api/v1", json.dumps({"action": "deleteFiles"}), **own)
    assert said == (422, {"error": "Dette kan ikke gjøres i nettredigeringen."})
    assert ask(server, "POST", "/api/v1", "{", **own)[0] == 400
    for body in ("[1]", "null", "3", '"x"', "[" * 100_000, '{"action": {}}', '{"action": []}'):
        assert ask(server, "POST", "/api/v1", body, **own)[0] in (400, 422), body
    for params in ('"x"', "[1]", '{"path": {}}', '{"files": 3}', '{"files": ["x"]}',
                   '{"entry": "x"}', '{"dataFiles": [{"path": 3, "raw": 4}]}',
                   '{"path": "model/\\u0000.yml"}', '{"folder": ["x"]}'):  # fmt: skip
        for action in ("getEntry", "entriesByFiles", "entriesByFolder", "persistEntry"):
            body = f'{{"action": "{action}", "params": {params}}}'
            assert ask(server, "POST", "/api/v1", body, **own)[0] in (200, 400, 422), body


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "99999999999", "٣"])
def test_a_length_that_cannot_be_is_refused_at_once(length: str, server: Server) -> None:
    with socket.create_connection(server.server_address[:2], timeout=5) as line:
        host = server.address.split("/")[2]
        head = (
            f"POST /api/v1 HTTP/1.1\r\nHost: {host}\r\nOrigin: {server.address.rstrip('/')}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
        )
        line.sendall(head.encode())
        assert b" 403 " in line.recv(200)


@pytest.mark.parametrize("name", ["model/ute/model.yml", "forms\\..\\..\\x.yml", "forms/C:x.yml"])
def test_nothing_outside_the_project_is_read_or_written(
    name: str, handler: SaveHandler, tmp_path: Path
) -> None:
    (tmp_path / "ute").mkdir()
    (handler.root / "model/ute").symlink_to(tmp_path / "ute")
    with pytest.raises(RefusedError):
        handler.answer("persistEntry", {"entry": {"path": name, "raw": "id: x"}})
    with pytest.raises(RefusedError):
        handler.answer("getEntry", {"path": name})
    assert list((tmp_path / "ute").iterdir()) == []


def test_two_tabs_do_not_write_over_each_other(server: Server) -> None:
    """The second has not seen what the first saved, so it must open the file again."""
    own = {"Origin": server.address.rstrip("/"), "Content-Type": "application/json"}
    name = "model/mini/model.yml"

    def asked(tab: str, action: str, **params: Any) -> tuple[int, Any]:
        body = json.dumps({"action": action, "params": params})
        return ask(server, "POST", "/api/v1", body, **own, **{"X-Tab": tab})

    raw = asked("a", "getEntry", path=name)[1]["data"]
    assert asked("b", "getEntry", path=name)[0] == 200

    def saved(tab: str, word: str) -> int:
        files = [{"path": name, "raw": raw.replace("title: Mini", f"title: {word}", 1)}]
        return asked(tab, "persistEntry", dataFiles=files)[0]

    assert (saved("a", "Første"), saved("a", "Igjen")) == (200, 200)
    assert saved("b", "Andre") == 422
    assert asked("b", "getEntry", path=name)[0] == 200
    assert saved("b", "Andre") == 200


def test_a_full_disk_is_told_and_the_file_is_as_it_was(
    handler: SaveHandler, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "model/mini/model.yml"
    before = handler.read(name)["data"]

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("handbook.web_editor.save_handler.write_whole", full)
    changed = before.replace("title: Mini", "title: Annen", 1)
    with pytest.raises(RefusedError, match="disken er full"):
        handler.save({"dataFiles": [{"path": name, "raw": changed}]})
    assert (handler.root / name).read_text("utf-8") == before


def test_without_npm_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages.shutil, "which", lambda _: None)
    with pytest.raises(EditorMissingError, match=r"trenger npm .* Installer Node\.js"):
        editor_scripts(tmp_path)


def test_a_failing_npm_is_told_in_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = subprocess.CompletedProcess([], 1, "", "\nnpm error network request failed\n")
    monkeypatch.setattr(packages.subprocess, "run", lambda *_, **__: said)
    with pytest.raises(EditorMissingError, match="npm sier: npm error network request failed"):
        editor_scripts(tmp_path)
    assert not list((tmp_path / packages.FOLDER).iterdir())


def test_the_lock_pins_two_packages_by_hash_and_names_no_registry() -> None:
    lock = json.loads((Path(packages.__file__).with_name("npm") / "package-lock.json").read_bytes())
    pinned = {name: one for name, one in lock["packages"].items() if name}
    assert set(pinned) == {"node_modules/decap-cms", "node_modules/yaml"}
    for one in pinned.values():
        assert one["integrity"].startswith("sha512-") and "resolved" not in one
