"""What an outline says of places and ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from empathy_sim.journey.cause import Cause
from empathy_sim.journey.touchpoint import Felt
from empathy_sim.rehearsal.rehearsed import PlaceCount
from empathy_sim.workbench.outline import EndingAtAGlance, Outline, StageAtAGlance
from empathy_sim.workbench.pains import Pain
from empathy_sim.workbench.rehearsal_words import OUTCOMES
from empathy_sim.workbench.setting_out import many, percent
from empathy_sim.workbench.ways_on import Destination


def opening(outline: Outline) -> str:
    """How much there is, and what a rehearsal found, in a few sentences."""
    contacts = sum(len(each.contacts) for each in outline.stages)
    size = [many(contacts, "touchpoint"), many(len(outline.endings), "ending")]
    if not outline.alone:
        size.insert(0, many(len(outline.stages), "stage"))
    tried = "Everything was tried"
    played = f"{tried}, and {many(outline.plays, 'robot')} played it."
    return f"{', '.join(size)}. {played if outline.plays else f'{tried}.'}"


def came(reach: PlaceCount | None, plays: int) -> str:
    """How many of the robots came to a place, in a word or two."""
    if reach is None:
        return ""
    if reach.is_missed:
        return "never"
    if reach.settled:
        return "shut"
    if reach.plays:
        return percent(reach.plays, plays)
    return "tried" if reach.explored else "never"


def came_of(reach: PlaceCount | None, plays: int) -> str:
    """The same in numbers: `68 of 200 robots`."""
    if reach is None or not reach.plays:
        return came(reach, plays)
    return f"{reach.plays:,} of {many(plays, 'robot')}"


def where(to: Destination, here: str, outline: Outline) -> str:
    """Where a way comes out: a touchpoint here, another stage, an ending."""
    if to.ending:
        return f"ends {to.ending}"
    if to.stage == here:
        return to.touchpoint
    titles = {each.id: each.title for each in outline.stages}
    return f"stage {to.stage} ({titles[to.stage]})"


def leads_to(stage: StageAtAGlance) -> str:
    """Where a stage can lead: other stages, then endings."""
    onward = dict.fromkeys(each.stage for each in stage.leads if not each.ending)
    ends = dict.fromkeys(each.ending for each in stage.leads if each.ending)
    parts = [f"leads to {', '.join(onward)}"] if onward else []
    if ends:
        parts.append(f"ends {', '.join(ends)}")
    return "; ".join(parts) or "leads nowhere"


def gist(stage: StageAtAGlance, *, alone: bool) -> str:
    """What is in a stage, in a sentence."""
    hurting = sum(bool(each.pains) for each in stage.contacts)
    wrong = f", {hurting} can go wrong" if hurting else ""
    plays = "" if alone else f"{stage.plays}: "
    return f"{plays}{many(len(stage.contacts), 'touchpoint')}{wrong}; {leads_to(stage)}"


def felt(feels: Felt) -> str:
    """A feeling as two steps of the grid."""
    return f"pleasant {_signed(feels.pleasant)}, aroused {_signed(feels.aroused)}"


def _signed(step: int) -> str:
    return f"{step:+d}" if step else "0"


def pains_in_words(
    pains: Iterable[Pain], causes: Mapping[str, Cause]
) -> Iterator[tuple[str, str]]:
    """What can go wrong, and why: the frictions of each cause together."""
    ordered = sorted(pains, key=lambda each: each.cause)
    for cause, those in groupby(ordered, key=lambda each: each.cause):
        codes = ", ".join(dict.fromkeys(each.code for each in those))
        noun = causes.get(cause)
        yield codes, f"{cause} ({noun.department}, {noun.kind})" if noun else cause


def fixed_by(name: str, cause: Cause) -> str:
    """A cause with the target that keeps it, and who can mend it."""
    fix = cause.fix
    return (
        f"{name}: {cause.department}, {cause.kind}; kept by \u201c{cause.kept_by}\u201d; "
        f"{fix.department} can mend it at {fix.cost} cost"
    )


def outcome(name: str) -> str:
    """An outcome in words."""
    return OUTCOMES.get(name, name)


def outcome_of(ending: EndingAtAGlance) -> str:
    """An ending's outcome, with its id where that says something else."""
    says = outcome(ending.outcome)
    return says if says == ending.id.replace("_", " ") else f"{says} ({ending.id})"
