"""A cast: one session's person, facts and seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from empathy_sim.journey.noun import Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Noun):
    """Whom the leader plays; nobody real."""

    first_name: str
    last_name: str
    email: str
    phone: str
    street: str
    postcode: str
    town: str
    born: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast(Noun):
    """Drawn once, kept in the first event; Faker may change afterwards."""

    person: Person
    facts: Mapping[str, str]
    """What the customer knows and must copy by hand."""
    seed: int
    locale: str
