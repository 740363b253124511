"""What it took, all of you together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from empathy_sim.debrief.phrases import capital, number, times
from empathy_sim.workshop.group.answers import Summed
from empathy_sim.workshop.group.drawn import Step, Table
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.told import hours, people, some_of_it

_TOLD: Mapping[str, str] = {
    "sat_through": "Waiting that you sat through",
    "minutes_waited": "Waiting of your customers",
    "contacts": "Contacts for help",
    "needless_contacts": "Contacts that should never have been needed",
    "transfers": "Times passed on",
    "cut_off": "Times cut off",
    "facts_repeated": "Facts asked for after they had been given",
    "identity_checks": "Times identity was checked",
    "refusals": "Answers refused",
    "retyped_fields": "Fields filled in again",
    "promises_made": "Promises made",
    "promises_kept": "Promises kept",
    "promises_broken": "Promises broken",
    "promises_moved": "Dates put off",
    "apologies": "Apologies played while your customers waited",
    "apologies_heard": "Apologies in the waiting that you sat through",
    "kindnesses": "Small things done right",
}
"""Lived measures that are summed, in the order of telling, and what each is called."""
_OF_TIME = frozenset({"sat_through", "minutes_waited"})
_CUE = (
    "Read the first line aloud, and wait. Then ask: which of these numbers stands in "
    "one of our reports? Which would we have to add up by hand?"
)


def step_together(room: Room, tells: Releaser) -> Step:
    """Receipts, summed over everybody who played."""
    summed = {name: sum_of(room, tells, name) for name in _TOLD}
    found = {
        name: each.value for name, each in summed.items() if each.value is not None
    }
    says = tuple(_says(found)) or (next(iter(summed.values())).withheld,)
    return Step(
        id="together",
        heading="What it took, together",
        says=says,
        shown=(_table(found, summed, tells),) if found else (),
        cue=_CUE,
    )


def sum_of(room: Room, tells: Releaser, measure: str) -> Summed:
    """A lived measure, summed over everybody who played."""
    values = {seat: each.lived.get(measure, 0) for seat, each in room.played.items()}
    return tells.total(f"lived/{measure}", values)


def _table(
    found: Mapping[str, int], summed: Mapping[str, Summed], tells: Releaser
) -> Table:
    of = max(each.of for each in summed.values())
    is_partial = any(summed[name].of < of for name in found)
    notes = (
        some_of_it(tells.ledger.least),
        "Those who came later are not in every sum." if is_partial else "",
    )
    return Table(
        title=f"{capital(people(of))}, added up",
        heads=("What", "Together"),
        rows=tuple(
            (_TOLD[name], hours(value) if name in _OF_TIME else f"{value:,}")
            for name, value in found.items()
        ),
        numbers=(1,),
        note=" ".join(each for each in notes if each),
    )


def _says(found: Mapping[str, int]) -> Iterator[str]:
    yield from _waiting(found.get("sat_through"), found.get("minutes_waited"))
    yield from _contacts(found.get("contacts"), found.get("needless_contacts"))
    repeated = found.get("facts_repeated")
    if repeated:
        yield (
            f"{capital(times(repeated))} they were asked for something that they had "
            "given already."
        )
    yield from _promises(found)
    kind = found.get("kindnesses")
    if kind:
        yield f"{capital(number(kind))} small things were done right."


def _waiting(sat: int | None, waited: int | None) -> Iterator[str]:
    if sat and waited:
        yield (
            f"Together you sat through {hours(sat)}; your customers waited "
            f"{hours(waited)}."
        )
    elif waited:
        yield f"Together your customers waited {hours(waited)}."
    elif sat:
        yield f"Together you sat through {hours(sat)} of waiting."


def _contacts(contacts: int | None, needless: int | None) -> Iterator[str]:
    if not contacts:
        return
    says = f"Your customers asked for help {times(contacts)}"
    if needless:
        yield f"{says}; {number(needless)} of these should never have been needed."
    else:
        yield f"{says}."


def _promises(found: Mapping[str, int]) -> Iterator[str]:
    made, kept = found.get("promises_made"), found.get("promises_kept")
    moved = found.get("promises_moved")
    if made:
        said = f"{capital(number(made))} promises were made"
        said += f", and {number(kept)} kept" if kept else ""
        yield f"{said}; dates were put off {times(moved)}." if moved else f"{said}."
