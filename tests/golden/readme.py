"""The README's generated parts: every `$ command` with what it prints, and the table of scores.

A block fenced as `console` begins with `$ ` and a command; what follows is its output. Lines after
`…` alone are cut. The table between `<!-- scores -->` and `<!-- /scores -->` comes from the floors.
docs/SCORES.md has the whole table.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from asof.evaluate import floors

ROOT = Path(__file__).parents[2]
CONSOLE = re.compile(r"(?<=^```console\n)\$ (?P<command>[^\n]+)\n(?P<output>.*?)(?=^```$)", re.M | re.S)
TABLE = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- /scores -->)", re.S)


def run(command: str) -> str:
    """What a command prints, run as the README's reader would: from the repository's root, asof installed."""
    found = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": found, "NO_COLOR": "1", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, f"{command!r} ended with {done.returncode}: {done.stderr}"
    return done.stdout.rstrip("\n") + "\n"


def _block(match: re.Match[str]) -> str:
    return f"$ {match['command']}\n{run(match['command'])}"


def refreshed(text: str, short: bool = True) -> str:
    """A document with every generated part made anew; `short`: with the README's table of scores."""
    return TABLE.sub(lambda _: floors.table(short), CONSOLE.sub(_block, text))
