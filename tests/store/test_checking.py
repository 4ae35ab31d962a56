"""Whatever is changed behind the store's back is found and named."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import Connection, text

from asof.model import Record, Span
from asof.store import Store, encoding, schema
from tests.store.freeze import fill


def disarm(connection: Connection, table: str) -> None:
    if connection.dialect.name == "sqlite":
        for act in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER {table}_no_{act}"))
    else:
        connection.execute(text(f"DROP TRIGGER {table}_append_only ON {table}"))


def found(store: Store) -> set[tuple[str, str]]:
    """Tables and the words, without ids and values; the missing triggers are no news."""
    return {(one.table, one.text) for one in store.check() if "trigger" not in one.text}


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("contents", "UPDATE contents SET content = :other WHERE report = 1", "another sha256"),
        ("contents", "UPDATE contents SET content = :junk WHERE report = 1", "cannot be read"),
        ("contents", "DELETE FROM contents WHERE report = 1", "has no bytes"),
        ("reports", "UPDATE reports SET size = 5 WHERE no = 1", "instead of 5"),
        ("documents", "UPDATE documents SET record = :junk WHERE report = 1", "cannot be read"),
        ("documents", "DELETE FROM documents WHERE report = 1", "has no record"),
        ("claims", "DELETE FROM claims WHERE report = 2", "claims of its record are not"),
        ("claims", "INSERT INTO claims VALUES (5, 1)", "the index has"),
        ("tellings", "UPDATE tellings SET body = '{}' WHERE no = 1", "not a Telling"),
        ("counts", "UPDATE counts SET body = replace(body, 'killed', 'injured') WHERE no = 1", None),
        (
            "counts",
            "UPDATE counts SET body = replace(body, 'people', 'wolves') WHERE no = 1",
            "words are not in the text",
        ),
        ("counts", "UPDATE counts SET telling = NULL WHERE no = 1", "not those of its body"),
        ("statements", "UPDATE statements SET report = 2 WHERE no = 1", "is not in the record"),
        ("filings", "UPDATE filings SET body = '[' WHERE report = 1", "not a Filing"),
        ("decisions", "UPDATE decisions SET verdict = 'unsure' WHERE no = 1", "not those of its body"),
        ("decisions", "UPDATE decisions SET body = '[' WHERE no = 1", "not a Decision"),
        ("joins", "DELETE FROM joins", "is not joined to"),
        (
            "joins",
            "INSERT INTO joins SELECT a.id, b.id FROM tellings a, tellings b WHERE a.no = 2 AND b.no = 3",
            "no decision",
        ),
        ("incidents", "UPDATE incidents SET killed = 99 WHERE id = 'I-1'", "killed is 99 instead of 3"),
        ("incident_bodies", "UPDATE incident_bodies SET body = :junk", "cannot be read"),
        ("incident_bodies", "DELETE FROM incident_bodies", "cannot be read"),
        ("members", "DELETE FROM members", "its members"),
        ("incident_names", "DELETE FROM incident_names WHERE role = 'actor'", "its names"),
    ],
)
def test_a_change_behind_its_back_is_found(store: Store, table: str, change: str, said: str | None) -> None:
    fill(store)
    assert store.check() == []
    values = {"other": encoding.squeeze(b"other"), "junk": b"junk"}
    with store._changing() as connection:
        if schema.metadata.tables[table] in schema.APPEND_ONLY:
            disarm(connection, table)
        connection.execute(text(change), {name: value for name, value in values.items() if f":{name}" in change})
    if said is None:  # what reconciling made of a figure is its own affair; that it is there is the store's
        assert not found(store)
    else:
        assert any(said in words for _, words in found(store)), found(store)


def test_a_span_that_is_not_its_words_is_found(store: Store) -> None:
    fill(store)
    with store._changing() as connection:
        disarm(connection, "documents")
        row = connection.execute(text("SELECT record FROM documents WHERE report = 1")).scalar()
        record = encoding.unsqueeze_value(Record, row)
        event = dataclasses.replace(record.events[0], evidence=(Span(0, 3, "hit"),))
        wrong = encoding.squeeze_value(dataclasses.replace(record, events=(event,)))
        connection.execute(text("UPDATE documents SET record = :wrong WHERE report = 1"), {"wrong": wrong})
    assert found(store) == {("documents", "the text from 0 to 3 is not 'hit'")}


def test_full_text_that_is_missing_is_found(store: Store) -> None:
    fill(store)
    number, name = 3, "rowid" if store.engine == "sqlite" else "report"
    with store._changing() as connection:
        if store.engine == "sqlite":  # a contentless index cannot forget one: it is emptied
            connection.execute(text("INSERT INTO words (words) VALUES ('delete-all')"))
        else:
            connection.execute(text(f"DELETE FROM words WHERE {name} = {number}"))
    assert ("words", "is not in the full text") in found(store)


def test_a_missing_trigger_is_found(store: Store) -> None:
    with store._changing() as connection:
        disarm(connection, "decisions")
    assert [(one.table, one.text) for one in store.check()] == [
        ("decisions", "lacks the trigger that keeps its rows from being changed")
    ]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_row_that_points_to_nothing_is_found(store: Store) -> None:
    fill(store)
    with store._engine.connect() as connection:
        connection.connection.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            connection.execute(text("DELETE FROM incidents WHERE id = 'I-1'"))
    assert ("members", "points to a row of incidents that is not there") in found(store)
