from __future__ import annotations

from asof.evaluate.align import locate, occurrences, pair, sentence_at

TEXT = "Nine died, the mayor said.\n\n“We counted twice,” the mayor said. “Then we\nwept.” Nine is not eleven."


def test_words_are_found_whatever_quotation_marks_and_spaces_stand_between() -> None:
    ((start, end),) = occurrences(TEXT, '"Then we wept."')
    assert TEXT[start:end] == "Then we\nwept"


def test_an_ellipsis_stands_for_omitted_text() -> None:
    (start, end), *_ = locate(TEXT, "We counted twice, … we wept.")
    assert TEXT[start:end] == "We counted twice,” the mayor said. “Then we\nwept"


def test_the_shortest_stretch_is_the_best() -> None:
    (start, end), *_ = locate(TEXT, "Nine … eleven")
    assert TEXT[start:end] == "Nine is not eleven"


def test_words_that_are_not_there_are_not_found() -> None:
    assert locate(TEXT, "ten died") == []
    assert locate(TEXT, "") == []


def test_no_part_of_a_word_is_found() -> None:
    assert occurrences("The unmarked", "marked") == []


def test_a_sentence_ends_with_its_paragraph() -> None:
    start, end = sentence_at(TEXT, 3)
    assert TEXT[start:end] == "Nine died, the mayor said."


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    assert pair([1, 2], [2, 3], lambda g, p: (-abs(g - p),) if abs(g - p) < 2 else None) == [(1, 0)]
    assert pair([1, 2], [2, 2], lambda g, p: (1,) if g <= p else None) == [(0, 0), (1, 1)]
