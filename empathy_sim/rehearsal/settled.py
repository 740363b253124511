"""What a script's settings have decided beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.freezing import freeze
from empathy_sim.journey.scenario import SettingValue
from empathy_sim.journey.script import END, Script, ScriptStage
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.call import Call
from empathy_sim.journey.touchpoints.call import Turn as CallTurn
from empathy_sim.journey.touchpoints.hold import Hold

_DROPPED = frozenset({"gave_up", "still_waiting"})


def always(condition: Condition, stage: ScriptStage) -> bool | None:
    """How a condition always comes out with a stage's settings; None if it depends."""
    if condition.setting is not None:
        wanted = True if condition.is_ is None else condition.is_
        return _setting(stage, condition.setting) == wanted
    here = partial(always, stage=stage)
    if condition.not_ is not None:
        inner = here(condition.not_)
        return None if inner is None else not inner
    if condition.all_ is not None:
        return _joined([here(each) for each in condition.all_], decides=False)
    if condition.any_ is not None:
        return _joined([here(each) for each in condition.any_], decides=True)
    return None


def _setting(stage: ScriptStage, name: str) -> SettingValue:
    return stage.settings.get(name, stage.scenario.settings[name].default)


def _joined(parts: list[bool | None], *, decides: bool) -> bool | None:
    if decides in parts:
        return decides
    return None if None in parts else not decides


def open_places(script: Script) -> frozenset[str]:
    """The touchpoints that some way leads to, with the settings as they are.

    A way through an option whose condition settings rule out is none.

    Returns:
        `stage/touchpoint` of each.
    """
    seen: set[str] = set()
    waiting = [f"{script.first}/{script.stages[script.first].scenario.starts}"]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting.extend(_onward(script, *path.split("/")))
    return frozenset(seen)


def open_turns(noun: Touchpoint, stage: ScriptStage) -> frozenset[str]:
    """The turns of a call that some way leads to; nothing where there are none."""
    match noun:
        case Call(starts=starts, turns=turns):
            seen: set[str] = set()
            waiting = [starts]
            while waiting:
                name = waiting.pop()
                if name not in seen and name in turns:
                    seen.add(name)
                    waiting.extend(_thens(turns[name], stage))
            return frozenset(seen)
        case _:
            return frozenset()


def _thens(turn: CallTurn, stage: ScriptStage) -> Iterator[str]:
    asked = (each.then for each in (turn.asks, turn.on_hold) if each is not None)
    replied = (
        reply.then
        for reply in turn.replies
        if reply.when is None or always(reply.when, stage) is not False
    )
    yield from (each for each in (turn.then, *asked, *replied) if each)


def never_drops(script: Script, noun: Touchpoint, stage: ScriptStage) -> bool:
    """Whether nothing can cut a call short there."""
    resources = script.journey.customer.resources.values()
    if any(each.at_zero == "drops_call" for each in resources):
        return False
    match noun:
        case Call():
            return True
        case Hold(drops=drops, still_there=None):
            if drops is None or drops.when is None:
                return drops is None
            return always(drops.when, stage) is False
        case _:
            return False


def _onward(script: Script, stage: str, touchpoint: str) -> Iterator[str]:
    played, noun = script.stages[stage], script.touchpoint(stage, touchpoint)
    plain = dict(freeze(noun))
    if never_drops(script, noun, played):
        leads = plain.get("leads", {})
        plain["leads"] = {k: v for k, v in leads.items() if k != "dropped"}
    if "turns" in plain:
        turns = open_turns(noun, played)
        plain["turns"] = [each for k, each in plain["turns"].items() if k in turns]
    for target in _targets(plain, played):
        if target in played.scenario.touchpoints:
            yield f"{stage}/{target}"
            continue
        onward = played.leads.get(target, END)
        if not onward.startswith(END) and onward in script.stages:
            yield f"{onward}/{script.stages[onward].scenario.starts}"


def giving_up(script: Script) -> frozenset[tuple[str, str]]:
    """The options that end the journey at once with nothing solved.

    Returns:
        `stage/touchpoint` and the option of each.
    """
    endings = script.journey.endings
    found: set[tuple[str, str]] = set()
    for stage, played in script.stages.items():
        ends = {
            exit_
            for exit_, target in played.leads.items()
            if target.startswith(END)
            and endings[target.removeprefix(END)].outcome in _DROPPED
        }
        for name, noun in played.scenario.touchpoints.items():
            place = f"{stage}/{name}"
            found |= {(place, each) for each in _leading(noun, ends)}
    return frozenset(found)


def _leading(noun: Any, targets: AbstractSet[str]) -> Iterator[str]:
    """The names of a touchpoint's options that lead to some targets."""
    for option in _options(noun):
        if option.leads in targets:
            yield getattr(option, "press", None) or option.name


def _options(noun: Any) -> Iterator[Any]:
    for name in ("options", "links", "actions", "contacts"):
        yield from getattr(noun, name, ())
    articles: Mapping[str, Any] = getattr(noun, "articles", {})
    for article in articles.values():
        yield from article.links


def _targets(plain: Any, stage: ScriptStage) -> Iterator[str]:
    """Wherever anything leads that settings do not rule out."""
    match plain:
        case {"when": Mapping() as when} if _never(when, stage):
            return
        case {"@": "AtMost", "then": str(target)}:
            yield target
        case {"leads": str(target)}:
            yield target
        case {"leads": Mapping() as leads}:
            yield from leads.values()
        case _:
            pass
    for part in _parts(plain):
        yield from _targets(part, stage)


def _parts(plain: Any) -> Iterable[Any]:
    match plain:
        case Mapping():
            return plain.values()
        case list() | tuple():
            return plain
        case _:
            return ()


def _never(plain: Mapping[str, Any], stage: ScriptStage) -> bool:
    return always(_thawed(plain), stage) is False


def _thawed(plain: Mapping[str, Any]) -> Condition:
    """A condition from its plain form."""
    one, several = ("not_",), ("all_", "any_")
    made: dict[str, Any] = {k: v for k, v in plain.items() if k != "@"}
    made |= {name: _thawed(made[name]) for name in one if name in made}
    made |= {name: tuple(map(_thawed, made[name])) for name in several if name in made}
    return Condition(**made)
