"""What every registered component must keep, asof's own and those of other packages."""

from __future__ import annotations

from dataclasses import fields

import pytest

from asof import pipeline, registry
from asof.annotate import parse
from asof.errors import WrongUse
from asof.model import Document, Part, Report
from asof.reading import Reading
from tests.conftest import Examples, spans_in

FIELDS = {field.name for field in fields(Reading)}
NAMES = registry.names()


@pytest.fixture(params=NAMES)
def component(request: pytest.FixtureRequest) -> registry.Component:
    return registry.component(request.param)


def before(component: registry.Component) -> list[registry.Component]:
    """The components that run before this one."""
    return [registry.component(name) for name in NAMES[: NAMES.index(component.name)]]


def test_it_declares_what_it_needs_and_gives(component: registry.Component) -> None:
    assert component.name in NAMES
    assert component.version
    assert component.provides
    assert set(component.requires) | set(component.provides) <= FIELDS


def test_what_it_gives_is_what_it_declares_with_spans_that_hold(
    component: registry.Component, examples: Examples
) -> None:
    for reading in examples.readings():
        pipeline.annotate(reading, before(component))
        given = component(reading)
        assert set(given) <= {*component.provides, "skipped"}
        for values in given.values():
            assert isinstance(values, tuple)
            for span in spans_in(values):
                assert reading.document.text[span.start : span.end] == span.text


def test_it_changes_nothing_but_says_what_to_attach(component: registry.Component, examples: Examples) -> None:
    reading = examples.readings()[0]
    pipeline.annotate(reading, before(component))
    held = {name: getattr(reading, name) for name in FIELDS if not name.startswith("_")}
    component(reading)
    assert all(getattr(reading, name) is value for name, value in held.items())


def test_the_same_reading_gives_the_same(component: registry.Component, examples: Examples) -> None:
    one, other = examples.readings()[0], examples.readings()[0]
    pipeline.annotate(one, before(component))
    pipeline.annotate(other, [registry.component(item.name) for item in before(component)])
    assert component(one) == registry.component(component.name)(other) == component(one)


def test_it_works_when_nothing_ran_before_it(component: registry.Component, examples: Examples) -> None:
    component(examples.readings()[0])


@pytest.mark.parametrize("text", ["", "\n", "No", "—"])
def test_it_tolerates_an_empty_document(component: registry.Component, text: str) -> None:
    parts = (Part("headline", 0, len(text)),) if text.strip() else ()
    reading = parse.parse(Document(Report(sha256="0" * 64, size=len(text)), text, parts))
    assert all(values == () for name, values in component(reading).items() if name != "skipped" and len(text) < 2)


def test_all_together_need_nothing_that_is_not_there() -> None:
    registry.check(pipeline.default_components())


class Demanding:
    name, version, requires, provides = "demanding", "1", ("horoscopes",), ("times",)

    def __call__(self, reading: Reading) -> dict[str, tuple[object, ...]]:
        return {}


class Overreaching(Demanding):
    name, requires = "overreaching", ()

    def __call__(self, reading: Reading) -> dict[str, tuple[object, ...]]:
        return {"places": ()}


def test_a_need_that_nothing_meets_is_refused_before_the_first_report() -> None:
    with pytest.raises(WrongUse, match="'demanding' requires horoscopes"):
        registry.check([Demanding()])


def test_what_was_not_declared_is_refused(examples: Examples) -> None:
    with pytest.raises(TypeError, match="'overreaching' returned 'places'"):
        pipeline.annotate(examples.readings()[0], [Overreaching()])


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(WrongUse, match=r"places.*incidents"):
        registry.component("horoscopes")
