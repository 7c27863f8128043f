"""`python -m handbook check`: the commands. The only room with a clock and exit codes."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from handbook.collector import collector_off
from handbook.commands import COMMANDS
from handbook.publishing import machine_faults


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 findings to mend, 2 misuse."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        with collector_off():  # also while the command is loaded, which is half of a check
            options, command = told(arguments)
            return int(command.run(options))
    except BrokenPipeError:  # whoever read, has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(machine_faults.told(error), file=sys.stderr)
        return 2


def told(arguments: list[str] | None) -> tuple[argparse.Namespace, ModuleType]:
    """What was asked for, and the command that does it; misuse exits with 2."""
    options = parser().parse_args(arguments)
    command = import_module(f"handbook.commands.{options.command.replace('-', '_')}")
    what = COMMANDS[options.command]
    own = argparse.ArgumentParser(prog=f"handbook {options.command}", description=what)
    command.arguments(own)
    own.parse_args(options.arguments, options)
    return options, command


def parser() -> argparse.ArgumentParser:
    """What comes before the command, and which commands there are."""
    lines = "\n".join(f"  {name:11} {what}" for name, what in COMMANDS.items())
    made = argparse.ArgumentParser(
        prog="handbook",
        description="Inkluderingshåndboka",
        epilog=f"kommandoer:\n{lines}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--root", type=Path, default=Path(), help="prosjektets mappe")
    made.add_argument(
        "--today", type=dt.date.fromisoformat, default=dt.date.today(), help="dato, ÅÅÅÅ-MM-DD"
    )
    made.add_argument("command", choices=COMMANDS, metavar="kommando", help="se under")
    made.add_argument("arguments", nargs=argparse.REMAINDER, help="det kommandoen tar imot")
    return made


if __name__ == "__main__":
    gc.disable()  # nobody looks for garbage in a process that ends
    code = main()
    gc.freeze()
    sys.exit(code)
