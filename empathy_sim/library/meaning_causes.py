"""Whether all that goes wrong has a cause."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.touchpoint import Promising, Touchpoint
from empathy_sim.journey.units import Unreadable
from empathy_sim.journey.walking import Walked
from empathy_sim.library.meaning_frictions import causes_beside, possible
from empathy_sim.library.meaning_settings import check_value
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.walks import walk_of

_NOBODY = frozenset({"agent", "agents", "the agent", "the agents"})


def wrong_causes(scenario: Scenario, unclear: Collection[str] = ()) -> Iterator[Wrong]:
    """Causes that blame an agent, and fixes that set what cannot be set.

    Args:
        scenario: whose causes.
        unclear: settings that are declared, and nobody can tell how.
    """
    for name, cause in scenario.causes.items():
        at: Path = ("causes", name)
        yield from owned(cause.department, (*at, "department"))
        yield from owned(cause.fix.department, (*at, "fix", "department"))
        yield from _sets(scenario, name, unclear)


def is_nobody(department: str) -> bool:
    """Whether this is no department, but the people who are caught in the cause."""
    return department.strip().casefold() in _NOBODY


def owned(department: str, at: Path) -> Iterator[Wrong]:
    """What is wrong with the department that something lies with."""
    if is_nobody(department):
        yield Wrong(
            "E332",
            at,
            "no cause lies with the agent, who is caught in it too",
            "name the department that sets the rule, the staffing or the system",
        )


def _sets(scenario: Scenario, name: str, unclear: Collection[str]) -> Iterator[Wrong]:
    for setting, value in scenario.causes[name].fix.sets.items():
        if setting in unclear:
            continue
        at: Path = ("causes", name, "fix", "sets", setting)
        declared = scenario.settings.get(setting)
        if declared is None:
            says = f'"{setting}" is not a setting of this scenario'
            hint = nearest(setting, scenario.settings, "its settings:")
            yield Wrong("E301", at, says, hint, on_key=True, name=setting)
            continue
        try:
            check_value(declared, value)
        except Unreadable as wrong:
            yield Wrong("E333", at, wrong.says, wrong.hint)


def uncaused(scenario: Scenario, again: Collection[str]) -> Iterator[Wrong]:
    """Touchpoints at which something can go wrong for no reason given.

    Args:
        scenario: whose touchpoints.
        again: those that can be visited a second time.
    """
    for name, touchpoint in scenario.touchpoints.items():
        at: Path = ("touchpoints", name)
        codes = dict.fromkeys(_without_cause(touchpoint, again=name in again))
        if codes:
            causes = nearest("", scenario.causes, "one of") or "a cause of your own"
            yield Wrong(
                "E328",
                at,
                f'"{name}" has no cause for what can happen at it: '
                + ", ".join(f"{code} ({FRICTIONS[code].says})" for code in codes),
                f"write cause: and {causes}",
                on_key=True,
            )


def _without_cause(touchpoint: Touchpoint, *, again: bool) -> Iterator[str]:
    if touchpoint.cause is not None:
        return
    seen = walk_of(touchpoint)
    made = (
        code
        for code in possible(touchpoint, again=again)
        if None in causes_beside(touchpoint, code)
    )
    codes = [*made, *_of_promises(seen), *_named(seen)]
    for code in codes:
        if code in FRICTIONS and code not in touchpoint.causes:
            yield code


def _of_promises(seen: Walked) -> Iterator[str]:
    for _, noun in seen.nouns:
        match noun:
            case Promising(promises=made, moves=moves, denies=denies):
                yield from ["promise_broken"] * bool(made or moves)
                yield from ["promise_slipped"] * bool(moves)
                yield from ["contradicted"] * bool(denies)
            case _:
                pass


def _named(seen: Walked) -> Iterator[str]:
    """Frictions that the author names, but for those with a cause beside them."""
    for mention in seen.of("friction"):
        if mention.on_key or mention.at[-1] != "friction":
            continue
        if not getattr(mention.within, "cause", None):
            yield mention.name
