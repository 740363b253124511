"""What may be told of a room."""

from __future__ import annotations

from collections import Counter
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)

from msgspec.structs import replace

from empathy_sim.debrief.phrases import number
from empathy_sim.workshop.group.answers import (
    HIGH,
    LOW,
    MIDDLE,
    Counted,
    Middle,
    Summed,
    counted_in,
    quarters_of,
    too_few,
)
from empathy_sim.workshop.group.ledger import Batch, Ledger, Tick
from empathy_sim.workshop.group.suppressing import (
    Guard,
    ToldApart,
    most_of,
    told_apart,
)

_SUM = "sum"


class Releaser:
    """Tells things of a room and keeps the ledger of it."""

    def __init__(self, ledger: Ledger, ticked: Mapping[Tick, Collection[str]]) -> None:
        """Open what may be opened of what was ticked.

        Args:
            ledger: everything told so far.
            ticked: the seats by what they have ticked, as it stands now.
        """
        self._ticked = {tick: frozenset(seats) for tick, seats in ticked.items()}
        for tick, seats in self._ticked.items():
            ledger = ledger.opening(tick, seats)
        self._ledger = ledger

    @property
    def ledger(self) -> Ledger:
        """Everything told so far, with what was told through this."""
        return self._ledger

    def shows(self, tick: Tick, seat: str) -> bool:
        """Whether what this seat ticked may be shown: ticked now, and not held."""
        return seat in self._ticked.get(tick, ()) and seat in self._ledger.opened_by(
            tick
        )

    def held(self, tick: Tick) -> frozenset[str]:
        """Seats that ticked too late: their part would tell of those who did not."""
        return self._ticked.get(tick, frozenset()) - self._ledger.opened_by(tick)

    def counts(
        self,
        statistic: str,
        values: Mapping[str, str],
        categories: Sequence[str],
        opened_by: Tick | None = None,
        *,
        may: Mapping[str, Collection[str]] | None = None,
        beside: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Counted:
        """People by what is so of each.

        Everybody of whom something is told belongs in it, with a category for whoever
        has nothing to tell: else how many it is about would tell of them.

        Args:
            statistic: what it is; everything told of one person by it has one name.
            values: by seat, the category that a person is in.
            categories: every category there can be.
            opened_by: what a person can tick that tells their own part.
            may: by category, who can be in it, as far as anybody sees who has come
                where; everybody if it is left out.
            beside: other statistics whose groups may lie within these or around them,
                each with its values.
        """
        known, fresh = self._parted(statistic, values, opened_by)
        if len(fresh) >= self._ledger.least:
            guard = self._guard(may, beside)
            before = _grouped(values, self._ledger.covered(statistic))
            guard = replace(guard, before=before if beside else {})
            told = told_apart(_grouped(values, fresh), categories, guard)
            self._add(_batch_of(told, statistic, fresh, opened_by))
            fresh = frozenset()
        counted = counted_in(
            self._ledger.of(statistic), Counter(values[seat] for seat in known)
        )
        return replace(
            counted,
            withheld=_why(counted, values, self._ledger.least),
            waiting=len(fresh),
        )

    def most(self, statistic: str, values: Mapping[str, str]) -> Counted:
        """What is so of more than half of enough people, and no number.

        Args:
            statistic: what it is.
            values: by seat, the category that a person is in.
        """
        _, fresh = self._parted(statistic, values, None)
        if len(fresh) >= self._ledger.least:
            told = most_of(_grouped(values, fresh), self._guard(None, None))
            self._add(_batch_of(told, statistic, fresh, None))
        return counted_in(self._ledger.of(statistic), Counter())

    def total(
        self,
        statistic: str,
        values: Mapping[str, int],
        opened_by: Tick | None = None,
        *,
        of_some: bool = True,
        may: Collection[str] | None = None,
    ) -> Summed:
        """A sum over people; those who ticked their own part are in it at once.

        Args:
            statistic: what it is.
            values: by seat, what is summed.
            opened_by: what a person can tick that tells their own part.
            of_some: whether enough people must have something in it, and not nought:
                so many that there may be as well some who have none.
            may: who can have something in it, as far as anybody sees who has come
                where; everybody if it is left out.
        """
        known, fresh = self._parted(statistic, values, opened_by)
        some = sum(values[seat] != 0 for seat in fresh)
        least = self._enough_of(len(fresh)) if of_some else 0
        open_to = fresh if may is None else fresh & frozenset(may)
        enough = not of_some or some >= least < len(open_to)
        if enough and len(open_to) >= self._ledger.least:
            cells = {_SUM: sum(values[seat] for seat in fresh)}
            batch = Batch(
                statistic=statistic,
                seats=tuple(sorted(fresh)),
                cells=cells,
                spare=min(len(open_to) - self._ledger.least, least - 1)
                if of_some
                else len(open_to) - self._ledger.least,
                opened_by=opened_by,
            )
            self._add(batch)
            fresh = frozenset()
        batches = self._ledger.of(statistic)
        of = sum(len(each.seats) for each in batches) + len(known)
        value = sum(each.cells[_SUM] for each in batches)
        value += sum(values[seat] for seat in known)
        return Summed(
            of=of,
            value=value if of else None,
            withheld="" if of else too_few(self._ledger.least),
            waiting=len(fresh),
        )

    def middle(
        self, statistic: str, values: Mapping[str, int], *, upper: bool = False
    ) -> Middle:
        """The middle of what many people have; of twice as many also a half.

        Args:
            statistic: what it is.
            values: by seat, one person's value.
            upper: whether half of them have that much or more; else that or less.
        """
        before = self._ledger.covered(statistic)
        cohort = self._joined(statistic, values)
        if cohort != before:
            those = sorted(values[seat] for seat in cohort & values.keys())
            self._tell(quarters_of(those, self._ledger.least, upper=upper))
        told = self._ledger.of(statistic)[-1].cells if cohort else {}
        return Middle(
            of=len(cohort),
            middle=told.get(MIDDLE),
            low=told.get(LOW),
            high=told.get(HIGH),
            withheld="" if cohort else too_few(self._ledger.least),
            waiting=len(values.keys() - cohort),
        )

    def ranked(
        self,
        statistic: str,
        seats: Iterable[str],
        rank: Callable[[frozenset[str]], Sequence[str]],
    ) -> tuple[str, ...]:
        """An order that enough people make together; it stays as it was told.

        Args:
            statistic: what it is.
            seats: everybody who has a part in it.
            rank: makes the order that some of them make; the first comes first.
        """
        those = frozenset(seats)
        before = self._ledger.covered(statistic)
        cohort = self._joined(statistic, those)
        if cohort != before:
            order = enumerate(rank(cohort & those), 1)
            self._tell({name: place for place, name in order})
        return tuple(self._ledger.of(statistic)[-1].cells) if cohort else ()

    def _joined(self, statistic: str, seats: Iterable[str]) -> frozenset[str]:
        """Whose part is in it, with those who are new where they are enough."""
        fresh = frozenset(seats) - self._ledger.covered(statistic)
        if len(fresh) >= self._ledger.least:
            self._add(Batch(statistic=statistic, seats=tuple(sorted(fresh)), cells={}))
        return self._ledger.covered(statistic)

    def _enough_of(self, people: int) -> int:
        """How many must have something in a sum, so that it tells of nobody.

        Told of all or of none it would tell of each.
        """
        return min(self._ledger.least, people // 2 + 1)

    def _tell(self, cells: dict[str, int]) -> None:
        """Put into the last batch what is told with it."""
        *others, last = self._ledger.batches
        batches = (*others, replace(last, cells=cells))
        self._ledger = replace(self._ledger, batches=batches)

    def said(self, statistic: str, values: Mapping[str, str]) -> tuple[str, ...]:
        """What enough people said alike, of those who did not tick their word.

        Enough others have to have said something else.

        Args:
            statistic: what was asked.
            values: by seat, what was said, spelled alike where it is alike.
        """
        _, fresh = self._parted(statistic, values, "word")
        least = self._ledger.least_of_words
        alike = Counter(values[seat] for seat in fresh)
        most = len(fresh) - self._ledger.least
        often = sorted(word for word, n in alike.items() if least <= n <= most)
        if often:
            batch = Batch(
                statistic=statistic,
                seats=tuple(sorted(fresh)),
                cells=dict.fromkeys(often, least),
                spare=len(fresh) - least - 1,
                opened_by="word",
            )
            self._add(batch)
        batches = self._ledger.of(statistic)
        return tuple(dict.fromkeys(word for each in batches for word in each.cells))

    def _parted(
        self, statistic: str, values: Mapping[str, object], opened_by: Tick | None
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Who has shown their own part, and who is new; neither is in a batch."""
        rest = frozenset(values) - self._ledger.covered(statistic)
        known = rest & self._ledger.opened_by(opened_by)
        return known, rest - known

    def _add(self, batch: Batch) -> None:
        self._ledger = self._ledger.telling(batch)

    def _guard(
        self,
        may: Mapping[str, Collection[str]] | None,
        beside: Mapping[str, Mapping[str, str]] | None,
    ) -> Guard:
        """What is known besides, whoever has come where and whatever was told."""
        return Guard(
            least=self._ledger.least,
            may={name: frozenset(those) for name, those in (may or {}).items()},
            told=tuple(_told_in(self._ledger, beside or {})),
        )


def _grouped(
    values: Mapping[str, str], seats: Iterable[str]
) -> dict[str, frozenset[str]]:
    """Who of some seats is in which category."""
    groups: dict[str, set[str]] = {}
    for seat in seats:
        if seat in values:
            groups.setdefault(values[seat], set()).add(seat)
    return {name: frozenset(those) for name, those in groups.items()}


def _told_in(
    ledger: Ledger, beside: Mapping[str, Mapping[str, str]]
) -> Iterator[frozenset[str]]:
    for statistic, values in beside.items():
        batches = ledger.of(statistic)
        for batch in batches:
            yield from _told_of(batch, values)
        if len(batches) > 1:
            every = sorted(ledger.covered(statistic))
            yield from _told_of(replace(batches[0], seats=tuple(every)), values)


def _told_of(batch: Batch, values: Mapping[str, str]) -> Iterable[frozenset[str]]:
    """The groups whose size is told by a batch, of those who are still there."""
    groups = _grouped(values, batch.seats)
    told = [those for name, those in groups.items() if name in batch.cells]
    rest = [those for name, those in groups.items() if name not in batch.cells]
    return [*told, frozenset[str]().union(*rest)] if told else []


def _batch_of(
    told: ToldApart, statistic: str, seats: Iterable[str], opened_by: Tick | None
) -> Batch:
    return Batch(
        statistic=statistic,
        seats=tuple(sorted(seats)),
        cells=told.cells,
        elsewhere=told.elsewhere,
        most=told.most,
        banded=told.banded,
        spare=told.spare,
        opened_by=opened_by,
    )


def _why(counted: Counted, values: Mapping[str, object], least: int) -> str:
    if not counted.of:
        return too_few(least) if values else ""
    if counted.elsewhere:
        return (
            f"Where fewer than {number(least)} would stand alone, they stand together."
        )
    if not counted.cells:
        return "Exact numbers would tell of single people, so they are left out."
    return ""
