"""The codebook's own examples are its tests; its notation and its errors are checked without a model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pytest

from asof.errors import WrongUse
from asof.evaluate.examples import Failure, failures
from asof.vocabulary import codebooks
from asof.vocabulary.codebooks import Example, Slot
from asof.vocabulary.codebooks.contexts import wordings
from asof.vocabulary.codebooks.notation import Misspelt, noun_frames, verb_frames

PLOVER = codebooks.load()
SETS: dict[str, Sequence[str]] = {"force": ["army"]}


@lru_cache(maxsize=1)
def failed() -> dict[Example, Failure]:
    """Every example read once, in one batch."""
    return {failure.example: failure for failure in failures("plover")}


@pytest.mark.parametrize("example", PLOVER.examples, ids=lambda example: f"{example.code}-{example.line}")
def test_an_example_is_coded_as_the_codebook_says(example: Example) -> None:
    assert example not in failed(), str(failed().get(example))


def test_plover_is_complete() -> None:
    assert len(PLOVER.types) == 16
    assert len(PLOVER.contexts) == 37
    assert {entry.quad for entry in PLOVER.types.values()} == set(codebooks.QUADS)
    assert {code for code, entry in PLOVER.types.items() if not entry.modes} == {
        "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID",
    }  # fmt: skip
    assert {code for code, entry in PLOVER.types.items() if entry.recipient_required} == {
        "COOPERATE",
        "AID",
        "SANCTION",
    }
    assert all(entry.roles and entry.code4 and len(entry.code4) == 4 for entry in PLOVER.types.values())


def test_every_type_and_every_mode_that_has_words_has_examples() -> None:
    told = {(example.code, example.mode) for example in PLOVER.examples if example.expected and example.kind == "type"}
    worded = {(frame.type, frame.mode) for frames in PLOVER.verbs.values() for frame in frames}
    assert worded <= told
    assert {code for code, mode in told} == set(PLOVER.types)


def test_every_context_says_what_it_is_and_has_examples_of_what_it_is_and_is_not() -> None:
    told = {(example.code, example.expected) for example in PLOVER.examples if example.kind == "context"}
    assert {code for code, _ in told} == set(PLOVER.contexts)
    assert {code for code, expected in told if expected} == {code for code, expected in told if not expected}
    assert all(context.definition and context.wordings for context in PLOVER.contexts.values())


def test_every_sector_that_a_context_asks_for_is_one_that_actors_have() -> None:
    sectors = {*nouns_by_sector(), "LEG", "JUD", "SPY", "PTY", "UNO", "IGO", "NGO", "PRE", "UAF", "none"}
    asked = {
        word
        for context in PLOVER.contexts.values()
        for side in (side for one in context.circumstances for side in (one.by, one.target) if side is not None)
        for word in (*side.wanted, *side.unwanted)
        if word.isupper()
    }
    assert asked | {sector for context in PLOVER.contexts.values() for sector in context.names} <= sectors


def nouns_by_sector() -> set[str]:
    rows = (Path(codebooks.__file__).parents[1] / "actors" / "nouns.tsv").read_text("utf-8").splitlines()
    return {row.split("\t")[0] for row in rows[1:]}


def test_notation_of_contexts() -> None:
    assert [(w.words, w.without) for w in wordings("pro-democracy march|@force !road", SETS)] == [
        (("pro", "-", "democracy", "army"), frozenset({"road"})),
        (("pro", "-", "democracy", "march"), frozenset({"road"})),
    ]
    assert wordings("seize .. power", {})[0].words == ("seize", "..", "power")
    assert wordings("women's group", {})[0].words == ("women", "'s", "group")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("!road", "no word that it could be found by"),
        ("%people", "`by` and `target` say who"),
        ("@forc march", "Did you mean 'force'"),
        ("road|", "a word is missing beside"),
        (".. road", "between two words"),
        ("road ..", "between two words"),
        ("road .. .. mine", "between two words"),
        ("road .. !town .. mine", "between two words"),
        ("road ..|to mine", "stands alone"),
        ("road !..", "stands alone"),
    ],
)
def test_misspelt_words_of_a_context_say_what_is_wrong(written: str, message: str) -> None:
    with pytest.raises(Misspelt, match=message):
        wordings(written, SETS)


def test_a_line_of_words_with_too_many_alternatives_is_refused_before_it_is_written_out() -> None:
    assert len(wordings("a|b|c|d e|f|g|h i|j", {})) == 32
    for written in (" ".join(["a|b|c|d"] * 8), " ".join(["a|b|c|d"] * 40)):
        with pytest.raises(Misspelt, match="wordings, of 1,000 at most: write it as several lines"):
            wordings(written, {})
        with pytest.raises(Misspelt, match="wordings, of 1,000 at most"):
            noun_frames(f"{written} of {{town}}", "T", None, {})


def test_a_codebook_adds_words_to_a_context_and_contexts_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        HEAD + "extends: plover\ncontexts:\n  health: {words: [guinea worm]}\n"
        "  school: {definition: Schools., words: [school]}\n  plain: Text alone is a definition.\n"
        + TYPE.replace("score: -9", "score: -9\n    modes: {n: {definition: x, contexts: [school]}}"),
        "utf-8",
    )
    book = codebooks.load(str(file))
    assert len(book.contexts) == 39
    assert book.contexts["health"].definition == PLOVER.contexts["health"].definition
    assert len(book.contexts["health"].wordings) == len(PLOVER.contexts["health"].wordings) + 1
    assert [name for name, _ in book.context_words["guinea"]] == ["health"]
    assert book.types["RAID"].modes["n"].contexts == ("school",)


def test_notation_of_verbs() -> None:
    (frame,) = verb_frames("<@force|%people> withdraw from {town|%place} !support", "RETREAT", "withdraw", SETS)
    assert (frame.lemma, frame.words, frame.object_of, frame.without) == ("withdraw", ("from",), "from", ("support",))
    assert frame.subject == Slot(frozenset({"army"}), frozenset({"people"}))
    assert frame.object == Slot(frozenset({"town"}), frozenset({"place"}))


def test_a_verb_may_have_two_slots_and_several_lemmas() -> None:
    frames = verb_frames("take|bring {%people} to {court} voice=passive", "ACCUSE", None, {})
    assert [frame.lemma for frame in frames] == ["take", "bring"]
    assert (frames[0].object_of, frames[0].beyond_of, frames[0].passive) == (None, "to", True)
    assert frames[0].beyond == Slot(frozenset({"court"}))


def test_notation_of_nouns() -> None:
    frames = noun_frames("car|truck bomb attack on {market} of=actor", "ASSAULT", None, {})
    assert [(frame.before, frame.lemma, frame.of) for frame in frames] == [
        (("car", "bomb"), "attack", "actor"),
        (("truck", "bomb"), "attack", "actor"),
    ]
    assert (frames[0].words, frames[0].object_of) == (("on",), "on")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("attack {@nowhere}", "no set '@nowhere'"),
        ("attack {@forc}", "Did you mean 'force'"),
        ("attack {%persons}", "no kind '%persons'.* Did you mean '%people'|no kind '%persons'"),
        ("attack {people", "bracket is not closed"),
        ("attack {}", "slot is empty"),
        ("{village}", "there is no verb"),
        ("attack voice=active", "Valid: by=speaker"),
        ("take {people} {court}", "one object, and one after a preposition"),
    ],
)
def test_a_misspelt_verb_says_what_is_wrong(written: str, message: str) -> None:
    with pytest.raises(Misspelt, match=message):
        verb_frames(written, "ASSAULT", None, SETS)


HEAD = "name: mine\nversion: 1\n"
SIEGE = "  SIEGE:\n    definition: A siege.\n    parent: RAID\n"
NIGHT = HEAD + "contexts:\n  night:\n    definition: x\n    when:\n"
TYPE = "types:\n  RAID:\n    definition: A raid.\n    quad: material conflict\n    score: -9\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (HEAD + "typs:\n", 3, "no key 'typs'.* Did you mean 'types'"),
        (HEAD + TYPE + "    verb: [raid]\n", 8, "type RAID has no key 'verb'.* Did you mean 'verbs'"),
        (HEAD + TYPE + "    verbs: raid\n", 8, "is a list"),
        (HEAD + TYPE + '    verbs: ["raid {@nowhere}"]\n', 8, "no set '@nowhere'"),
        (HEAD + TYPE + "  RAID:\n    definition: Again.\n", 8, "'RAID' stands twice, first in line 4"),
        (HEAD + TYPE.replace("material conflict", "material conflct"), 6, "Did you mean 'material conflict'"),
        (HEAD + TYPE.replace("-9", "nine"), 7, "'score' is a number"),
        (HEAD + TYPE.replace("RAID", "Raid"), 4, "is no code"),
        (HEAD + TYPE + "    parent: RIAD\n", 8, "'RIAD', which is not there.* Did you mean 'RAID'"),
        (HEAD + TYPE + "    parent: RAID\n", 8, "circle: RAID → RAID"),
        (HEAD + TYPE + "    when: {target: [clinic]}\n", 4, "`when` but no `parent`"),
        (HEAD + TYPE + SIEGE + "    when: {}\n", 8, "`when` of SIEGE is empty"),
        (HEAD + TYPE + SIEGE + "    when:\n      by: [army]\n      target: []\n", 13, "`target` is empty"),
        (HEAD + TYPE + "    examples: {maybe: [A raid took place.]}\n", 8, "no key 'maybe'"),
        (HEAD + "extends: plovr\n" + TYPE, 3, "no codebook 'plovr'.* Did you mean 'plover'"),
        (HEAD + "extends: plover\n" + TYPE.replace("RAID", "ASSAULT"), 5, "already in the codebook 'plover'"),
        (HEAD + TYPE + "    verbs: [raid {x}]\n", 8, "not YAML"),
        (HEAD + "contexts:\n  night: {words: [dark]}\n" + TYPE, 4, "context night has no definition"),
        (HEAD + "contexts:\n  night: {definition: x, word: [dark]}\n" + TYPE, 4, "Did you mean 'words'"),
        (
            HEAD + "contexts:\n  night: {definition: x, words: ['!dark']}\n" + TYPE,
            4,
            "no word that it could be found by",
        ),
        (HEAD + "contexts:\n  night: {definition: x, within: sentense}\n" + TYPE, 4, "Did you mean 'sentence'"),
        (HEAD + "contexts:\n  night: {definition: x, when: {types: [RAID]}}\n" + TYPE, 4, "is a list"),
        (HEAD + "contexts:\n  night: {definition: x, when: [{types: [RIAD]}]}\n" + TYPE, 4, "Did you mean 'RAID'"),
        (HEAD + "contexts:\n  night: {definition: x, when: [{modes: [dark]}]}\n" + TYPE, 4, "no mode 'dark'"),
        (HEAD + "contexts:\n  night: {definition: x, when: [{}]}\n" + TYPE, 4, "is empty"),
        (HEAD + "contexts:\n  night:\n" + TYPE, 4, "context night has keys below it"),
        (HEAD + "extends: plover\ncontexts:\n  health:\n" + TYPE, 5, "context health has keys below it"),
        (HEAD + "contexts:\n  night: [dark]\n" + TYPE, 4, "context night has keys below it"),
        (HEAD + "contexts:\n  night:\n    definition: [dark]\n" + TYPE, 5, "'definition' is text"),
        (HEAD + "contexts:\n  night:\n    definition:\n    words: [dark]\n" + TYPE, 5, "'definition' is text"),
        (HEAD + "contexts:\n  night:\n    definition: x\n    not: [day]\n" + TYPE, 6, "'not' is text"),
        (HEAD + "contexts:\n  night:\n    definition: x\n    words: {dark: far}\n" + TYPE, 6, "'words' is a list"),
        (HEAD + TYPE.replace("A raid.", "[A raid.]"), 5, "'definition' is text"),
        (HEAD + TYPE + "    parent: [RAID]\n", 8, "'parent' is text"),
        (HEAD + TYPE + "    roles: {actor: [army]}\n", 8, "'actor' is text"),
        (HEAD + TYPE + "    modes:\n      dark:\n        definition: [x]\n", 10, "'definition' is text"),
        (HEAD + TYPE + "    nouns: {raid: on}\n", 8, "'nouns' is a list"),
        (NIGHT + "      - {}\n" + TYPE, 4, "is empty"),
        (NIGHT + "      - modes: []\n" + TYPE, 7, "`modes` is empty"),
        (NIGHT + '      - abroad: "no"\n' + TYPE, 7, "is empty: it asks for"),
        (NIGHT + "      - types: [RAID]\n        target: []\n" + TYPE, 8, "`target` is empty"),
        (NIGHT + "      - types: [RAID]\n      - types: []\n" + TYPE, 8, "`types` is empty"),
        (NIGHT + "      - by: ['@none']\nsets: {none: []}\n" + TYPE, 7, "`by` is empty"),
        (NIGHT + "      - by: ['!']\n" + TYPE, 7, "a word is missing behind !"),
        (NIGHT + "      - types: [RAID]\n        abroad: [yes]\n" + TYPE, 8, "yes or no"),
        (HEAD + "contexts:\n  night: {definition: x, when: [{abroad: maybe}]}\n" + TYPE, 4, "yes or no"),
        (HEAD + "contexts:\n  night: {definition: x, when: [{by: ['@nobody']}]}\n" + TYPE, 4, "no set '@nobody'"),
        (
            HEAD + "contexts: {}\n" + TYPE + "    modes: {night: {definition: x, contexts: [dark]}}\n",
            9,
            "no context 'dark'",
        ),
    ],
)
def test_an_error_names_file_line_and_what_was_expected(text: str, line: int, message: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse, match=message) as caught:
        codebooks.load(str(file))
    assert str(caught.value).startswith(f"{file}:{line}: "), str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "found none"),
        ("- a list\n", "found none"),
        ("name: mine\n", "`version` is missing"),
        (HEAD, "there are no types"),
        (HEAD + TYPE + "weapons: {night: [lamp]}\n", "mode 'night', which no type"),
    ],
)
def test_what_is_missing_is_named(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse, match=message):
        codebooks.load(str(file))


def test_codebooks_that_extend_each_other_in_a_circle(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / f"{name}.yaml").write_text(f"name: {name}\nversion: 1\nextends: {other}.yaml\n{TYPE}", "utf-8")
    with pytest.raises(WrongUse, match=r"two.yaml:3: .*circle: one.yaml comes back"):
        codebooks.load(str(tmp_path / "one.yaml"))


def test_contexts_in_the_head_and_in_a_file_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(HEAD + TYPE, "utf-8")
    (tmp_path / "contexts.yaml").write_text("night: At night.\n", "utf-8")
    assert set(codebooks.load(str(tmp_path)).contexts) == {"night"}
    (tmp_path / "codebook.yaml").write_text(HEAD + TYPE + "contexts: {day: By day.}\n", "utf-8")
    with pytest.raises(WrongUse, match=r"contexts.yaml: contexts stand here or in codebook.yaml, not in both"):
        codebooks.load(str(tmp_path))


def test_a_code_in_two_files_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(HEAD + TYPE, "utf-8")
    (tmp_path / "raid.yaml").write_text("RAID:\n  definition: Again.\n", "utf-8")
    with pytest.raises(WrongUse, match=r"raid.yaml:1: code RAID is defined twice, first in .*codebook.yaml:4"):
        codebooks.load(str(tmp_path))


def test_an_unknown_codebook_is_named_with_the_known_ones() -> None:
    with pytest.raises(WrongUse, match="Valid: plover"):
        codebooks.load("no-such")
    with pytest.raises(WrongUse, match=r"asof codebook new mine\.yaml"):
        codebooks.load("mine.yaml")
