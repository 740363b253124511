"""Sentences that every form of the kit has."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.phrases import capital, listed, many, number
from empathy_sim.line.contract import PACES
from empathy_sim.workshop.kit.cards import RoomCard
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.movers import Mover
from empathy_sim.workshop.kit.preparing import Copies
from empathy_sim.workshop.kit.seating_plan import Chair
from empathy_sim.workshop.kit.seats import LEAST
from empathy_sim.workshop.kit.sheet import Part, at_clock
from empathy_sim.workshop.kit.stages import StageGuide

ONLY_YOU = "For you alone: it tells what happens in the journey."
ALONE = "Nobody: plays alone"
OF_CHAIRS = ("Plays", "Watches, beside them", "Their own target meets them in")
OF_STAGES = ("Stage", "What can go wrong", "Kept so by", "A small thing done right")

OF_COPIES = ("The pages headed", "Print", "")
PRINTING = (
    "Print it in parts, for each is needed another number of times. In the print dialog "
    "look for the pages headed as below: each card and form begins a new page, with its "
    "name at the top. Print those pages alone, so many times. Where a form goes on to a "
    "second page, that belongs to it."
)


def how_often(copies: Copies) -> str:
    """`once`, `12 times`."""
    return "once" if copies.sheets == 1 else f"{copies.sheets} times"


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
        yield f"{_all(seats.playing)} play, each alone."
        return
    kinds = (
        (seats.alone, "alone"),
        (seats.pairs, "with somebody who watches"),
        (seats.threes, "with two who watch"),
    )
    held = [(count, how) for count, how in kinds if count]
    if seats.playing == 1:
        yield f"One plays, {held[0][1]}."
    elif len(held) == 1:
        yield f"{capital(number(seats.playing))} play, each {held[0][1]}."
    else:
        told = [f"{number(count)} {how}" for count, how in held]
        yield f"{capital(number(seats.playing))} play: {listed(told)}."


def _all(count: int) -> str:
    return "Both" if count == LEAST else f"All {number(count)}"


def when(part: Part, kit: Kit) -> str:
    """A part's beginning: by the clock where it is known, else by its minute."""
    return at_clock(part.begins, kit.starts) or f"minute {part.begins}"


def chairs(kit: Kit) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each screen with a department: who plays, who watches, and where it is met."""
    known = {each.department: each for each in kit.movers}
    for screen in kit.plan.named:
        mover = known[screen.plays.department]
        watch = [_watches(each, len(mover.meets)) for each in screen.watch]
        yield (
            capital(mover.department),
            ". ".join(watch) or ALONE,
            meets(mover) or (f"None; it can mend {many(mover.mends, 'target')}",),
        )


def meets(mover: Mover) -> tuple[str, ...]:
    """Where a department's own targets are met."""
    return tuple(f"“{each.stage}”: {each.kept_by}" for each in mover.meets)


def _watches(chair: Chair, of: int) -> str:
    if not chair.department:
        return "Anybody from another department"
    who = capital(chair.department)
    if chair.leader > 1:
        who = f"{capital(_ordinal(chair.leader))} leader from {chair.department}"
    return f"{who}: {_mends(chair.mends, of)}" if chair.mends else who


def _ordinal(leader: int) -> str:
    return {2: "a second", 3: "a third"}.get(leader, "one more")


def _mends(mended: int, of: int) -> str:
    if of == 1:
        return "can mend it"
    return f"can mend {'all' if mended >= of else number(mended)} of these"


def about_the_plan(kit: Kit) -> Iterator[str]:
    """How the others sit, and what the plan counts on."""
    yield from _others(kit)
    more = [
        f"{number(count)} from {each}"
        for each, count in kit.plan.leaders.items()
        if count > 1
    ]
    if more:
        yield (
            f"This counts on {listed(more)}. Where fewer come, the one who comes plays, "
            "and the chair to watch is for anybody from another department."
        )
    if kit.plan.unseated:
        yield (
            "In a room of this size there is no chair for "
            f"{listed(kit.plan.unseated)}. Whoever comes from there takes the chair of "
            "somebody who does not."
        )
    absent = [each.department for each in kit.movers if not each.is_here]
    if absent:
        yield (
            f"Nobody comes from {listed(absent)}. What is kept there is opened all the "
            "same; send them the page to forward."
        )
    else:
        yield (
            "If there is a department from which nobody comes, make this kit again with "
            "--departments and the names of the others."
        )


def _others(kit: Kit) -> Iterator[str]:
    watch = [len(each.watch) for each in kit.plan.others]
    count = len(watch) + sum(watch)
    if not count:
        return
    who = f"The other {number(count)} people"
    if count == 1:
        who = "The other person"
    elif not kit.plan.named:
        who = f"All {number(count)} people"
    if not sum(watch):
        plays = "plays" if count == 1 else "play"
        yield f"{who} {plays} alone, wherever they like."
        return
    alone = (
        f"{number(watch.count(0))} {'plays' if watch.count(0) == 1 else 'play'} alone"
    )
    kinds = [
        *([alone] if watch.count(0) else []),
        *_at_screens(watch.count(1), "one watches"),
        *_at_screens(watch.count(2), "two watch"),
    ]
    yield (
        f"{who} sit as they like: {listed(kinds)}. Nobody watches somebody from "
        "their own department."
    )


def _at_screens(count: int, watch: str) -> Iterator[str]:
    if count:
        yield f"at {many(count, 'screen')} one plays while {watch}"


SEATING = (
    (
        "Everybody plays the same journey from its beginning. Let a department's leader "
        "play where one of its own targets meets the customer. Who meets most of their "
        "own has somebody beside them who can mend it, and watches. Do not tell them "
        "why. Each line below is one screen."
    ),
    (
        "Nobody watches their own superior, or somebody who reports to them: let two "
        "change places. Who would rather not play, watches; that counts more than the "
        "plan."
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
