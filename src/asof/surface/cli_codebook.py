"""`asof codebook`: what codebooks there are and say, whether one is right, and a new one to begin with."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import WrongUse

if TYPE_CHECKING:
    from ..vocabulary.codebooks import Circumstance, Codebook, ContextType, EventType, Example

WIDTH = 88


@click.group()
def codebook() -> None:
    """The event types and the words that tell them: list and show codebooks, check one of your own, begin a new one.

    docs/CODEBOOKS.md says how one is written; no programming is needed. `asof read --codebook mine.yaml` reads by it.
    """


@codebook.command("list")
def list_() -> None:
    """List the codebooks that come with asof."""
    from ..vocabulary import codebooks

    for name in codebooks.names():
        book = codebooks.load(name)
        frames = sum(map(len, book.verbs.values())) + sum(map(len, book.nouns.values()))
        click.echo(f"{name} {book.version}: {len(book.types)} types, {len(book.contexts)} contexts, {frames} wordings")


@codebook.command()
@click.argument("name")
@click.argument("code", required=False)
def show(name: str, code: str | None) -> None:
    """Show a codebook's types and contexts (NAME, or the path of a file), or one with its words and examples."""
    from ..vocabulary import codebooks
    from ..vocabulary.codebooks.notation import nearest

    book = codebooks.load(name)
    if code is None:
        for entry in book.types.values():
            click.echo(f"{entry.code:24} {entry.quad:21} {entry.score:+5.1f}  {_first(entry.definition)}")
        for context in book.contexts.values():
            click.echo(f"{context.name:24} {'context':28} {_first(context.definition)}")
        return
    chosen, about = book.types.get(code.upper()), book.contexts.get(code.lower())
    if chosen is None and about is None:
        near = nearest(code.upper(), list(book.types)) if code.isupper() else ""
        near = near or nearest(code.lower(), list(book.contexts)) or nearest(code.upper(), list(book.types))
        raise WrongUse(f"The codebook {book.name!r} has no type or context {code!r}.{near}")
    for line in (*(_type(book, chosen) if chosen else ()), *(_context(book, about) if about else ())):
        click.echo(line)


def _first(text: str) -> str:
    return textwrap.shorten(text, 60, placeholder=" …")


def _type(book: Codebook, entry: EventType) -> Iterator[str]:
    from ..vocabulary.codebooks.crosswalks import to_cameo

    yield f"{entry.code}  {entry.label}"
    yield from _wrapped("", entry.definition)
    yield f"  quad       {entry.quad}, score {entry.score:+.1f}"
    if entry.parent:
        yield f"  parent     {entry.parent}"
    for role, words in (entry.roles or {}).items():
        needed = " (required)" if role == "recipient" and entry.recipient_required else ""
        yield f"  {role:10} {words}{needed}"
    if entry.when is not None:
        for key in ("target", "by", "modes"):
            yield from _wrapped(f"  {key}", ", ".join(sorted(getattr(entry.when, key))))
    cameo = to_cameo(entry.code)
    if cameo:
        yield f"  CAMEO      {cameo}"
    yield from _wordings(book, entry.code, None)
    for name, mode in entry.modes.items():
        cameo = to_cameo(entry.code, name)
        yield ""
        yield f"  {name} ({mode.score:+.1f}{f', CAMEO {cameo}' if cameo else ''}): {mode.definition}"
        yield from _wordings(book, entry.code, name)


def _context(book: Codebook, context: ContextType) -> Iterator[str]:
    yield f"{context.name}  context"
    yield from _wrapped("", context.definition)
    yield from _wrapped("  not", context.excludes or "")
    yield f"  within     the event's {context.within}"
    yield from _wrapped("  names", ", ".join(sorted(context.names)))
    yield from _wrapped("  words", " · ".join(dict.fromkeys(wording.notation for wording in context.wordings)))
    for asked in context.circumstances:
        yield from _wrapped("  when", "; ".join(_circumstance(asked)))
    carried = [
        f"{t.code}/{m.name}" for t in book.types.values() for m in t.modes.values() if context.name in m.contexts
    ]
    yield from _wrapped("  modes", ", ".join(carried))
    yield from _examples(book, "context", context.name, None)


def _circumstance(asked: Circumstance) -> Iterator[str]:
    """What a circumstance asks for, as it is written."""
    if asked.types:
        yield f"types {', '.join(sorted(asked.types))}"
    for key in ("modes", "by", "target"):
        choice = getattr(asked, key)
        if choice is not None:
            yield f"{key} {', '.join([*sorted(choice.wanted), *('!' + word for word in sorted(choice.unwanted))])}"
    if asked.abroad:
        yield "abroad"


def _wordings(book: Codebook, code: str, mode: str | None) -> Iterator[str]:
    """Verbs, nouns and examples of a type or a mode, as they are written."""
    for title, index in (("verbs", book.verbs), ("nouns", book.nouns)):
        written = {f.notation: None for frames in index.values() for f in frames if (f.type, f.mode) == (code, mode)}
        yield from _wrapped(f"    {title}", " · ".join(written))
    yield from _examples(book, "type", code, mode)


def _examples(book: Codebook, kind: str, code: str, mode: str | None) -> Iterator[str]:
    for verdict in (True, False):
        for example in book.examples:
            if (example.kind, example.code, example.mode, example.expected) == (kind, code, mode, verdict):
                yield from _wrapped("    yes" if verdict else "    no", example.sentence)


def _wrapped(title: str, text: str) -> list[str]:
    first = f"{title:12} " if title else "  "
    folded = textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    return folded if text else []


@codebook.command()
@click.argument("name", metavar="FILE")
def check(name: str) -> None:
    """Check a codebook: every key and every wording, then each of its examples. Exits with 2 if anything is wrong."""
    book = checked(name)
    told = len(book.examples)
    click.echo(f"{name}: {len(book.types)} types, {told} examples, all coded as they say.")
    for line in _without_examples(book):
        click.echo(line, err=True)


def checked(name: str) -> Codebook:
    """The codebook, when it is right and all its examples are coded as they say."""
    from ..evaluate.examples import failures
    from ..vocabulary import codebooks

    book = codebooks.load(name)
    failed = [str(failure) for failure in failures(name)]
    if failed:
        raise WrongUse("\n".join([f"{name}: of {len(book.examples)} examples, {len(failed)} fail.", *failed]))
    return book


def _without_examples(book: Codebook) -> Iterator[str]:
    """What of the codebook's own has nothing to show that it works."""
    own: set[str] = {example.code for example in book.examples}
    shown: list[Example] = [example for example in book.examples if example.expected]
    for code in sorted(own - {example.code for example in shown}):
        yield f"asof: note: {code} has no example under `yes`: nothing shows that it is found."


@codebook.command()
@click.argument("file", type=click.Path(path_type=Path))
def new(file: Path) -> None:
    """Write a small codebook to begin with: two types, each line explained. Never writes over a file."""
    from ..vocabulary import codebooks

    if file.exists():
        raise WrongUse(f"{file} is there already. Give another name.")
    if file.suffix not in (".yaml", ".yml"):
        raise WrongUse(f"A codebook is a YAML file: {file}.yaml")
    try:
        file.write_text((codebooks.FOLDER / "template.yaml").read_text("utf-8"), encoding="utf-8")
    except OSError as error:
        raise WrongUse(f"{file} cannot be written: {error.strerror}.") from None
    click.echo(f"{file} written. Change it, then: asof codebook check {file}")
