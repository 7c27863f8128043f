"""Runs the site's own scripts outside a browser, with node. A machine without node fails."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parents[2] / "hooks/theme/assets/js"

_FRAME = """
const fs = require('node:fs');
const vm = require('node:vm');
for (const file of process.argv.slice(1)) vm.runInThisContext(fs.readFileSync(file, 'utf8'), file);
const input = JSON.parse(fs.readFileSync(0, 'utf8'));
%s
process.stdout.write(JSON.stringify(out));
"""


def run_node(code: str, given: Any, *scripts: str) -> Any:
    """What `code` leaves in `out`; it sees `given` as `input` and what the scripts offer."""
    run = subprocess.run(
        ["node", "-e", _FRAME % code, *(str(SCRIPTS / script) for script in scripts)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
