"""Sentences that every form of the kit has."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.phrases import capital, listed, many, number
from empathy_sim.line.contract import PACES
from empathy_sim.workshop.kit.cards import RoomCard
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.movers import Mover
from empathy_sim.workshop.kit.sheet import Part, at_clock
from empathy_sim.workshop.kit.stages import StageGuide

ONLY_YOU = "For you alone: it tells what happens in the journey."
OF_DEPARTMENTS = ("Department", "Its own target meets it in", "It sits")
OF_STAGES = ("Stage", "What can go wrong", "Kept so by", "A small thing done right")


def in_short(kit: Kit) -> Iterator[str]:
    """What this workshop is, in a few sentences."""
    yield (
        f"{many(kit.minutes, 'minute').capitalize()}, {kit.seats.people} people. "
        f"{' '.join(seated(kit))}"
    )
    yield (
        f"The journey takes about {many(kit.play, 'minute')} at this pace. "
        f"{PACES[kit.pace]}"
    )


def seated(kit: Kit) -> Iterator[str]:
    """Who plays alone, and who with somebody beside them."""
    seats = kit.seats
    if not seats.watching:
        yield f"All {seats.playing} play, each alone."
        return
    kinds = (
        (seats.alone, "alone"),
        (seats.pairs, "with one who watches"),
        (seats.threes, "with two who watch"),
    )
    told = [f"{count} {how}" for count, how in kinds if count]
    yield f"{seats.playing} play: {listed(told)}."


def when(part: Part, kit: Kit) -> str:
    """A part's beginning: by the clock where it is known, else by its minute."""
    return at_clock(part.begins, kit.starts) or f"minute {part.begins}"


def meets(mover: Mover) -> tuple[str, ...]:
    """Where a department's own targets are met."""
    return tuple(f"“{each.stage}”: {each.kept_by}" for each in mover.meets)


def sits(mover: Mover) -> str:
    """Where a department's leaders sit, and beside whom."""
    if not mover.is_here:
        return (
            "Nobody comes from there. What it keeps is opened all the same; send them "
            "the page to forward."
        )
    if not mover.meets:
        return f"Watches: it can mend {many(mover.mends, 'target')} of others."
    if not mover.beside:
        return "Plays. It can mend this by itself."
    first = capital(mover.beside[0])
    return f"Plays. {first} sits beside, to watch: {_mends(mover)}."


def _mends(mover: Mover) -> str:
    if len(mover.meets) == 1:
        return "they can mend it"
    if mover.mended >= len(mover.meets):
        return "they can mend all of these"
    return f"they can mend {number(mover.mended)} of these"


def pair_says(pair: tuple[str, str]) -> str:
    """Two departments that must move together."""
    return capital(listed(pair))


SEATING = (
    (
        "Everybody plays the same journey from its beginning. Let the leaders of a "
        "department play, not watch, where one of its own targets meets the customer; and "
        "seat beside them, to watch, whoever can mend it. Do not tell them why."
    ),
    (
        "Nobody watches their own superior, or somebody who reports to them. Who would "
        "rather not play, watches. If two come from a department, one of them watches."
    ),
)
GUESS = (
    "Guess before it begins, without asking anybody. Nobody is meant to guess well. "
    "The last column is for afterwards."
)
COMMITMENT = (
    "If",
    "then I will",
    "Seen to by",
    "With, in another department",
    "By",
    "We look at it together on",
)


def lasts(part: Part) -> str:
    """`5 minutes`, as a run sheet says it."""
    return f"{part.lasts} minute{'' if part.lasts == 1 else 's'}"


def stage_says(stage: StageGuide) -> str:
    """A stage, and about how long one is in it."""
    return (
        f"{stage.title} (about {stage.minutes} min)" if stage.minutes else stage.title
    )


def kept_by(stage: StageGuide) -> tuple[str, ...]:
    """The targets that keep a stage as it is, each once."""
    told = (f"{capital(each.department)}: {each.kept_by}" for each in stage.behind)
    return tuple(dict.fromkeys(told))


def of_room_card(card: RoomCard) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The four parts of a room card, each with its heading."""
    return (
        ("Come in", card.comes_in),
        ("What happens", card.happens),
        ("What is recorded, and who sees it", card.seen),
        ("Stop", card.stops),
    )
