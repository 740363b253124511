"""A cast: one session's person, facts and seed."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.journey.noun import Noun


class Person(Noun, frozen=True, kw_only=True):
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


class Cast(Noun, frozen=True, kw_only=True):
    """Drawn once, kept in the first event; Faker may change afterwards."""

    person: Person
    facts: Mapping[str, str]
    """What the customer knows and must copy by hand."""
    seed: int
    locale: str
