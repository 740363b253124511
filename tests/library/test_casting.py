"""The customer is invented, always in the same way."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from empathy_sim.journey.journey import Like, Who
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import compose_journey
from empathy_sim.text.cleaning import offences
from tests.library.small_library import write_library

SEEDS = st.integers(min_value=0, max_value=2**63)
FICTIONAL = {
    "en_GB": r"07700 900\d{3}",
    "en_US": r"\(202\) 555-01\d\d",
    "de_DE": r"030 23125 \d{3}",
    "fr_FR": r"06 39 98 \d\d \d\d",
    "ja_JP": r"\+44 7700 900\d{3}",
}


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Script:
    made = compose_journey(write_library(tmp_path_factory.mktemp("library"))).script
    assert made is not None
    return made


def with_customer(script: Script, **changed: object) -> Script:
    customer = replace(script.journey.customer, **changed)
    journey = replace(script.journey, customer=customer)
    return replace(script, journey=journey)


@given(seed=SEEDS)
def test_the_same_seed_casts_the_same_customer(script: Script, seed: int) -> None:
    cast = cast_for(script, seed)

    assert cast_for(script, seed) == cast
    assert cast.seed == seed


def test_customers_cast_at_once_are_those_cast_one_by_one(script: Script) -> None:
    abroad = with_customer(script, who=Who(locale="fr_FR"))
    asked = [(each, seed) for seed in range(60) for each in (script, abroad)]
    one_by_one = [cast_for(*each) for each in asked]
    with ThreadPoolExecutor(4) as threads:
        at_once = [*threads.map(lambda each: cast_for(*each), asked)]

    assert at_once == one_by_one


def test_other_seeds_cast_others(script: Script) -> None:
    cast = {cast_for(script, seed).person for seed in range(30)}

    assert len({person.name for person in cast}) > 20
    assert len({person.phone for person in cast}) > 20


@given(seed=SEEDS)
def test_a_fact_is_drawn_to_its_pattern(script: Script, seed: int) -> None:
    number = cast_for(script, seed).facts["order_number"]

    assert re.fullmatch(r"AB-\d{4}-[A-HJ-NP-Z]{2}", number)


@given(seed=SEEDS)
def test_a_fact_in_words_names_the_customer(script: Script, seed: int) -> None:
    cast = cast_for(script, seed)

    assert cast.facts["account"] == f"Mx {cast.person.last_name}, with Fold and Son"


def test_a_further_fact_changes_no_other(script: Script) -> None:
    before = cast_for(script, 7)

    more = {"card": Like(like="####"), **script.journey.customer.holds}
    after = cast_for(with_customer(script, holds=more), 7)

    assert after.person == before.person
    assert {name: after.facts[name] for name in before.facts} == before.facts


@given(seed=SEEDS, locale=st.sampled_from(sorted(FICTIONAL)))
def test_nobody_real_can_be_called_or_written_to(
    script: Script, seed: int, locale: str
) -> None:
    person = cast_for(with_customer(script, who=Who(locale=locale)), seed).person

    assert re.fullmatch(FICTIONAL[locale], person.phone)
    assert re.fullmatch(r"[a-z0-9.]+@example\.(com|net|org)", person.email)


@given(seed=SEEDS, locale=st.sampled_from(sorted(FICTIONAL)))
def test_every_line_of_a_customer_is_there_and_can_be_shown(
    script: Script, seed: int, locale: str
) -> None:
    person = cast_for(with_customer(script, who=Who(locale=locale)), seed).person

    said = [getattr(person, name) for name in person.__struct_fields__]
    assert all(text and "\n" not in text for text in said)
    assert not any(offences(text) for text in said)


@given(seed=SEEDS)
def test_a_birth_date_does_not_depend_on_today(script: Script, seed: int) -> None:
    born = cast_for(script, seed).person.born

    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ (19[5-9]\d|200[01])", born)


def test_a_name_is_one_of_those_that_the_author_gives(script: Script) -> None:
    who = Who(first_name=("Margaret", "Edith"), last_name=("Hale",))

    people = [
        cast_for(with_customer(script, who=who), seed).person for seed in range(20)
    ]

    assert {person.name for person in people} == {"Margaret Hale", "Edith Hale"}
    assert {person.email.partition("@")[0] for person in people} == {
        "margaret.hale",
        "edith.hale",
    }


@pytest.mark.parametrize("locale", ["xx_XX", "", "../etc", "tlh"])
def test_an_unknown_locale_is_played_in_english(script: Script, locale: str) -> None:
    cast = cast_for(with_customer(script, who=Who(locale=locale)), 1)

    assert cast.locale == "en_GB"
    assert cast.person == cast_for(script, 1).person


@pytest.mark.long
def test_every_locale_casts_somebody(script: Script) -> None:
    from faker.config import AVAILABLE_LOCALES  # noqa: PLC0415

    for locale in sorted(AVAILABLE_LOCALES):
        for seed in range(5):
            cast = cast_for(with_customer(script, who=Who(locale=locale)), seed)
            assert cast.person.name.strip()
            assert cast.person.town


def test_the_folder_of_the_library_is_left_as_it_was(tmp_path: Path) -> None:
    journey = write_library(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    made = compose_journey(journey).script
    assert made is not None
    cast_for(made, 3)

    assert sorted(tmp_path.rglob("*")) == before
