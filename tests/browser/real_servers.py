"""The web servers of the world, run with the very set-ups that lie in `docs/hosting/`."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from project import ROOT

_WEBROOT = "/var/www/inkluderingshandboka/current"
_HOST = "inkluderingshandboka.example"


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[str]:
    """The site served by nginx, after nginx itself has judged the set-up."""
    program, port = _program("nginx"), _free_port()
    text = _filled("nginx.conf", site, {"listen 80;": f"listen 127.0.0.1:{port};"})
    (folder / "site.conf").write_text(text, encoding="utf-8")
    (folder / "mime.types").symlink_to("/etc/nginx/mime.types")
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off; pid {folder}/pid; error_log stderr;\n"
        + (f"user {getpass.getuser()};\n" if os.geteuid() == 0 else "")
        + f"events {{}}\nhttp {{ access_log off; {places} include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    command = [program, "-c", str(config), "-e", "stderr"]
    judged = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert judged.returncode == 0, judged.stderr
    assert "warn" not in judged.stderr, judged.stderr
    with _running(command, folder, f"http://127.0.0.1:{port}/") as address:
        yield address


@contextmanager
def caddy(site: Path, folder: Path) -> Iterator[str]:
    """The site served by Caddy, after Caddy itself has judged the set-up."""
    program, port = _program("caddy"), _free_port()
    text = _filled("Caddyfile", site, {f"{_HOST} {{": f"http://127.0.0.1:{port} {{"})
    config = folder / "Caddyfile"
    config.write_text("{\n    admin off\n}\n" + text, encoding="utf-8")
    chosen = ["--config", str(config), "--adapter", "caddyfile"]
    judged = subprocess.run(
        [program, "validate", *chosen], capture_output=True, text=True, env=_env(folder)
    )
    assert judged.returncode == 0, judged.stderr
    with _running([program, "run", *chosen], folder, f"http://127.0.0.1:{port}/") as address:
        yield address


SERVERS: dict[str, Callable[[Path, Path], AbstractContextManager[str]]] = {
    "nginx": nginx,
    "caddy": caddy,
}


def _program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    assert found, f"{name} mangler. Installer pakken (se .ci/run)."
    return found


def _filled(name: str, site: Path, changes: dict[str, str]) -> str:
    """What an operator does with the set-up: says where the site lies and what it is called."""
    text = (ROOT / "docs/hosting" / name).read_text(encoding="utf-8")
    for old, new in {f"root {_WEBROOT}": f"root {site}", f"root * {_WEBROOT}": f"root * {site}",
                     f" {_WEBROOT}/_": f" {site}/_",
                     **changes}.items():  # fmt: skip
        text = text.replace(old, new)
    assert str(site) in text
    return text


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _env(folder: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}


@contextmanager
def _running(command: list[str], folder: Path, address: str) -> Iterator[str]:
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=_env(folder))
        try:
            _wait(process, address, log)
            yield address
        finally:
            process.terminate()
            process.wait(10)


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    for _ in range(100):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text(encoding="utf-8"))
