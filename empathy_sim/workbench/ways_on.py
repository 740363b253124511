"""Where each touchpoint of a script leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import END, Script, ScriptStage
from empathy_sim.journey.walking import Mention, walked
from empathy_sim.rehearsal.aims import said
from empathy_sim.workbench.around import is_never, whens_at


class Way(NamedTuple):
    """One way on from a touchpoint."""

    label: str
    """What leads there: an exit, or in quotes what is chosen, pressed or said."""
    when: str
    """Its condition, as written; empty where there is none."""
    shut: bool
    """Whether the stage's settings rule it out."""
    target: str
    """A touchpoint of the scenario, or one of its exits."""


def ways_on(stage: ScriptStage, touchpoint: str) -> tuple[Way, ...]:
    """Every way on from a touchpoint, in the order of its fields."""
    seen = walked(stage.scenario.touchpoints[touchpoint])
    nouns = dict(seen.nouns)
    found = (_way(each, whens_at(each.at, nouns), stage) for each in seen.of("target"))
    return tuple(dict.fromkeys(found))


def _way(mention: Mention, whens: Sequence[Condition], stage: ScriptStage) -> Way:
    return Way(
        _label(mention),
        " and ".join(map(said, whens)),
        is_never(whens, stage),
        mention.name,
    )


def _label(mention: Mention) -> str:
    within: Any = mention.within
    if mention.at[-2:-1] == ("leads",):
        return str(mention.at[-1])
    if isinstance(visits := getattr(within, "visits", None), int):
        return f"after {visits} visits"
    names = [getattr(within, each, None) for each in ("press", "name", "id")]
    name = next((str(each) for each in names if each), "")
    says = getattr(within, "says", None)
    if name and isinstance(says, str):
        press = f"{names[0]} " if names[0] else ""
        return f"{press}\u201c{' '.join(says.split())}\u201d"
    parts = [each for each in mention.at[:-1] if isinstance(each, str)]
    return name or ": ".join(parts) or str(mention.at[-1])


class Destination(NamedTuple):
    """Where a way comes out in the end."""

    stage: str
    """The stage it leads to; empty where it ends the journey."""
    touchpoint: str
    ending: str
    """The ending it leads to; empty where it goes on."""


def destination(script: Script, stage: ScriptStage, target: str) -> Destination:
    """Where a target of a touchpoint comes out: here, in another stage, at the end."""
    if target in stage.scenario.touchpoints:
        return Destination(stage.id, target, "")
    onward = stage.leads.get(target, f"{END}{target}")
    if onward in script.stages:
        return Destination(onward, script.stages[onward].scenario.starts, "")
    return Destination("", "", onward.removeprefix(END))


def in_story_order(scenario: Scenario) -> tuple[str, ...]:
    """A scenario's touchpoints as they are led to, breadth first; then all others."""
    edges = edges_of(scenario)
    found = dict.fromkeys([scenario.starts])
    waiting = [scenario.starts]
    for place in waiting:
        new = [to for to in edges.get(place, ()) if to in edges and to not in found]
        found |= dict.fromkeys(new)
        waiting += dict.fromkeys(new)
    return tuple(dict.fromkeys([*found, *scenario.touchpoints]))


def edges_of(scenario: Scenario) -> Mapping[str, Sequence[str]]:
    """The touchpoints and exits that each touchpoint leads to."""
    return {
        name: [each.name for each in walked(noun).of("target")]
        for name, noun in scenario.touchpoints.items()
    }


def branching(script: Script) -> Iterator[int]:
    """How many different ways lead on from each touchpoint, none that is shut."""
    for stage in script.stages.values():
        for name in stage.scenario.touchpoints:
            yield len({each.target for each in ways_on(stage, name) if not each.shut})
