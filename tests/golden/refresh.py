"""Golden records of the bundled examples, and the README's generated blocks: `make golden` writes them anew.

Read the difference before committing it: it is what a change does to what people get.
"""

from __future__ import annotations

import json
from pathlib import Path

from asof import acquire, as_json, as_text, pipeline
from asof.model import Record
from tests.golden import readme

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


def records() -> list[Record]:
    """The records of the examples, as if read from the repository's root."""
    documents = [acquire.acquire(p.read_bytes(), file=p.relative_to(ROOT).as_posix()) for p in EXAMPLES]
    return list(pipeline.read_documents(documents))


def shown(record: Record) -> dict[str, str]:
    """What is kept of a record, by the name of its file."""
    stem = Path(record.report.file or "").stem
    pretty = json.dumps(json.loads(as_json(record)), ensure_ascii=False, indent=1)
    return {f"{stem}.txt": as_text(record).rstrip("\n") + "\n", f"{stem}.json": pretty + "\n"}


def main() -> None:
    """Write every golden file and the README."""
    for record in records():
        for name, content in shown(record).items():
            (GOLDEN / name).write_text(content, encoding="utf-8")
    path = ROOT / "README.md"
    path.write_text(readme.refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")
    path = ROOT / "docs" / "SCORES.md"
    path.write_text(readme.refreshed(path.read_text(encoding="utf-8"), short=False), encoding="utf-8")


if __name__ == "__main__":
    main()
