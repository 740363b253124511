"""From a sketch to a person with facts."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from empathy_sim.engine.wording import NAME
from empathy_sim.journey.calendar import MONTHS
from empathy_sim.journey.cast import Cast, Person
from empathy_sim.journey.journey import Like, Who
from empathy_sim.journey.script import Script
from empathy_sim.library.casting_draws import Draws
from empathy_sim.text.cleaning import clean_person

if TYPE_CHECKING:
    from faker import Faker

FALLBACK = "en_GB"

_PHONES = {
    "AU": "(02) 5550 ####",
    "CA": "(613) 555-01##",
    "DE": "030 23125 ###",
    "FR": "06 39 98 ## ##",
    "GB": "07700 900###",
    "IE": "020 91# ####",
    "SE": "08-465 004 ##",
    "US": "(202) 555-01##",
}
"""Ranges that each country's regulator keeps free for fiction."""
_PHONE_ELSEWHERE = "+44 7700 900###"
_MAIL_DOMAINS = ("example.com", "example.net", "example.org")
_FIRST_YEAR, _YEARS = 1950, 52
_DRAWING = Lock()
"""One person at a time is drawn: what draws them is made once, and seeded for each."""


def warm_up() -> None:
    """Load what casting needs, which takes long when it is first done."""
    _faker(FALLBACK, 0)


def cast_for(script: Script, seed: int) -> Cast:
    """Cast the customer of a script; the same seed casts the same person.

    Another version of Faker may cast another, so a session keeps what was cast.
    """
    draws = Draws(seed)
    locale = _locale(script.journey.customer.who.locale)
    with _DRAWING:
        person = _person(script.journey.customer.who, locale, draws)
    names = {f"customer.{name}": value for name, value in _said_of(person).items()}
    company = script.journey.company
    names |= {"company.name": company.name, "company.trade": company.trade}
    facts = {
        name: _worded(
            draws.like(fact.like, "fact", name) if isinstance(fact, Like) else fact,
            names,
        )
        for name, fact in script.journey.customer.holds.items()
    }
    return Cast(person=person, facts=facts, seed=seed, locale=locale)


def _locale(wanted: str) -> str:
    from faker.config import AVAILABLE_LOCALES  # noqa: PLC0415 - slow to load

    return wanted if wanted in AVAILABLE_LOCALES else FALLBACK


def _person(who: Who, locale: str, draws: Draws) -> Person:
    faker, english = _faker(locale, draws.seed), _faker(FALLBACK, draws.seed)

    def drawn(what: str) -> str:
        return _drawn(faker, what) or _drawn(english, what)

    first, last = drawn("first_name"), drawn("last_name")
    if who.first_name:
        first = draws.one_of(who.first_name, "first_name")
    if who.last_name:
        last = draws.one_of(who.last_name, "last_name")
    return Person(
        first_name=first,
        last_name=last,
        email=_email(first, last, draws),
        phone=draws.like(_PHONES.get(locale[-2:], _PHONE_ELSEWHERE), "phone"),
        street=drawn("street_address"),
        postcode=drawn("postcode"),
        town=drawn("city"),
        born=_born(draws),
    )


def _faker(locale: str, seed: int) -> Faker:
    """Draws what a seed has it draw, until it is seeded again."""
    faker = _unseeded(locale)
    faker.seed_instance(seed)
    return faker


@cache
def _unseeded(locale: str) -> Faker:
    from faker import Faker  # noqa: PLC0415 - slow to load

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a locale goes by a newer name
        return Faker(locale)


def _drawn(faker: Faker, what: str) -> str:
    """What Faker draws, on one line; empty where a locale does not have it."""
    draw = getattr(faker, what, None)
    lines = str(draw()).splitlines() if draw else []
    return clean_person(", ".join(lines)).strip()


def _email(first: str, last: str, draws: Draws) -> str:
    """An address at a domain that nobody can own (RFC 2606)."""
    parts = [part for part in (_plain(first), _plain(last)) if part]
    name = ".".join(parts) or f"customer{draws.number(1_000, 'mail')}"
    return f"{name}@{draws.one_of(_MAIL_DOMAINS, 'domain')}"


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]", "", bare.lower())


def _born(draws: Draws) -> str:
    day = 1 + draws.number(28, "day")
    year = _FIRST_YEAR + draws.number(_YEARS, "year")
    return f"{day} {draws.one_of(MONTHS, 'month')} {year}"


def _said_of(person: Person) -> Mapping[str, str]:
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "street": person.street,
        "postcode": person.postcode,
        "town": person.town,
        "born": person.born,
    }


def _worded(text: str, names: Mapping[str, str]) -> str:
    return NAME.sub(lambda found: names.get(found[1], found[0]), text)
