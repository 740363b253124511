"""What was guessed before, beside what was measured."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.helping import Help
from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.phrases import minutes
from empathy_sim.engine import events as e
from empathy_sim.journey.journey import Prediction

_TIMES_ASKED = "times_asked."
_UNITS = {
    "minutes": ("minute", "minutes"),
    "times": ("", ""),
    "days": ("day", "days"),
    "people": ("person", "people"),
    "percent": ("per cent", "per cent"),
}
_WAYS = {
    "minutes": ("longer", "shorter"),
    "days": ("longer", "shorter"),
    "percent": ("higher", "lower"),
}
"""Which way a measure lies from the guess; others are more or fewer."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """One guess, and what came of it."""

    id: str
    asks: str
    """The question, as it was asked."""
    measures: str
    unit: str
    guessed: int | None
    """None where no guess was made."""
    measured: int | None
    """In the same unit; None where the thing never happened."""
    gap: int | None
    """The calibration gap: measured less guessed; None without one of them."""
    says: str
    evidence: tuple[int, ...]


def foretold_by(account: Account, lived: tuple[Reading, ...]) -> tuple[Foretold, ...]:
    """Every prediction of the journey, in its order."""
    asked = account.script.journey.predictions
    return tuple(_foretold(each, account, lived) for each in asked)


def _foretold(
    asked: Prediction, account: Account, lived: tuple[Reading, ...]
) -> Foretold:
    reading = reading_of(lived, asked.measures)
    guessed, seqs = _guess(asked.id, account)
    measured = _measured(asked.measures, reading)
    gap = None if guessed is None or measured is None else measured - guessed
    return Foretold(
        id=asked.id,
        asks=account.names.words(asked.asks),
        measures=asked.measures,
        unit=asked.unit,
        guessed=guessed,
        measured=measured,
        gap=gap,
        says=_says(asked, guessed, measured, _never(asked.measures, account.help)),
        evidence=(*seqs, *(reading.evidence if reading else ())),
    )


def _guess(prediction: str, account: Account) -> tuple[int | None, tuple[int, ...]]:
    found: tuple[int | None, tuple[int, ...]] = (None, ())
    for each in account.log.of(e.Predicted):
        match each.event:
            case e.Predicted(prediction=name, value=value) if name == prediction:
                found = (value, (each.seq,))
            case _:
                pass
    return found


def _measured(measures: str, reading: Reading | None) -> int | None:
    if reading is None:
        return 0 if measures.startswith(_TIMES_ASKED) else None
    if reading.value is not None and reading.measure.unit == "story_ms":
        return minutes(reading.value)
    return reading.value


def _says(
    asked: Prediction, guessed: int | None, measured: int | None, never: str
) -> str:
    said = (
        "You made no guess."
        if guessed is None
        else f"You said {_in_unit(guessed, asked)}."
    )
    if measured is None:
        return f"{said} {never}"
    found = f"{said} It was {_in_unit(measured, asked)}."
    if guessed is None:
        return found
    if guessed == measured:
        return f"{found} That is what you said."
    above, below = _WAYS.get(asked.unit, ("more", "fewer"))
    way = above if measured > guessed else below
    gap = _gap(abs(measured - guessed), asked)
    return f"{found} That is {gap} {way} than you said."


def _never(measures: str, sought: Help) -> str:
    if measures != "minutes_to_help":
        return "It was not measured."
    if not sought.contacts:
        return "It never came to that: nobody was asked for help."
    if not sought.needed:
        return "It never came to that: nothing had gone wrong."
    if sought.picked_up:
        return "It never came to that: it ended as somebody picked up."
    return "It never came to that: nobody able to help was reached."


def _gap(count: int, asked: Prediction) -> str:
    """The gap between two shares is in points, not per cent."""
    if asked.unit == "percent":
        return f"{count} {'point' if count == 1 else 'points'}"
    return _in_unit(count, asked)


def _in_unit(count: int, asked: Prediction) -> str:
    one, more = _UNITS[asked.unit]
    return f"{count:,} {one if count == 1 else more}".rstrip()
