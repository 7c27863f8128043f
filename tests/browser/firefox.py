"""Firefox as it is, spoken to in its own protocol (Marionette), without anything between."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_PREFERENCES = {
    "marionette.port": 0,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.alwaysOpenPanel": False,
    "browser.helperApps.neverAsk.saveToDisk": "application/pdf,application/json",
    "pdfjs.disabled": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "dom.disable_beforeunload": True,
}


class Firefox:
    """One Firefox with a profile of its own; downloads lie in `downloads`."""

    def __init__(self, home: Path, **preferences: Any) -> None:
        self.downloads = home / "downloads"
        self._profile = home / "profile"
        self._preferences = _PREFERENCES | preferences
        self._number = 0

    def __enter__(self) -> Self:
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        assert program, "Firefox mangler. Installer pakken «firefox-esr» (se .ci/run)."
        self.downloads.mkdir(parents=True)
        self._profile.mkdir()
        chosen = self._preferences | {"browser.download.dir": str(self.downloads)}
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in chosen.items())
        (self._profile / "user.js").write_text("\n".join(lines))
        self._program = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", str(self._profile)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._line = socket.create_connection(("127.0.0.1", self._port()), timeout=120)
        self._answer()  # it says who it is
        self.ask("NewSession", capabilities={"alwaysMatch": {"unhandledPromptBehavior": "accept"}})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._line.close()
        self._program.terminate()
        self._program.wait(30)

    def _port(self) -> int:
        told = self._profile / "MarionetteActivePort"
        for _ in range(600):
            if told.exists() and told.read_text().strip():
                return int(told.read_text())
            time.sleep(0.1)
        raise AssertionError("Firefox did not start")

    def _answer(self) -> Any:
        """`LENGTH:JSON`, as it comes."""
        size = b""
        while not size.endswith(b":"):
            size += self._line.recv(1)
        left, text = int(size[:-1]), b""
        while len(text) < left:
            text += self._line.recv(left - len(text))
        return json.loads(text)

    def ask(self, command: str, **told: Any) -> Any:
        """What a command of WebDriver answers. Raises AssertionError with Firefox's own words."""
        self._number += 1
        said = json.dumps([0, self._number, f"WebDriver:{command}", told]).encode()
        self._line.sendall(b"%d:%s" % (len(said), said))
        _, _, fault, answer = self._answer()
        assert not fault, fault
        return answer

    def go(self, address: str) -> None:
        self.ask("Navigate", url=address)

    def run(self, script: str, *told: Any) -> Any:
        """What a script on the page returns."""
        return self.ask("ExecuteScript", script=script, args=list(told))["value"]

    def wait(self, condition: str, seconds: float = 30) -> None:
        """Until a condition on the page holds."""
        end = time.monotonic() + seconds
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, condition
            time.sleep(0.1)

    def downloaded(self, press: str, seconds: float = 60) -> Path:
        """The file that pressing something gives."""
        before = set(self.downloads.iterdir())
        self.run("document.querySelector(arguments[0]).click()", press)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            new = [file for file in self.downloads.iterdir() if file not in before]
            if new and not any(file.suffix == ".part" or not file.stat().st_size for file in new):
                return new[0]
            time.sleep(0.1)
        raise AssertionError(f"no file from {press}")
