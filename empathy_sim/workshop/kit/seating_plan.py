"""Who sits on each chair of a room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from empathy_sim.workshop.kit.movers import Mover
from empathy_sim.workshop.kit.seats import Seats

_A_PAIR = 2
"""One plays, and one watches."""


class Chair(Struct, frozen=True, kw_only=True):
    """A place, and whom it is kept for."""

    department: str
    """Whose leader sits there; empty for anybody else."""
    leader: int = 1
    """Which leader of that department it is, from one on."""
    mends: int = 0
    """How many targets of whoever plays there they can mend; of a watcher only."""


class Screen(Struct, frozen=True, kw_only=True):
    """A screen: who plays at it, and who watches."""

    plays: Chair
    watch: tuple[Chair, ...] = ()


class SeatingPlan(Struct, frozen=True, kw_only=True):
    """One plan for all chairs, as many as there are people."""

    screens: tuple[Screen, ...]
    """Those with a department first, in the order in which it matters."""
    unseated: tuple[str, ...] = ()
    """Departments for which no chair is left."""

    @property
    def named(self) -> tuple[Screen, ...]:
        """Screens at which a department has a chair."""
        return tuple(
            each
            for each in self.screens
            if any(chair.department for chair in (each.plays, *each.watch))
        )

    @property
    def others(self) -> tuple[Screen, ...]:
        """Screens at which no department has one."""
        return self.screens[len(self.named) :]

    @property
    def leaders(self) -> dict[str, int]:
        """How many leaders of each department it seats."""
        return dict(
            Counter(
                chair.department
                for each in self.screens
                for chair in (each.plays, *each.watch)
                if chair.department
            )
        )


def seating_plan(movers: Sequence[Mover], seats: Seats, come: int) -> SeatingPlan:
    """Seat everybody, the departments that meet most of their own targets first.

    Args:
        movers: the departments whose leaders come, in the order of what they meet.
        seats: how many play, how many watch.
        come: from how many departments people come, also from those that the journey
            never meets.
    """
    return _Seating(movers, seats, max(1, seats.people // max(1, come))).done()


class _Seating:
    """A plan while it is made: a list of chairs a screen, who plays first."""

    def __init__(self, movers: Sequence[Mover], seats: Seats, leaders: int) -> None:
        self._movers = {each.department: each for each in movers}
        self._seats = seats
        self._leaders = leaders
        self._seated: Counter[str] = Counter()
        self._screens: list[list[Chair]] = []

    def done(self) -> SeatingPlan:
        self._players()
        self._watchers()
        self._watchers()
        self._left_over()
        unseated = tuple(each for each in self._movers if not self._seated[each])
        self._others()
        return SeatingPlan(
            screens=tuple(
                Screen(plays=plays, watch=tuple(watch))
                for plays, *watch in self._screens
            ),
            unseated=unseated,
        )

    def _players(self) -> None:
        """Each whose own target is met plays.

        Where only one leader comes from each, whoever is to watch is chosen at once:
        those who meet most come first.
        """
        for mover in self._movers.values():
            free = not self._seated[mover.department]
            if mover.meets and free and self._may_play:
                self._screens.append([self._chair(mover.department)])
                if self._leaders == 1:
                    self._watcher(self._screens[-1])

    def _watchers(self) -> None:
        """One more beside each screen, where somebody can mend what is met there."""
        for screen in self._screens:
            self._watcher(screen)

    def _left_over(self) -> None:
        """Departments without a chair: they watch whom they can mend, or play."""
        for mover in self._movers.values():
            name = mover.department
            if self._seated[name]:
                continue
            screen = next(self._can_be_mended_by(name), None)
            if screen is not None and (self._seats_to_watch and not mover.meets):
                screen.append(self._chair(name, screen))
            elif self._may_play:
                self._screens.append([self._chair(name)])
            elif (screen := screen or next(self._with_room(), None)) is not None:
                screen.append(self._chair(name, screen))

    def _others(self) -> None:
        """Everybody else, so that as many play and watch as are to."""
        named = len(self._screens)
        anybody = Chair(department="")
        while self._may_play:
            self._screens.append([anybody])
        order = [*self._screens[named:], *self._screens[:named]]
        for is_first in (True, False):
            for screen in order:
                fits = len(screen) == 1 if is_first else self._has_room(screen)
                if fits and self._seats_to_watch:
                    screen.append(anybody)

    def _watcher(self, screen: list[Chair]) -> None:
        """One more beside a screen; a department that has no chair yet comes first."""
        if not self._has_room(screen):
            return
        beside = self._movers[screen[0].department].beside
        there = {each.department for each in screen}
        menders = (each.department for each in beside)
        free = (each for each in menders if each not in there and self._is_free(each))
        chosen = min(free, key=lambda each: self._seated[each] > 0, default=None)
        if chosen is not None:
            screen.append(self._chair(chosen, screen))

    def _is_free(self, department: str) -> bool:
        """Whether somebody from there comes who has no chair yet."""
        comes = department in self._movers
        return comes and self._seated[department] < self._leaders

    def _chair(self, department: str, beside: Sequence[Chair] = ()) -> Chair:
        self._seated[department] += 1
        mends = 0
        if beside and (played := beside[0].department):
            mends = self._movers[played].mended_by(department)
        return Chair(
            department=department, leader=self._seated[department], mends=mends
        )

    def _can_be_mended_by(self, department: str) -> Iterator[list[Chair]]:
        for screen in self._with_room():
            if self._movers[screen[0].department].mended_by(department):
                yield screen

    def _with_room(self) -> Iterator[list[Chair]]:
        """Screens beside which one more may sit, those without anybody first."""
        for screen in sorted(self._screens, key=len):
            if self._has_room(screen):
                yield screen

    def _has_room(self, screen: Sequence[Chair]) -> bool:
        """Whether one more may watch there, as the room is divided."""
        if not self._seats_to_watch:
            return False
        if len(screen) == 1:
            return True
        threes = sum(len(each) > _A_PAIR for each in self._screens)
        return len(screen) == _A_PAIR and threes < self._seats.threes

    @property
    def _may_play(self) -> bool:
        return len(self._screens) < self._seats.playing

    @property
    def _seats_to_watch(self) -> int:
        """Chairs to watch from that nobody has yet."""
        taken = sum(len(each) - 1 for each in self._screens)
        return self._seats.watching - taken
