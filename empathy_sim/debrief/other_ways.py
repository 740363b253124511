"""Would another choice have helped?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.helping import Help
from empathy_sim.debrief.outcome import stopping
from empathy_sim.debrief.phrases import capital, lasting, listed, many, number
from empathy_sim.debrief.placed import Place
from empathy_sim.engine import events as e
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.state import State, before
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.exploring import least_to_help
from empathy_sim.rehearsal.remembering import standing_before
from empathy_sim.rehearsal.retelling import steps_of
from empathy_sim.rehearsal.stepping import Step
from empathy_sim.rehearsal.ways import Choice, Way, WayOption, Ways

RULE = (
    "Simulated: from where you first looked for help, every choice was tried, with at "
    "most three visits to each place. Nobody in it reads, thinks or types, so yours is "
    "taken as quick as it could have been."
)
"""How the ways were found, as it is told beside them."""
NOT_SOUGHT = "Nobody was asked for help, so there is nothing to set beside it."
WHERE = "Where does yours lie?"
_AT_MOST = 3
"""Choices told in a sentence."""
_MILLION = 1_000_000
_BIG = ("million", "billion", "trillion", "quadrillion")
_EXITS: Mapping[str, str] = {
    "answered": "one waits for an answer",
    "dropped": "one waits, and the line goes dead",
    "handed_over": "one is handed over",
    "hung_up": "one hangs up",
    "left": "one leaves",
    "locked": "one is locked out",
    "passed": "one waits",
    "read": "one reads on",
    "timed_out": "one presses nothing",
    "transferred": "one is put through",
}
"""Ways out of a place that nobody chose by their words, as clauses."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stood who first looked for help, and what was done from there."""

    start: State
    """To explore from."""
    steps: tuple[Step, ...]
    """What was left from there on, and how."""
    helped: bool
    """Whether somebody able to help was reached."""

    def least(self) -> int | None:
        """The least in which these steps reach help, in story milliseconds.

        Returns:
            None where they do not, or cannot be gone as quickly.
        """
        return least_to_help(self.start, self.steps)


def standing_of(account: Account) -> Standing | None:
    """Where help was first looked for; None where nobody was asked for any."""
    sought = account.help
    if not sought.contacts:
        return None
    events = tuple(each.event for each in account.log)
    start = standing_before(account.script, events, sought.contacts[0].began_seq)
    if start.phase != "playing":
        start = _at_first(account)
    # A visit that is under way has been entered and not been left.
    left = sum(start.visits.values()) - bool(start.touchpoint)
    return Standing(start, steps_of(_own(events))[left:], _helped(sought, events))


def _at_first(account: Account) -> State:
    """At the first touchpoint, where that itself was the asking."""
    first = account.log.first(e.TouchpointEntered)
    known = first.seq if first else 0
    rest = account.log[known:]
    # What is told at the same moment belongs to the coming there.
    for each in rest:
        if first is None or each.event.felt_ms != first.event.felt_ms:
            break
        known = each.seq
    return fold(before(account.script), (x.event for x in account.log[:known]))


def _own(events: tuple[e.Event, ...]) -> Iterator[e.Event]:
    """The journey's own events: what follows its end is none of it."""
    for each in events:
        yield each
        if isinstance(each, e.JourneyEnded | e.JourneyLeft):
            return


def _helped(sought: Help, events: tuple[e.Event, ...]) -> bool:
    ended = [each for each in events if isinstance(each, e.JourneyEnded)]
    return sought.helped_ms is not None or any(x.outcome == "solved" for x in ended)


@dataclass(frozen=True, slots=True)
class WayTold:
    """One way, in a sentence."""

    id: Literal["best", "median", "worst"]
    head: str
    """`The soonest`."""
    says: str
    helped_ms: int
    """Story milliseconds to help."""


@dataclass(frozen=True, slots=True)
class OtherWays:
    """What every other choice would have come to, in sentences."""

    says: tuple[str, ...]
    """How many ways there were, how many reached help, how many sooner than this."""
    told: tuple[WayTold, ...]
    """The soonest, the one in the middle and the longest; none where none helps."""
    mattered: tuple[str, ...]
    """Where it mattered for the time to help what was chosen, most first."""
    no_way_back: str
    """After which choices no way leads to help; empty where there are none."""
    yours_ms: int | None
    """The least in which the participant's own way reaches help; None if it does not."""
    sooner: int
    """How many ways reached help sooner than that."""
    rule: str = RULE
    simulated: Literal[True] = True


def ways_in_words(account: Account, standing: Standing, ways: Ways) -> OtherWays:
    """What was found, as it is told.

    Args:
        account: what the participant lived.
        standing: where it was explored from.
        ways: what was found there.
    """
    yours = standing.least()
    sooner = ways.sooner_than(yours)
    return OtherWays(
        says=tuple(_counted(account, ways, yours, sooner, helped=standing.helped)),
        told=tuple(_told(ways)),
        mattered=tuple(_mattered(account, ways)),
        no_way_back=_no_way_back(ways),
        yours_ms=yours,
        sooner=sooner,
    )


def _counted(
    account: Account, ways: Ways, yours: int | None, sooner: int, *, helped: bool
) -> Iterator[str]:
    if not ways.ways:
        yield "Nothing could have been done otherwise from there on."
        return
    there = "There was one way on" if ways.ways == 1 else f"{_big(ways.ways)} ways on"
    if not ways.whole:
        there = f"{_big(ways.ways)} ways on were tried, and there are more"
    stops = stopping(account.script, ways.outcomes)
    if stops and not ways.helped:
        yield f"{capital(there)}. {capital(_stop(stops, ways))}."
        yield from _untold(account)
        return
    reached = "None of them reached" if not ways.helped else _reached(ways)
    yield f"{capital(there)}. {capital(reached)} somebody able to help, or settled it without."
    if not ways.helped:
        yield "No other choice would have helped."
    elif yours is None and helped:
        yield "Yours reached it too, in a way that is not among these."
    elif yours is None:
        yield "Yours did not."
    elif not sooner:
        yield f"None of those reached it sooner than yours could: {_to_help(yours)}."
    else:
        share = _share(sooner, ways.helped)
        yield (
            f"Of those, {share} reached it sooner than yours could: yours in "
            f"{_to_help(yours)}."
        )


def _stop(stops: int, ways: Ways) -> str:
    """How many ways stop too soon to tell, and what is known of the others."""
    before = "the story stops before it tells whether there was help"
    if stops >= ways.ways:
        return f"in {'it' if stops == 1 else 'each of them'} {before}"
    return f"in {_big(stops)} of them {before}; in the others there was none"


def _untold(account: Account) -> Iterator[str]:
    if account.help.picked_up:
        yield "Yours stops as somebody picks up."
    yield (
        "This is one episode by itself: it cannot say whether another choice would have "
        "helped."
    )


def _reached(ways: Ways) -> str:
    if ways.helped == ways.ways:
        return "Each of them reached"
    share = f", {_share(ways.helped, ways.ways)}," if ways.ways > _TEN else ""
    return f"{_big(ways.helped)} of them{share} reached"


def _share(part: int, whole: int) -> str:
    """`one in seven`, `nine in ten`; of what is nearly all or nothing, the count."""
    if part == whole:
        return "each of these" if whole > 1 else "the only one"
    if part * 2 <= whole:
        return f"one in {_big(round(whole / part))}"
    tenth = min(_TEN - 1, round(part * _TEN / whole))
    return f"{number(tenth)} in ten"


_TEN = 10


def _big(count: int) -> str:
    """A count, also a very large one: `2,599,718`, `3.2 billion`."""
    if count < 1_000 * _MILLION:
        return number(count) if count <= _TEN else f"{count:,}"
    size, name = 1_000 * _MILLION, 1
    while count >= size * 1_000 and name < len(_BIG) - 1:
        size, name = size * 1_000, name + 1
    if count >= size * 1_000:
        return f"more than a thousand {_BIG[-1]}"
    return f"{count / size:.1f} {_BIG[name]}"


def _to_help(milliseconds: int) -> str:
    return lasting(milliseconds) if milliseconds else "no time at all"


def _told(ways: Ways) -> Iterator[WayTold]:
    if ways.best is not None and ways.best.helped_ms is not None:
        yield _way("best", "The soonest", ways.best)
    times = dict(ways.times)
    if len(times) > 1 and ways.median is not None and ways.worst is not None:
        yield _way("median", "The one in the middle", ways.median)
        yield _way("worst", "The longest", ways.worst)


def _way(name: Literal["best", "median", "worst"], head: str, way: Way) -> WayTold:
    helped = way.helped_ms or 0
    says = (
        f"{_to_help(helped)} to help, with {many(way.contacts, 'contact')}: "
        f"{', '.join(_passed(way, helped))}."
    )
    return WayTold(name, head, capital(says), helped)


def _passed(way: Way, helped_ms: int) -> Iterator[str]:
    """The stages gone through until help was there, each once in a row."""
    before = ""
    for step in way.steps:
        if step.at_ms > helped_ms and before:
            return
        if step.title != before:
            yield step.title.rstrip(".?!")
        before = step.title


def _mattered(account: Account, ways: Ways) -> Iterator[str]:
    those = (each for each in ways.choices if each.differs_ms >= MINUTE)
    yield from islice(filter(None, (_of(account, each) for each in those)), _AT_MOST)


def _of(account: Account, choice: Choice) -> str:
    """What one choice mattered; empty where both are as long, as it is told."""
    reached = [each for each in choice.options if each.best_ms is not None]
    best, worst = reached[0], reached[-1]
    sooner, later = (_to_help(each.best_ms or 0) for each in (best, worst))
    if sooner == later:
        return ""
    return (
        f"{_place(account, choice)}: at best {sooner} to help where {_chosen(best)}, "
        f"and {later} where {_chosen(worst)}."
    )


def _no_way_back(ways: Ways) -> str:
    """The choices, by their own words, after which nobody is reached any more."""
    lost = dict.fromkeys(
        f'"{option.says.rstrip(".")}" ({choice.title.rstrip(".?!")})'
        for choice in ways.choices
        for option in choice.options
        if option.best_ms is None and option.says
    )
    if not lost:
        return ""
    some = [*lost][:_AT_MOST]
    more = len(lost) - len(some)
    told = [*some, f"{many(more, 'other')}"] if more else some
    return f"No way leads to help any more after {listed(told)}."


def _place(account: Account, choice: Choice) -> str:
    stage = account.script.stages.get(choice.stage)
    noun = stage.scenario.touchpoints.get(choice.touchpoint) if stage else None
    kind = noun.kind if noun else ""
    return account.names.place(Place(choice.stage, choice.touchpoint, kind))


def _chosen(option: WayOption) -> str:
    """What is done, as a clause."""
    if option.says:
        return f'one takes "{option.says.rstrip(".")}"'
    words = option.exit.replace("_", " ").replace("-", " ")
    return _EXITS.get(option.exit, f'it goes by "{words}"')
