from __future__ import annotations

import pytest

from asof.evaluate.naming import same_actor, same_actors, same_place

SAME = [
    ("Kenya", "Government of Kenya"),
    ("Kenya", "Nairobi"),
    ("Kenya", "Kenyan government"),
    ("Peruvian army", "army of Peru"),
    ("Peruvian army", "Peru's military"),
    ("Ministry of Foreign Affairs of Peru", "Peruvian foreign ministry"),
    ("National Rescue Service of Chile", "Chile's national rescue services"),
    ("National Rescue Service", "National Rescue Service of Chile"),
    ("UNHCR", "United Nations High Commissioner for Refugees"),
    ("ECOWAS", "ecowas"),
    ("Fishermen's Union", "the Fishermen’s Union"),
    ("José Ñamandú", "Jose Namandu"),
    ("Prime Minister Ana Quispe", "Ana Quispe"),
    ("a local official", "an official"),
    ("three residents of Masaya", "three residents"),
]
DIFFERENT = [
    ("M7", "M7 police"),
    ("army", "Peruvian army"),
    ("United Nations", "UN Security Council"),
    ("Peru", "Chile"),
    ("Union", "African Union"),
    ("Falcon Brigade", "Brigade"),
    ("a witness", "an official"),
    ("Ana Quispe", "Rosa Quispe"),
    ("Ana Quispe", None),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_actor_under_two_names(one: str, other: str) -> None:
    assert same_actor(one, other)
    assert same_actor(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_actors_with_like_names(one: str, other: str | None) -> None:
    assert not same_actor(one, other)
    assert not same_actor(other, one)


def test_a_surname_is_enough_for_a_person_only() -> None:
    assert same_actor("Ana Quispe", "Quispe", person=True)
    assert not same_actor("Ana Quispe", "Quispe")


def test_two_nulls_are_the_same() -> None:
    assert same_actor(None, None)


def test_sets_of_actors_ignore_order_and_count_everyone() -> None:
    assert same_actors(["Chile", "Peru"], ["Government of Peru", "Chile"])
    assert not same_actors(["Chile", "Peru"], ["Peru"])
    assert not same_actors(["Peru"], ["Peru", "Government of Peru"])


def test_places_by_words_and_by_state() -> None:
    assert same_place("Côte d'Ivoire", "Ivory Coast")
    assert same_place("airport of Kisumu", "Kisumu airport")
    assert same_place("Cauca department", "Cauca")
    assert not same_place("North Kivu", "South Kivu")
    assert not same_place("Goma district", "Goma")
