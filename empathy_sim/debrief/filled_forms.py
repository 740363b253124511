"""Forms begun, and how far they came."""

from __future__ import annotations

from dataclasses import dataclass, replace

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Placed
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
    again: int = 0
    """How many fields were filled in again."""
    evidence: tuple[int, ...] = ()

    @property
    def is_at_last_page(self) -> bool:
        """Whether the last page was opened."""
        return self.accepted or self.reached >= self.pages


def forms_of(log: tuple[Placed, ...], names: Names) -> tuple[FilledForm, ...]:
    """Every visit to a form, in order."""
    found: list[FilledForm] = []
    filled: set[str] = set()
    for each in log:
        if each.place.kind != "form":
            continue
        match each.event:
            case e.TouchpointEntered():
                noun = names.noun(each.place)
                pages = len(noun.pages) if isinstance(noun, Form) else 1
                found.append(FilledForm(pages, evidence=(each.seq,)))
                filled = set()
            case e.FieldFilled(field=field) if found:
                found[-1] = replace(
                    found[-1], again=found[-1].again + (field in filled)
                )
                filled.add(field)
            case _ if found:
                found[-1] = _gone_on(found[-1], each)
            case _:
                pass
    return tuple(found)


def _gone_on(form: FilledForm, at: Placed) -> FilledForm:
    after = form
    match at.event:
        case e.StepTaken(step="page", facts=facts):
            number = int(str(facts.get("number", 1)))
            after = replace(form, reached=max(form.reached, number))
        case e.StepTaken(step="closed", facts={"how": "accepted"}):
            after = replace(form, accepted=True)
        case e.InputRefused():
            seqs = (*form.evidence, at.seq)
            after = replace(form, refusals=form.refusals + 1, evidence=seqs)
        case e.TouchpointLeft(exit=exit_):
            done = form.accepted or exit_ == "accepted"
            after = replace(form, accepted=done, evidence=(*form.evidence, at.seq))
        case _:
            pass
    return after
