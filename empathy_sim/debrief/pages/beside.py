"""What can be drawn lived beside recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from empathy_sim.debrief.measures import Reading, by_id
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.phrases import minutes

_ONE_BY_ONE = 16


@dataclass(frozen=True, slots=True)
class Beside:
    """One number twice: as it was lived, and as the report has it."""

    head: str
    lived: int
    recorded: int
    unit: str
    """`min`, or nothing for a count."""
    lived_as: str
    """What was counted: `waiting`."""
    recorded_as: str

    @property
    def is_measured(self) -> bool:
        """Whether it is drawn as a length; a few things are drawn one by one."""
        return bool(self.unit) or self.most > _ONE_BY_ONE

    @property
    def most(self) -> int:
        """The larger of both, and at least one."""
        return max(self.lived, self.recorded, 1)


def besides(subject: Subject) -> tuple[Beside, ...]:
    """Every number that both sides know; only where they differ."""
    found = by_id((*subject.debrief.lived, *subject.debrief.recorded))
    those = (_waiting(found), _again(found), _lost(found), _promised(found))
    return tuple(
        each for each in those if each is not None and each.lived != each.recorded
    )


def _value(found: Mapping[str, Reading], measure: str) -> int:
    reading = found.get(measure)
    return (reading.value or 0) if reading else 0


def _missed(found: Mapping[str, Reading], measure: str) -> int | None:
    """How many of those counted did not count for it; None where none was counted."""
    reading = found.get(measure)
    if reading is None or not reading.of:
        return None
    return reading.of - (reading.value or 0)


def _waiting(found: Mapping[str, Reading]) -> Beside | None:
    reading = found.get("waiting_recorded")
    lived = minutes(_value(found, "minutes_waited"))
    if not lived or reading is None:
        return None
    return Beside(
        "Waiting",
        lived,
        minutes(reading.value or 0),
        "min",
        "everything that was waited",
        "what came before an answer",
    )


def _again(found: Mapping[str, Reading]) -> Beside | None:
    lived = _value(found, "needless_contacts")
    recorded = _missed(found, "first_contact_resolution")
    if not lived or recorded is None:
        return None
    return Beside(
        "Having to come back",
        lived,
        recorded,
        "",
        "contacts that should never have been needed",
        "contacts that count as not solved at the first",
    )


def _lost(found: Mapping[str, Reading]) -> Beside | None:
    lived = _value(found, "cut_off")
    if not lived or "abandonment" not in found:
        return None
    return Beside(
        "Calls lost",
        lived,
        _value(found, "abandonment"),
        "",
        "contacts that the company, or an empty battery, ended",
        "calls that count as abandoned",
    )


def _promised(found: Mapping[str, Reading]) -> Beside | None:
    lived = _value(found, "promises_moved") + _value(found, "promises_broken")
    recorded = _missed(found, "on_time_delivery")
    if not lived or recorded is None:
        return None
    return Beside(
        "Dates put off, and promises broken",
        lived,
        recorded,
        "",
        "dates put off, and promises broken",
        "dates that count as missed",
    )
