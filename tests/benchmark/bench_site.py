"""How long `make site` takes for the real handbook with all its files, cold and unchanged.

    python tests/benchmark/bench_site.py --rounds 3

A copy of the project is built without a cache, then again as it is, then, in one process as `make
serve` builds, after one sentence is edited. Wall is what somebody waits, CPU that of all processes.
The book of an edited handbook is set by processes that go on beside. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EDITED = "model/ia-vikar/model.yml"


def main() -> None:
    """Measure and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    rows: dict[str, list[tuple[float, float, float]]] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        project = _copy(Path(name) / "book")
        for _ in range(rounds):
            shutil.rmtree(project / ".cache", ignore_errors=True)
            rows.setdefault("kaldt", []).append(_build(project))
            rows.setdefault("uendret", []).append(_build(project))
        rows["én setning i make serve"] = [(0.0, _edit(project), 0.0)]
    print("| bygg | klokke s | CPU s | MB i hovedprosessen |\n|---|---|---|---|")
    for what, measured in rows.items():
        wall, cpu, size = (statistics.median(column) for column in zip(*measured, strict=True))
        print(f"| {what} | {wall:.1f} | {cpu:.2f} | {size:.0f} |")


def _copy(project: Path) -> Path:
    project.mkdir()
    for name in ("model", "forms", "docs"):
        shutil.copytree(ROOT / name, project / name)
    (project / "hooks").symlink_to(ROOT / "hooks")
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}


def _build(project: Path) -> tuple[float, float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict"]
    process = subprocess.Popen(command, cwd=project, env=_environment(), stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit("bygget stoppet")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, usage.ru_maxrss / 1024


def _edit(project: Path) -> float:
    script = Path(__file__).with_name("rebuild.py")
    command = [sys.executable, str(script), "mkdocs.yml", EDITED, str(project / "site")]
    run = subprocess.run(
        command, cwd=project, env=_environment(), check=True, capture_output=True, text=True
    )
    return float(run.stdout.split()[-1])


if __name__ == "__main__":
    main()
