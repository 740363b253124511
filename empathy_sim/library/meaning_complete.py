"""Whether something can always be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.touchpoint import Option, Touchpoint
from empathy_sim.journey.touchpoints.counter import Counter, Ticket
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.library.meaning_exits import leads_by
from empathy_sim.library.meaning_never import Choices, choices_of, is_complete
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path


def perhaps_nothing(scenario: Scenario) -> Iterator[Wrong]:
    """Touchpoints where all that can be chosen has a condition, and none may hold.

    Of conditions one always holds where they are each other's contrary, or name all
    that a setting can be.
    """
    choices = choices_of(scenario)
    for name, touchpoint in scenario.touchpoints.items():
        yield from _perhaps_nothing(touchpoint, ("touchpoints", name), choices)


def _perhaps_nothing(
    touchpoint: Touchpoint, at: Path, choices: Choices
) -> Iterator[Wrong]:
    match touchpoint:
        case Notice(options=options) if not leads_by(touchpoint, "read"):
            if _may_be_none(options, choices):
                says = "every option has a condition, so there may be no way on"
                hint = "add leads: {read: ...}, for when none of them holds"
                yield Wrong("E320", (*at, "options"), says, hint, on_key=True)
        case Counter(tickets=tickets) if _may_be_none(tickets, choices):
            says = "every ticket has a condition, so there may be none to draw"
            hint = "let one ticket have no when"
            yield Wrong("E320", (*at, "tickets"), says, hint, on_key=True)
        case _:
            pass


def _may_be_none(offered: Sequence[Option | Ticket], choices: Choices) -> bool:
    conditions = [each.when for each in offered if each.when is not None]
    if not offered or len(conditions) < len(offered):
        return False
    return not is_complete(conditions, choices)
