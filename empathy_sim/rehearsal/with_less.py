"""The same journey for customers who have less."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.state import State
from empathy_sim.engine.wording import in_words, is_share, worded
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE, spoken
from empathy_sim.rehearsal.following import begin_like, followed
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import MOST_MOVES
from empathy_sim.rehearsal.stepping import SOLVED

LessId = Literal["half_the_battery", "a_short_break", "one_try"]
SHORT_BREAK = 15 * MINUTE
_HALF = 2


class Stopped(Struct, frozen=True):
    """Where a journey stopped."""

    stage: str
    title: str
    """The stage's title."""
    touchpoint: str
    story_ms: int
    when: str
    """`Monday 12:58`; with its date where either took more than a week."""


class WithLess(Struct, frozen=True):
    """The journey of a customer with less, who else does what the participant did.

    Nobody lived this: it is simulated, by the rule that is stated with it.
    """

    id: LessId
    says: str
    rule: str
    """What is otherwise, in a sentence."""
    stopped: Stopped
    """Where it stopped by the rule; else where it ended."""
    by_the_rule: bool
    """Whether the rule stopped it; else it came to an ending of the journey."""
    outcome: str
    """`gave_up` where the rule stopped it; else the ending's."""
    helped: bool
    """Whether somebody able to help was reached by then, or it was solved."""
    undone: tuple[str, ...]
    """Titles of the stages the participant came to, and this customer did not."""
    open_promises: tuple[str, ...]
    """What had been promised by then and not been kept, as the journey says it."""
    simulated: Literal[True] = True


class _Customer(NamedTuple):
    """One who has less."""

    id: LessId
    says: str
    rule: str
    script: Script
    stops: Callable[[e.Event], bool]


def with_less(
    script: Script, cast: Cast, log: Sequence[e.Event]
) -> tuple[WithLess, ...]:
    """Where the same journey would have stopped for three customers with less.

    One with half the battery stops when a call is cut short by it; one with a short
    break, when that is over; one who tries once, when the line is lost, or the first
    contact is broken off. A customer is left out where the journey has no such thing.

    Args:
        script: what was played.
        cast: whom the participant played.
        log: everything that the participant did.
    """
    came_to = _stages(log)
    return tuple(_lived(each, cast, log, came_to) for each in _customers(script))


def _customers(script: Script) -> Iterator[_Customer]:
    resources = script.journey.customer.resources
    for name, noun in resources.items():
        if noun.at_zero == "drops_call" and noun.starts >= _HALF:
            yield _half_the_battery(script, name, noun)
            break
    for name, noun in resources.items():
        if _is_a_break(noun) and noun.starts > SHORT_BREAK:
            yield _a_short_break(script, name, noun)
            break
    yield _Customer(
        "one_try",
        "One try",
        "This customer tries once: where the line is lost, or a contact broken off "
        "with nothing solved, that is the end of it.",
        script,
        _is_broken_off,
    )


def _is_a_break(noun: Resource) -> bool:
    """Whether it is so much of each day's clock."""
    by_the_clock = noun.drains.amount == noun.drains.per and not is_share(noun.starts)
    return by_the_clock and noun.scope == "day"


def _half_the_battery(script: Script, name: str, noun: Resource) -> _Customer:
    half = noun.starts // _HALF
    had, has = in_words(noun.starts, noun.starts), in_words(half, noun.starts)
    return _Customer(
        "half_the_battery",
        "Half the battery",
        f"This customer's {_called(name, noun)} begins at {has}, not {had}; when it "
        "goes out in a call, that is the end of it.",
        _starting(script, name, half),
        _ends_by_battery,
    )


def _a_short_break(script: Script, name: str, noun: Resource) -> _Customer:
    return _Customer(
        "a_short_break",
        "A 15-minute break",
        f"This customer's {_called(name, noun)} is {spoken(SHORT_BREAK)}, not "
        f"{spoken(noun.starts)}; when it is over, that is the end of it.",
        _starting(script, name, SHORT_BREAK),
        lambda event: _is_used_up(event, name),
    )


def _called(name: str, noun: Resource) -> str:
    return (noun.says or name.replace("_", " ")).lower()


def _starting(script: Script, name: str, level: int) -> Script:
    """The script with less of a resource."""
    customer = script.journey.customer
    resources: Mapping[str, Resource] = {
        **customer.resources,
        name: replace(customer.resources[name], starts=level),
    }
    less = replace(customer, resources=resources)
    return replace(script, journey=replace(script.journey, customer=less))


def _ends_by_battery(event: e.Event) -> bool:
    match event:
        case e.ContactEnded(by="battery"):
            return True
        case _:
            return False


def _is_used_up(event: e.Event, name: str) -> bool:
    match event:
        case e.ResourceCrossed(resource=resource, mark="zero"):
            return resource == name
        case _:
            return False


def _is_broken_off(event: e.Event) -> bool:
    match event:
        case e.ContactEnded(how=how):
            return how != "finished"
        case _:
            return False


def _lived(
    customer: _Customer, cast: Cast, log: Sequence[e.Event], came_to: tuple[str, ...]
) -> WithLess:
    play, follower = begin_like(customer.script, cast, log), followed(log)
    until = _stops_at(customer, play, 0)
    while until is None and not play.state.is_over and play.moves < MOST_MOVES:
        known = len(play.log)
        follower.step(play)
        until = _stops_at(customer, play, known)
    lived = play.log[:until]
    reached = _stages(lived)
    undone = (stage for stage in came_to if stage not in reached)
    return WithLess(
        id=customer.id,
        says=customer.says,
        rule=customer.rule,
        stopped=_stopped(lived, play.state, log[-1].story_ms if log else 0),
        by_the_rule=until is not None,
        outcome=_outcome(lived) if until is None else "gave_up",
        helped=any(map(_is_help, lived)),
        undone=tuple(_title(play.state, stage) for stage in undone),
        open_promises=tuple(_open_promises(play.state)),
    )


def _stops_at(customer: _Customer, play: Playthrough, known: int) -> int | None:
    """How much of a play's log was lived, where the rule stops what would go on."""
    if play.state.is_over:
        return None
    for at in range(known, len(play.log)):
        if customer.stops(play.log[at]):
            return at + 1
    return None


def _stages(log: Iterable[e.Event]) -> tuple[str, ...]:
    """The stages that were come to, each once, in order."""
    found = (each.stage for each in log if type(each) is e.StageEntered)
    return tuple(dict.fromkeys(found))


def _stopped(lived: Sequence[e.Event], state: State, ended_ms: int) -> Stopped:
    """The last place in a log, dated as what the participant lived is."""
    stage, touchpoint, at = "", "", 0
    for event in lived:
        at = event.story_ms
        match event:
            case e.StageEntered(stage=name):
                stage, touchpoint = name, ""
            case e.TouchpointEntered(touchpoint=name):
                touchpoint = name
            case _:
                pass
    dated = state.calendar.passes_a_week(max(at, ended_ms))
    when = state.calendar.moment(at, dated=dated)
    title = _title(state, stage) if stage else ""
    return Stopped(stage, title, touchpoint, at, when)


def _title(state: State, stage: str) -> str:
    there = state.copied()
    there.stage = stage
    return worded(there.script_stage.title, there)


def _outcome(lived: Iterable[e.Event]) -> str:
    """The ending's outcome; `left` or `open` where there was none."""
    outcome = "open"
    for event in lived:
        match event:
            case e.JourneyEnded(outcome=how):
                outcome = how
            case e.JourneyLeft():
                outcome = "left"
            case _:
                pass
    return outcome


def _is_help(event: e.Event) -> bool:
    match event:
        case e.PersonAnswered(able=able):
            return able
        case e.JourneyEnded(outcome=outcome):
            return outcome == SOLVED
        case _:
            return False


def _open_promises(state: State) -> Iterator[str]:
    says = state.script.journey.promises
    for name, promise in state.promises.items():
        if promise.status != "kept":
            yield worded(says.get(name, name.replace("_", " ")), state)
