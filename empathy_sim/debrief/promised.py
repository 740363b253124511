"""Every promise, from its making to its end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from empathy_sim.debrief.placed import Log
from empathy_sim.engine import events as e

PROMISES = (e.PromiseMade, e.PromiseMoved, e.PromiseKept, e.PromiseBroken)


@dataclass(frozen=True, slots=True)
class PromiseStory:
    """What became of one promise."""

    id: str
    made_ms: int
    first_due_ms: int
    due_ms: int
    """The last date given."""
    moved_later: int = 0
    """How often its date was put off."""
    kept_ms: int | None = None
    lapsed: bool = False
    """Whether its last date passed before it was kept."""
    denied: bool = False
    """Whether somebody took it back."""
    evidence: tuple[int, ...] = ()
    """Everything that was said or done about it."""
    moved_evidence: tuple[int, ...] = ()
    """The events that put it off."""
    ended_evidence: tuple[int, ...] = ()
    """The events that kept it or broke it."""

    dates_given: int = 0
    """How many dates the customer was told for it, the first among them."""

    @property
    def is_kept(self) -> bool:
        """Whether it came true, on whatever date."""
        return self.kept_ms is not None

    @property
    def is_broken(self) -> bool:
        """Whether it lapsed or was taken back at some time."""
        return self.lapsed or self.denied


def promises_of(log: Log) -> tuple[PromiseStory, ...]:
    """Every promise of a log, in the order in which they were first heard of."""
    found: dict[str, PromiseStory] = {}
    for each in log.of(*PROMISES):
        match each.event:
            case (
                e.PromiseMade()
                | e.PromiseMoved()
                | e.PromiseKept()
                | e.PromiseBroken() as event
            ):
                name, now = event.promise, each.story_ms
                known = found.get(name) or PromiseStory(name, now, now, now)
                told = _told(known, event, new=name not in found)
                found[name] = _with_evidence(known, told, each.seq)
            case _:
                pass
    return tuple(found.values())


def _with_evidence(known: PromiseStory, told: PromiseStory, seq: int) -> PromiseStory:
    """A promise with the event that was told of it last."""
    put_off = told.moved_later > known.moved_later
    ended = (told.kept_ms, told.lapsed, told.denied) != (
        *(known.kept_ms, known.lapsed, known.denied),
    )
    return replace(
        told,
        evidence=(*told.evidence, seq),
        moved_evidence=(*told.moved_evidence, *((seq,) if put_off else ())),
        ended_evidence=(*told.ended_evidence, *((seq,) if ended else ())),
    )


def _told(
    known: PromiseStory,
    event: e.PromiseMade | e.PromiseMoved | e.PromiseKept | e.PromiseBroken,
    *,
    new: bool,
) -> PromiseStory:
    match event:
        case e.PromiseMade(due_ms=due):
            first = due if new else known.first_due_ms
            put_off = not new and due > known.due_ms
            later = known.moved_later + put_off
            return replace(
                known,
                first_due_ms=first,
                due_ms=due,
                moved_later=later,
                dates_given=known.dates_given + (new or due != known.due_ms),
            )
        case e.PromiseMoved(from_ms=was, to_ms=to):
            first = was if new else known.first_due_ms
            later = known.moved_later + (to > was)
            return replace(
                known,
                first_due_ms=first,
                due_ms=to,
                moved_later=later,
                dates_given=known.dates_given + 1 + new,
            )
        case e.PromiseKept(story_ms=kept):
            return replace(known, kept_ms=kept)
        case e.PromiseBroken(how=how):
            return replace(
                known,
                lapsed=known.lapsed or how == "lapsed",
                denied=known.denied or how == "denied",
            )
