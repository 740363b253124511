"""Forms begun, and how far they came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.engine import events as e
from empathy_sim.journey.touchpoints.form import Form


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One visit to a form."""

    pages: int
    reached: int = 0
    """The furthest page that was opened, from 1."""
    accepted: bool = False
    refusals: int = 0
    """How many answers were not taken."""
    again: tuple[int, ...] = ()
    """The events of filling in a field anew, at this visit or since an earlier one."""
    evidence: tuple[int, ...] = ()

    @property
    def is_at_last_page(self) -> bool:
        """Whether the last page was opened."""
        return self.accepted or self.reached >= self.pages


@dataclass(slots=True)
class _Visit:
    """A visit as it goes on."""

    pages: int
    evidence: list[int]
    reached: int = 0
    accepted: bool = False
    refusals: int = 0
    again: list[int] = field(default_factory=list)

    def see(self, at: Placed, filled: set[tuple[str, str, str]]) -> None:
        """Take in what happened next."""
        match at.event:
            case e.FieldFilled(field=name, length=length):
                key = (at.place.stage, at.place.touchpoint, name)
                if key in filled and length:
                    self.again.append(at.seq)
                filled.add(key)
            case e.StepTaken(step="page", facts=facts):
                self.reached = max(self.reached, int(str(facts.get("number", 1))))
            case e.StepTaken(step="closed", facts={"how": "accepted"}):
                self.accepted = True
            case e.InputRefused():
                self.refusals += 1
                self.evidence.append(at.seq)
            case e.TouchpointLeft(exit=exit_):
                self.accepted = self.accepted or exit_ == "accepted"
                self.evidence.append(at.seq)
            case _:
                pass

    def told(self) -> FilledForm:
        """The visit as it ended."""
        return FilledForm(
            self.pages,
            self.reached,
            self.accepted,
            self.refusals,
            tuple(self.again),
            tuple(self.evidence),
        )


def forms_of(log: Log, names: Names) -> tuple[FilledForm, ...]:
    """Every visit to a form, in order."""
    entered = log.of(e.TouchpointEntered)
    if not any(each.place.kind == "form" for each in entered):
        return ()
    return tuple(each.told() for each in _visits(log, names))


_FOLLOWED = (e.FieldFilled, e.StepTaken, e.InputRefused, e.TouchpointLeft)


def _visits(log: Log, names: Names) -> Iterable[_Visit]:
    found: list[_Visit] = []
    filled: set[tuple[str, str, str]] = set()
    for each in log.of(e.TouchpointEntered, *_FOLLOWED):
        if each.place.kind != "form":
            continue
        match each.event:
            case e.TouchpointEntered():
                noun = names.noun(each.place)
                pages = len(noun.pages) if isinstance(noun, Form) else 1
                found.append(_Visit(pages, [each.seq]))
            case _ if found:
                found[-1].see(each, filled)
            case _:
                pass
    return found
