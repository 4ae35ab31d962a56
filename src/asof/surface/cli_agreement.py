"""Commands for a review by several people: a sample, how far two coders agree, reviewed reports as gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import WrongUse
from .cli_ask import STORE, asking, lines, shelf, show_json, show_lines

if TYPE_CHECKING:
    from ..agreement import Alpha
    from ..model import Record


@click.command()
@STORE
@click.option("--size", type=click.IntRange(1, 10_000), default=40, show_default=True, metavar="N")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, metavar="N", help="Another number, "
              "another draw.")  # fmt: skip
def sample(url: str | None, size: int, seed: int) -> None:
    """Draw figures and events for two coders, and print the sample's name: whoever uses it has the same claims."""
    from .. import reviewing

    with shelf(url) as asked:
        click.echo(reviewing.sample(asked, size, seed).name)


@click.command()
@click.argument("coders", nargs=-1, metavar="CODER CODER")
@asking
@click.option("--sample", "name", metavar="NAME", help="Only on the claims of this sample.")
def agreement(coders: tuple[str, ...], url: str | None, form: str, name: str | None) -> None:
    """Show how far two coders agree: Krippendorff's alpha for every value that both reviewed. Without names, list who
    has reviewed anything.

    Kinds and names are compared as nominal values, numbers as interval ones. 1 is perfect, 0 is chance; Krippendorff
    asks for 0.8, and for 0.667 at the least.
    """
    from .. import reviewing

    if len(coders) not in (0, 2):
        raise WrongUse("Give two coders, or none to list them.")
    with shelf(url) as asked:
        if not coders:
            show_lines(reviewing.coders(asked))
            return
        found = reviewing.agreement(asked, coders[0], coders[1], reviewing.named(name) if name else None)
    if form == "json":
        for one in found:
            alpha = one.alpha
            show_json({"about": one.about, "alpha": alpha.value, "level": alpha.level, "units": alpha.units,
                       "same": alpha.same})  # fmt: skip
        return
    page = lines()
    for one in found:
        show_lines(page.block(f"{one.about:22} {shown(one.alpha)}", 0))
    if not found:
        click.echo(f"There is nothing that both {coders[0]} and {coders[1]} reviewed.", err=True)


def shown(alpha: Alpha) -> str:
    """Alpha in words: the number, of how many units, and how often the two said the same."""
    units = f"{alpha.units} unit{'' if alpha.units == 1 else 's'}"
    if alpha.same is None:
        return "nothing that both said anything of"
    same = f"the same in {alpha.same:.0%}"
    if alpha.value is None:
        return f"  –     {units}, {same}: nothing varies, so that alpha says nothing"
    return f"{alpha.value:6.3f}  {units}, {same} ({alpha.level})"


@click.command()
@STORE
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="A new or empty folder.")  # fmt: skip
@click.option("--about", default="Reviewed reports.", metavar="WORDS", help="What the gold is of, in one sentence.")
def gold(url: str | None, out: Path, about: str) -> None:
    """Write the reviewed reports as gold: their bytes, and a gold.json that `asof evaluate reports FOLDER` scores
    against.

    A report is reviewed when every figure and every event of it was accepted, corrected or rejected. Corrected values
    stand in place, what was rejected is left out; quotes and places are as they were read.
    """
    from .. import reviewing
    from ..evaluate import reports_gold

    if out.exists() and any(out.iterdir()):
        raise WrongUse(f"{out} is not empty. Give a new folder.")
    out.mkdir(parents=True, exist_ok=True)
    made = []
    with shelf(url) as asked:
        for report in reviewing.reviewed(asked):
            record, content = asked.record(report), asked.content(report)
            assert record is not None and content is not None  # what was reviewed is kept
            file = _file(record)
            (out / file).write_bytes(content)
            made.append(reports_gold.gold(record, file, asked.corrections((report,))))
    whole = {"stream": out.name, "about": about, "reviewed": list(reports_gold.REVIEWED), "reports": made}
    (out / "gold.json").write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    click.echo(f"{out}: {len(made)} reviewed report{'' if len(made) == 1 else 's'}.", err=True)


def _file(record: Record) -> str:
    """A name for the report's bytes: that which they had, behind the first digits of their digest."""
    name = Path(record.report.file or "report.txt").name
    safe = "".join(char if char.isalnum() or char in "._-" else "-" for char in name)[-60:]
    return f"{record.report.sha256[:8]}-{safe}"


COMMANDS = (sample, agreement, gold)
