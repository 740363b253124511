"""A way, gone once more to be told."""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from empathy_sim.engine import events as e
from empathy_sim.engine.state import State
from empathy_sim.engine.wording import worded
from empathy_sim.rehearsal.searching import Searching
from empathy_sim.rehearsal.stepping import Step
from empathy_sim.rehearsal.tally import Progress
from empathy_sim.rehearsal.visits import FAR
from empathy_sim.rehearsal.ways import Way, WayStep


class _Walked(NamedTuple):
    """Where one has come on a way, and how."""

    state: State
    told: tuple[WayStep, ...]
    helped_ms: int | None
    """The story instant."""
    outcome: str


def steps_of(log: Iterable[e.Event]) -> tuple[Step, ...]:
    """The touchpoints left in a log, with their exits, in order."""
    stage, left = "", list[Step]()
    for event in log:
        match event:
            case e.StageEntered(stage=name):
                stage = name
            case e.TouchpointLeft(touchpoint=name, exit=exit_):
                left.append(Step(f"{stage}/{name}", exit_))
            case _:
                pass
    return tuple(left)


@dataclass
class Retelling:
    """Goes ways again from a start, step by step."""

    searching: Searching
    start: State

    def way(self, steps: Sequence[Step]) -> Generator[Progress, None, Way | None]:
        """A way by its steps, soonest to help; None where it cannot be gone."""
        reached = yield from self._walk(steps)
        ended = [each for each in reached[-1] if each.outcome] if reached else []
        if not ended:
            return None
        walked = min(ended, key=_soonest)
        begun, helped = self.start, walked.helped_ms
        under_way = begun.contact is not None
        return Way(
            helped_ms=None if helped is None else helped - begun.story_ms,
            took_ms=walked.state.story_ms - begun.story_ms,
            outcome=walked.outcome,
            contacts=walked.state.contacts - begun.contacts + under_way,
            steps=walked.told,
        )

    def least(self, steps: Sequence[Step]) -> Generator[Progress, None, int | None]:
        """The least that it takes to reach help by some steps; None if they do not."""
        reached = yield from self._walk(steps)
        helped = min(_soonest(each)[0] for those in reached for each in those)
        return None if helped == FAR else helped - self.start.story_ms

    def _walk(
        self, steps: Sequence[Step]
    ) -> Generator[Progress, None, list[list[_Walked]]]:
        """Everywhere that the steps lead, as far as they can be gone, step by step."""
        reached: list[list[_Walked]] = [[] for _ in range(len(steps) + 1)]
        reached[0].append(_Walked(self.start, (), None, ""))
        for at in range(len(steps)):
            kept: dict[tuple[int, Hashable], _Walked] = {}
            for walked in reached[at]:
                if walked.outcome:
                    continue
                onward = yield from self._onward(walked, steps[at:])
                for length, after in onward:
                    key = (at + length, self._key(after))
                    known = kept.get(key)
                    if known is None or _soonest(after) < _soonest(known):
                        kept[key] = after
            for (place, _), after in kept.items():
                reached[place].append(after)
        while len(reached) > 1 and not reached[-1]:
            reached.pop()
        return reached

    def _key(self, walked: _Walked) -> Hashable:
        return self.searching.search.key(walked.state), walked.helped_ms is not None

    def _onward(
        self, walked: _Walked, steps: Sequence[Step]
    ) -> Generator[Progress, None, list[tuple[int, _Walked]]]:
        state = walked.state
        visit = yield from self.searching.visit(state)
        found = []
        for telling in visit.tellings:
            length = len(telling.left)
            if telling.left != tuple(steps[:length]):
                continue
            helped = walked.helped_ms
            if helped is None and telling.helped is not None:
                helped = state.story_ms + telling.helped
            told = _told(self.start, telling.state, telling.left, telling.says)
            after = _Walked(
                telling.state, (*walked.told, *told), helped, telling.outcome
            )
            found.append((length, after))
        return found


def _soonest(walked: _Walked) -> tuple[int, int]:
    helped = FAR if walked.helped_ms is None else walked.helped_ms
    return helped, walked.state.story_ms


def _told(
    start: State, state: State, left: tuple[Step, ...], says: str
) -> Iterator[WayStep]:
    for step in left:
        stage, _, touchpoint = step.place.partition("/")
        title = worded(start.script.stages[stage].title, state)
        at = state.story_ms - start.story_ms
        yield WayStep(stage, title, touchpoint, step.exit, says, at)
