"""`asof actors`: who is who, as asof knows it and as a user's own tables add to it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import WrongUse

if TYPE_CHECKING:
    from ..vocabulary.actors import Entry, Registry

VARIABLE = "ASOF_ACTORS"
FILE = click.option(
    "--actors", "files", multiple=True, metavar="FILE",
    help="A table of your own actors over asof's (see `asof actors check --help`); also ASOF_ACTORS. May be repeated.",
)  # fmt: skip


def use(files: tuple[str, ...]) -> None:
    """Let the registry read these files over its own tables, after a look at every one of them."""
    if files:
        from ..vocabulary.actors import registry

        os.environ[VARIABLE] = os.pathsep.join(files)
        registry.cache_clear()
    named = [name for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name]
    if named:
        from ..vocabulary.actors.additions import read

        for name in named:
            read(Path(name))


@click.group()
def actors() -> None:
    """Who is who: states and their bodies, organisations, armed groups, office holders, and your own."""


@actors.command("list")
@click.option("--country", metavar="ISO3", help="Only those of this country (ISO 3166 alpha-3).")
@click.option("--sector", metavar="CODE", help="Only those of this PLOVER sector (REB, GOV, MIL …).")
@click.option("--kind", type=click.Choice(["person", "group", "organisation", "state"]), help="Only this kind.")
@FILE
def listed(country: str | None, sector: str | None, kind: str | None, files: tuple[str, ...]) -> None:
    """List actors: id, name, country, sector and years, separated by tabs."""
    use(files)
    from ..vocabulary.actors import SECTORS, registry
    from ..vocabulary.codebooks.notation import nearest

    known = registry()
    if country is not None and country not in known.states:
        raise WrongUse(f"There is no country {country!r}.{nearest(country, sorted(known.states))}")
    if sector is not None and sector not in SECTORS:
        raise WrongUse(f"There is no sector {sector!r}. Known: {', '.join(sorted(SECTORS))}.")
    for entry in sorted(known.entries.values(), key=lambda entry: entry.id):
        if country in (None, entry.country) and sector in (None, entry.sector) and kind in (None, entry.kind):
            cells = (entry.id, entry.name, entry.country or "", entry.sector or "", entry.years or "")
            click.echo("\t".join(cells).rstrip("\t"))


@actors.command()
@click.argument("name")
@FILE
def show(name: str, files: tuple[str, ...]) -> None:
    """Show one actor, by its name, another name of it, or its id."""
    use(files)
    from ..vocabulary.actors import fold, registry
    from ..vocabulary.codebooks.notation import nearest

    known = registry()
    wanted = fold(name).lower()
    found = {a.entry.id: a.entry for a in known.aliases if fold(a.text).lower() == wanted}
    if name in known.entries:
        found = {name: known.entries[name]}
    if not found:
        names = {fold(alias.text).lower(): alias.text for alias in known.aliases}
        raise WrongUse(f"No actor is called {name!r}.{nearest(wanted, list(names))} Try: asof actors find {name!r}")
    click.echo("\n\n".join("\n".join(_lines(entry, known)) for entry in found.values()))


def _lines(entry: Entry, known: Registry) -> list[str]:
    """All that is known of an actor, a line each."""
    aliases = [alias for alias in known.aliases if alias.entry.id == entry.id and alias.text != entry.name]
    names = [alias.text for alias in aliases if alias.use == "name"]
    facts = [
        ("id", entry.id), ("kind", entry.kind), ("country", entry.country), ("sector", entry.sector),
        ("years", entry.years), ("regions", ", ".join(entry.regions)), ("members", ", ".join(entry.members)),
        ("also", ", ".join(names)), ("people", ", ".join(a.text for a in aliases if a.use == "origin")),
        ("seats", ", ".join(a.text for a in aliases if a.use == "metonym")), ("code", entry.code),
        ("wikidata", entry.wikidata),
    ]  # fmt: skip
    lines = [entry.name, *(f"  {label:8} {value}" for label, value in facts if value)]
    for term in sorted((t for t in known.terms if t.person.id == entry.id), key=lambda term: term.start):
        doubt = "" if term.certain else "  (not certain)"
        where = f" of {term.country}" if term.country else ""
        lines.append(f"  {term.start} to {term.end or 'now'}: {term.office or term.code}{where}{doubt}")
    return lines


@actors.command()
@click.argument("words")
@click.option("--date", "moment", metavar="DATE", help="On which day, ISO 8601; offices are dated. Default: today.")
@click.option("--about", metavar="ISO3", help="The country that the text is about, for words that name none.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many candidates.")
@FILE
def find(words: str, moment: str | None, about: str | None, limit: int, files: tuple[str, ...]) -> None:
    """Find who may be meant by words such as "rebels in North Kivu" or "the Russian president", and why."""
    use(files)
    from ..vocabulary.actors.find import find as look

    found = look(words, moment, about, limit)
    click.echo(f"country {found.country or 'unknown'}, sector {found.sector or 'unknown'}")
    for reason in found.why:
        click.echo(f"  {reason}")
    for guess in found.guesses:
        click.echo(f"{guess.score:.1f}  {guess.entry.name}  [{guess.entry.id}]  {'; '.join(guess.why)}")
    if not found.guesses:
        click.echo("no candidate")


@actors.command()
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
def check(files: tuple[str, ...]) -> None:
    """Check tables of your own actors: tabs or commas, the first line names the columns.

    \b
    name      needed; a name that asof knows changes that actor, another adds one
    aliases   other names, joined by |; @ before a seat of power
    kind      person, group, organisation, state
    country   ISO 3166 alpha-3 (or IGO, UNO, NGO, EUR)
    sector    PLOVER's: GOV, MIL, REB, COP, PTY …
    years     founded and ended: 2012- or 1964-2016
    office, start, end    a term of office: one row each, ISO dates, no end while it lasts
    gender, regions, members, wikidata, code

    A term that you give ends asof's own open term of that office. A file with a mistake is not used at all.
    """
    from ..vocabulary.actors.additions import read

    problems = []
    for name in files:
        try:
            click.echo(f"{name}: {len(read(Path(name)))} rows")
        except WrongUse as error:
            problems.append(str(error))
    if problems:
        raise WrongUse("\n".join(problems))


@actors.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", type=click.Path(path_type=Path), help="Write the table here instead of to standard output.")
def imported(file: Path, out: Path | None) -> None:
    """Turn an actor dictionary of PETRARCH's format into a table that --actors reads."""
    from ..vocabulary.actors import additions, petrarch

    table = petrarch.convert(file.read_text("utf-8", errors="replace"), str(file))
    rows = additions.parse(table, str(out or file))
    if out is None:
        click.echo(table, nl=False)
    else:
        out.write_text(table, encoding="utf-8")
    click.echo(f"{file}: {len(rows)} rows", file=sys.stderr)
