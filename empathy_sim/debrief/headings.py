"""What each cause is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.phrases import listed, times


def headings_of(causes: Sequence[CauseFound]) -> Mapping[str, str]:
    """A heading for each cause by its id, as a clause; no two are the same.

    It is what the cause did. Where two did the same, each is told apart by where it
    was met; where that is the same too, by whose target it is, and by the target.
    """
    apart: dict[str, list[str]] = {each.id: [] for each in causes}
    for further in _FURTHER:
        same = Counter(_heading(each, apart[each.id]) for each in causes)
        alike = [each for each in causes if same[_heading(each, apart[each.id])] > 1]
        for each in alike:
            apart[each.id] = [*apart[each.id], *filter(None, (further(each),))]
    return {each.id: _heading(each, apart[each.id]) for each in causes}


def _heading(cause: CauseFound, apart: Sequence[str]) -> str:
    return f"{_did(cause)} ({', '.join(apart)})" if apart else _did(cause)


def _did(cause: CauseFound) -> str:
    return "; ".join(
        f"{each.says}, {times(each.times)}" if each.times > 1 else each.says
        for each in cause.frictions
    )


def _where(cause: CauseFound) -> str:
    stages = (stage for each in cause.frictions for stage in each.where)
    return listed(dict.fromkeys(stages))


_FURTHER: Sequence[Callable[[CauseFound], str]] = (
    _where,
    lambda cause: cause.department,
    lambda cause: cause.kept_by,
)
