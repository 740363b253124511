"""What a rehearsal tries to reach in a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Happens, Option
from empathy_sim.journey.touchpoints.call import Reply
from empathy_sim.journey.touchpoints.chat import Button, Intent
from empathy_sim.journey.touchpoints.counter import Meanwhile, Ticket
from empathy_sim.journey.touchpoints.days import Arrival
from empathy_sim.journey.touchpoints.hold import Drops
from empathy_sim.journey.touchpoints.menu import Hears, MenuOption
from empathy_sim.journey.touchpoints.order import OrderAction, Status
from empathy_sim.journey.touchpoints.search import (
    ArticleLink,
    ContactLink,
    Finds,
    Listing,
)
from empathy_sim.rehearsal.settled import always, never_drops, open_places, open_turns

Asked = Literal["entering", "anytime", "turn", "arriving"]
"""When a condition is asked: on entering, at any moment, in its turn, as it comes."""


class OptionAim(Struct, frozen=True):
    """Something that can be chosen, pressed, said or meant."""

    place: str
    turn: str
    """The turn of a call that it answers; empty elsewhere."""
    option: str
    says: str
    settled: bool
    """Whether the settings rule it out, or the place that it is at."""


class ExitAim(Struct, frozen=True):
    """A way for a touchpoint to be left that is no option."""

    place: str
    exit: str
    settled: bool


class SideAim(Struct, frozen=True):
    """A condition, of which both sides should be met."""

    place: str
    of: str
    """What it belongs to: `options.call-again`, `drops`."""
    says: str
    condition: Condition
    asked: Asked
    turn: str
    arrival: int
    """Which of a calendar's messages."""
    settled: bool
    """Whether settings decide it, or rule out the place that it is at."""


class Aims(Struct, frozen=True):
    """Everything that might be reached."""

    places: tuple[str, ...]
    """`stage/touchpoint` of each, as written."""
    open: frozenset[str]
    """Those that the settings do not rule out."""
    options: tuple[OptionAim, ...]
    exits: tuple[ExitAim, ...]
    sides: tuple[SideAim, ...]


class _Item(Struct, frozen=True):
    """A part of a touchpoint that may have a condition or be chosen."""

    field: str
    turn: str
    at: int
    value: Any
    within: tuple[Condition, ...]
    """The conditions of what it is a part of."""


def aims_of(script: Script) -> Aims:
    """Everything in a script that robots should get to."""
    opened = open_places(script)
    places, exits = list[str](), list[ExitAim]()
    options, sides = dict[tuple[str, str, str], OptionAim](), list[SideAim]()
    for stage, played in script.stages.items():
        for name, noun in played.scenario.touchpoints.items():
            place = f"{stage}/{name}"
            there = _There(place, played, place in opened, open_turns(noun, played))
            places.append(place)
            shut = {"dropped"} if never_drops(script, noun, played) else set[str]()
            exits += (
                ExitAim(place, each, each in shut or not there.opened)
                for each in noun.leads
            )
            for item in _items(noun):
                for option in _option(there, item):
                    key = (place, option.turn, option.option)
                    options.setdefault(key, option)
                sides += _side(there, item)
    return Aims(
        tuple(places), opened, tuple(options.values()), tuple(exits), tuple(sides)
    )


class _There(NamedTuple):
    """A touchpoint whose aims are being named."""

    place: str
    stage: ScriptStage
    opened: bool
    turns: frozenset[str]
    """The turns of a call that are open."""

    def is_open(self, item: _Item) -> bool:
        """Whether settings leave a way to a part of it."""
        shut = any(always(each, self.stage) is False for each in item.within)
        there = self.opened and (not item.turn or item.turn in self.turns)
        return there and not shut


def _items(
    noun: Any, turn: str = "", within: tuple[Condition, ...] = ()
) -> Iterator[_Item]:
    """Everything within a touchpoint that an author wrote as a part of it."""
    for name in noun.__struct_fields__:
        value = getattr(noun, name)
        match value:
            case tuple():
                parts = [(turn, at, each) for at, each in enumerate(value)]
            case Mapping():
                turned = name == "turns"
                parts = [(k if turned else turn, 0, each) for k, each in value.items()]
            case _:
                parts = [(turn, 0, value)]
        for its_turn, at, each in parts:
            yield from _item(_Item(name, its_turn, at, each, within))


def _item(item: _Item) -> Iterator[_Item]:
    match item.value:
        case Condition():
            pass
        case Struct():
            yield item
            when: Condition | None = getattr(item.value, "when", None)
            within = item.within if when is None else (*item.within, when)
            yield from _items(item.value, item.turn, within)
        case _:
            pass


def _option(there: _There, item: _Item) -> Iterator[OptionAim]:
    named = _named(item.value)
    if named is not None:
        when = getattr(item.value, "when", None)
        never = when is not None and always(when, there.stage) is False
        turn = item.turn if isinstance(item.value, Reply) else ""
        settled = never or not there.is_open(item)
        yield OptionAim(there.place, turn, *named, settled)


def _named(value: Any) -> tuple[str, str] | None:
    """The id and the words of what can be chosen; None of what is no option."""
    match value:
        case MenuOption(press=name, says=says):
            pass
        case Intent(id=id_, hears=hears):
            name, says = f"hears.{id_}", ", ".join(hears[:2])
        case Hears(name=name, words=(says, *_)):
            pass
        case Ticket() | Meanwhile():
            name, says = value.name, value.says
        case Finds(hears=hears):
            name, says = f"finds.{value.name}", ", ".join(hears[:2])
        case Reply() | Option() | OrderAction() | Button():
            name, says = value.name, value.says
        case ArticleLink() | ContactLink() | Listing():
            name, says = value.name, value.says
        case _:
            return None
    return name, " ".join(says.split())


def _side(there: _There, item: _Item) -> Iterator[SideAim]:
    when: Condition | None = getattr(item.value, "when", None)
    if when is None:
        return
    asked: Asked = "anytime"
    match item.value:
        case Drops() | Status():
            asked = "entering"
        case Reply():
            asked = "turn"
        case Arrival():
            asked = "arriving"
        case _:
            pass
    settled = not there.is_open(item) or always(when, there.stage) is not None
    yield SideAim(
        place=there.place,
        of=_called(item),
        says=said(when),
        condition=when,
        asked=asked,
        turn=item.turn,
        arrival=item.at,
        settled=settled,
    )


def _called(item: _Item) -> str:
    value = item.value
    match value:
        case MenuOption(press=name) | Intent(id=name):
            pass
        case Happens() | Listing() if hasattr(value, "name"):
            name = value.name
        case Drops():
            return item.field
        case _:
            name = str(item.at + 1)
    trail = f"turns.{item.turn}.{item.field}" if item.turn else item.field
    return f"{trail}.{name}"


def said(condition: Condition) -> str:
    """A condition as an author would write it, in one line."""
    for name, joins in (("all_", " and "), ("any_", " or ")):
        parts = getattr(condition, name)
        if parts is not None:
            return joins.join(said(each) for each in parts)
    if condition.not_ is not None:
        return f"not {said(condition.not_)}"
    subjects = ("setting", "visits", "asked_for", "resource", "exit", "promise")
    for name in (*subjects, "met", "chosen"):
        value = getattr(condition, name)
        if value is not None:
            return f"{name} {value}{_compared(condition)}"
    raise AssertionError("a condition has a subject")


def _compared(condition: Condition) -> str:
    if condition.at_least is not None:
        return f" at least {condition.at_least}"
    if condition.below is not None:
        return f" below {condition.below}"
    if condition.is_ is None:
        return ""
    is_ = condition.is_
    return f" is {str(is_).lower() if isinstance(is_, bool) else is_}"
