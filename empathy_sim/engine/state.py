"""Where a session stands: a fold over its events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct, field

from empathy_sim.engine.events import Event, WaitSort
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.moves import Instant, Pace
from empathy_sim.engine.scene import Notebook
from empathy_sim.engine.timing import Stretch, felt_after, waited_after
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Channel, Touchpoint
from empathy_sim.journey.units import DAY


class WaitUnderWay(Struct, frozen=True):
    """A wait that is being waited."""

    sort: WaitSort
    began: Instant
    length: int
    lived: tuple[Stretch, ...]
    cuts: tuple[Stretch, ...]
    """What is cut of it, and has not been passed yet."""

    def felt_at(self, story_ms: int) -> int:
        """The felt instant of a story instant of this wait, or after it."""
        waited = story_ms - self.began.story_ms
        over = max(0, waited - self.length)
        return self.began.felt_ms + felt_after(self.lived, waited) + over

    def story_at(self, felt_ms: int) -> int:
        """The story instant of a felt instant of this wait."""
        return self.began.story_ms + waited_after(
            self.lived, self.length, felt_ms - self.began.felt_ms
        )

    def cut_at(self, story_ms: int) -> int:
        """How much of the gap under way at an instant is over; 0 outside of gaps."""
        waited = story_ms - self.began.story_ms
        for begins, ends in self.cuts:
            if begins < waited <= ends:
                return waited - begins
        return 0


class Held(Struct, frozen=True):
    """What is left of a resource, and since when."""

    level: int
    since: int
    draining: bool = False

    def at(self, story_ms: int, resource: Resource) -> int:
        """What is left at a story instant; never under zero."""
        if not self.draining:
            return self.level
        gone = (story_ms - self.since) * resource.drains.amount // resource.drains.per
        return max(0, self.level - gone)

    def on_day(self, midnight: int, resource: Resource) -> Held:
        """The same on the day that begins then; a day's is whole each morning."""
        if resource.scope != "day" or midnight <= self.since < midnight + DAY:
            return self
        return Held(resource.starts, midnight, self.draining)

    def reaches(self, level: int, resource: Resource) -> int | None:
        """The story instant at which so much is left, while it drains."""
        if not self.draining:
            return None
        over = self.level - level
        if over <= 0:
            return self.since
        drains = resource.drains
        return self.since - (-over * drains.per // drains.amount)


STANDING = frozenset({"made", "moved"})
"""What is said of a promise that may yet be kept in time."""


class Promised(Struct, frozen=True):
    """A promise, as it stands."""

    due: int
    first_due: int
    status: Literal["made", "moved", "kept", "broken"] = "made"
    cause: str | None = None
    """The cause that answers for its breaking, as `stage/cause`."""

    @property
    def stands(self) -> bool:
        """Whether it may yet be kept in time."""
        return self.status in STANDING


class Dues(Struct, frozen=True):
    """What falls due wherever the customer is, and what that was worked out from."""

    resources: Mapping[str, Held]
    crossed: frozenset[str]
    promises: Mapping[str, Promised]
    midnight: int
    """The story instant at which the day ends for which they were worked out."""
    crossings: tuple[tuple[str, str, int], ...]
    """When resources pass their marks: resource, mark and story instant of each."""
    lapses: tuple[tuple[str, int], ...]
    """Promises that stand, and the story instant at which each lapses."""
    first: int | None
    """The earliest of all these."""


class Next(Struct, frozen=True):
    """When something happens by itself, in the story; None where nothing will."""

    at: int | None
    """What is first of all."""
    around: int | None
    """What is first apart from what the touchpoint's own kind does."""


class NotebookKept(Struct, frozen=True):
    """A notebook, and what it was written from."""

    cast: Cast | None
    people: tuple[str, ...]
    promises: Mapping[str, Promised]
    stage: str
    notebook: Notebook


class After(Struct, frozen=True):
    """Events that were decided upon in a state, and the state that came of it."""

    events: tuple[Event, ...]
    state: State


NO_FOLDS: Mapping[type[Event], Callable[[Any, Any], Any]] = MappingProxyType({})
"""Where there is no touchpoint, nothing is folded into its progress."""


class State(Struct):
    """A session's state. Treated as immutable: only `fold` writes to a copy."""

    script: Script
    calendar: Calendar
    cast: Cast | None = None
    phase: Phase = "contract"
    pace: Pace = "workshop"
    pace_asking: int = 0
    """The latest of the room's changes of pace that was answered, or came here."""
    pace_agreed: int = 0
    """The latest of them that was agreed to."""
    at_stage: str | None = None
    story_ms: int = 0
    felt_ms: int = 0
    uninterrupted: bool = False
    departments: tuple[str, ...] = ()
    paused: str | None = None

    stage: str = ""
    touchpoint: str = ""
    kind: str = ""
    entered_ms: int = 0
    noun: Any = None
    """The touchpoint as its author wrote it, for its own kind to read."""
    progress: Any = None
    """The touchpoint's private progress, folded by its own kind."""
    former: Any = None
    """That of the touchpoint just left, while the same contact goes on."""
    visits: Mapping[str, int] = field(default_factory=dict)
    """By `stage/touchpoint`."""
    exits: Mapping[str, str] = field(default_factory=dict)
    """The exit that each stage was last left by."""
    chosen: frozenset[str] = frozenset()
    """Options chosen, as `stage/option`."""

    contact: Channel | None = None
    contact_since: int = 0
    contacts: int = 0
    contact_visits: Mapping[str, int] = field(default_factory=dict)
    """Visits in the contact under way, by `stage/touchpoint`."""
    people: tuple[str, ...] = ()
    """Names the customer was given, in order."""
    wait: WaitUnderWay | None = None
    lived_waiting: int = 0
    """Felt milliseconds of waiting granted so far."""
    days_turned: int = 0
    long_wait_over: bool = False

    asked: Mapping[str, int] = field(default_factory=dict)
    given: Mapping[str, int] = field(default_factory=dict)
    met: Mapping[str, int] = field(default_factory=dict)
    promises: Mapping[str, Promised] = field(default_factory=dict)
    resources: Mapping[str, Held] = field(default_factory=dict)
    crossed: frozenset[str] = frozenset()
    """Marks that resources have passed, as `resource/mark`."""

    predictions: Mapping[str, int] = field(default_factory=dict)
    asks_feeling: str | None = None
    """Why the frame asks for a feeling now."""
    asked_feeling_felt_ms: int | None = None
    asked_here: bool = False
    reactions: int = 0
    messages: int = 0
    ending: str | None = None
    left: bool = False

    # Worked out once and remembered: no part of what a state is.
    known_folds: Mapping[type[Event], Callable[[Any, Any], Any]] = NO_FOLDS
    """What each event makes of the progress; the rules of the touchpoint's kind."""
    known_next: Next | None = None
    """None until it is asked."""
    known_dues: Dues | None = None
    known_notebook: NotebookKept | None = None
    known_after: After | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and all(
            getattr(self, name) == getattr(other, name) for name in PARTS
        )

    __hash__ = None  # type: ignore[assignment]

    @property
    def now(self) -> Instant:
        """The instant of the last event."""
        return Instant(self.story_ms, self.felt_ms)

    @property
    def script_stage(self) -> ScriptStage:
        """The stage being played."""
        return self.script.stages[self.stage]

    @property
    def touchpoint_noun(self) -> Touchpoint:
        """The touchpoint being played."""
        noun: Touchpoint = self.noun
        return noun

    @property
    def path(self) -> str:
        """`stage/touchpoint`."""
        return f"{self.stage}/{self.touchpoint}"

    @property
    def is_over(self) -> bool:
        """Whether the journey has come to an end, or was left."""
        return self.ending is not None or self.left

    def felt_at(self, story_ms: int) -> int:
        """The felt instant of a story instant not before now."""
        if self.wait is not None:
            return max(self.felt_ms, self.wait.felt_at(story_ms))
        return self.felt_ms + story_ms - self.story_ms

    def story_at(self, felt_ms: int) -> int:
        """The story instant of a felt instant not before now."""
        if self.wait is not None:
            return max(self.story_ms, self.wait.story_at(felt_ms))
        return self.story_ms + felt_ms - self.felt_ms

    def copied(self) -> State:
        """A copy to fold events into."""
        copied: State = _copy(self)
        copied.known_next = copied.known_after = None
        return copied

    def resource_at(self, name: str, story_ms: int) -> int:
        """What is left of a resource at an instant."""
        noun = self.script.journey.customer.resources[name]
        return self.held(name, story_ms).at(story_ms, noun)

    def held(self, name: str, story_ms: int) -> Held:
        """A resource as it is held at an instant; a day's is whole each morning."""
        noun = self.script.journey.customer.resources[name]
        return self.resources[name].on_day(self.calendar.midnight(story_ms), noun)


_copy = attrgetter("__copy__")(State)
PARTS = tuple(name for name in State.__struct_fields__ if not name.startswith("known_"))
"""The names of everything that a state is."""


def before(script: Script) -> State:
    """The state before a session's first event."""
    return State(script=script, calendar=Calendar.of(script.journey.begins))


def is_of_use(resource: Resource, stage: str) -> bool:
    """Whether a resource goes, and is shown, in a stage; before the first, all are."""
    return not stage or not resource.stages or stage in resource.stages


def held_from(state: State, *, story_ms: int, runs: bool = True) -> dict[str, Held]:
    """Every resource, settled at an instant and draining as the state now says.

    Args:
        state: where the customer is.
        story_ms: the instant.
        runs: whether what goes all the time goes now as well.
    """
    settled: dict[str, Held] = {}
    goes_on, on_the_phone = not state.is_over, state.contact == "phone"
    known, midnight = state.resources, state.calendar.midnight(story_ms)
    for name, noun in state.script.journey.customer.resources.items():
        on = on_the_phone if noun.while_ == "phone" else runs
        drains = on and goes_on and is_of_use(noun, state.stage)
        held = known.get(name) or Held(noun.starts, story_ms, drains)
        if noun.scope == "day":
            held = held.on_day(midnight, noun)
        if held.draining != drains or (drains and held.since != story_ms):
            held = Held(held.at(story_ms, noun), story_ms, drains)
        settled[name] = held
    return settled
