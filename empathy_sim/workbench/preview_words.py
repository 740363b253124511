"""What an author is told in a preview."""

from __future__ import annotations

from empathy_sim.errors import Usage
from empathy_sim.rehearsal.course import OVER
from empathy_sim.rehearsal.previewed import Reset
from empathy_sim.rehearsal.remembering import Spot
from empathy_sim.rehearsal.retracing import Divergence

FOUND_AGAIN = "You stand where you stood before."
STARTS_OVER = "It begins at the beginning now."


def spot_in_words(spot: Spot, *, alone: bool = False) -> str:
    """A visit, as `--at` would have it: `calling.queue`; or how it ended.

    Args:
        spot: where one stands.
        alone: whether a scenario plays by itself, in a stage that nobody has named.
    """
    if spot.stage == OVER:
        return f'the ending "{spot.touchpoint}"'
    return spot.touchpoint if alone else f"{spot.stage}.{spot.touchpoint}"


def said_in_one(refused: Usage) -> str:
    """Why something cannot be had, and what to try, in one line."""
    return " Try: ".join(filter(None, (refused.says, refused.try_)))


def told_of(reset: Reset, here: Spot, *, alone: bool = False) -> str:
    """What is to be said once the story was set anew; empty where nothing is.

    Args:
        reset: what came of it.
        here: where one stands now.
        alone: as for `spot_in_words`.
    """
    if reset.divergence is not None:
        return f"After this save, {diverged(reset.divergence, here, alone=alone)}"
    return FOUND_AGAIN if reset.found_again else ""


def diverged(apart: Divergence, here: Spot, *, alone: bool = False) -> str:
    """Where what was done led elsewhere, from the middle of a sentence on."""
    now = spot_in_words(here, alone=alone)
    wanted = spot_in_words(apart.wanted, alone=alone)
    says = f'"{apart.step.says}"' if apart.step is not None else "waiting"
    match apart.why:
        case "refused":
            told = f"{says} is not possible any more ({_clause(apart.says)}): "
        case "elsewhere":
            told = f"{says} no longer leads to {wanted}: "
        case _ if apart.step is None:
            told = f"waiting no longer leads to {wanted}: "
        case _:
            told = f"you no longer come to where {says} was done: "
    return f"{told}you stand at {now}.{_left(apart)}"


def _clause(says: str) -> str:
    return says.rstrip(".")


def _left(apart: Divergence) -> str:
    """What of the course is still remembered."""
    match apart.left:
        case 0:
            return ""
        case 1:
            return " One step is left: F7 tries it."
        case many:
            return f" {many} steps are left: F7 tries them."


def standing_words(file: str, errors: int, warnings: int, *, is_older: bool) -> str:
    """How a file stands, in a few words.

    Args:
        file: its name.
        errors: what keeps it from being played as it is.
        warnings: what does not.
        is_older: whether what is played is an earlier version of it.
    """
    if errors and is_older:
        return f"{_count(errors, 'problem')}: {file} as it was"
    if errors:
        return f"{_count(errors, 'problem')} in {file}"
    if is_older:
        return f"{file} as it was"
    if warnings:
        return f"{file} as saved, {_count(warnings, 'warning')}"
    return f"{file} as saved"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
