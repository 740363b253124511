"""The names a debrief uses: places, facts, people, times."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from empathy_sim.debrief.phrases import on_one_line
from empathy_sim.debrief.placed import Log, Place
from empathy_sim.engine import events as e
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.state import State, before
from empathy_sim.engine.wording import worded
from empathy_sim.journey.journey import Like
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.units import MINUTE

_KINDS = {
    "call": "on the telephone",
    "chat": "in the chat",
    "counter": "while waiting",
    "days": "the days after",
    "form": "on a web page",
    "hold": "on hold",
    "menu": "in the phone menu",
    "order": "on the order page",
    "search": "in the help centre",
    "survey": "a survey",
}
_OWN_ARTICLES = ("the ", "your ", "my ", "a ", "an ", "their ", "our ")
_NAMING = (
    *(e.JourneyBegan, e.Consented, e.PaceChanged, e.PaceAnswered, e.StageEntered),
    *(e.PromiseMade, e.PromiseMoved, e.PromiseKept, e.PromiseBroken),
)
"""The events that name somebody or something."""
_OF_RESOURCES = "<resource."
_A_WORD = 2
_STOPS = ("?", ".", "!")


@lru_cache(maxsize=2_048)
def _as_written(text: str) -> str:
    """A text of an author's without names in it, on one line."""
    return on_one_line(text)


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called, as the session ended."""

    script: Script
    state: State
    """Whom it is for, and what was promised; of anything else it knows nothing."""
    log: Log
    _places: dict[Place, str] = field(default_factory=dict, repr=False, compare=False)
    _stages: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _whens: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, script: Script, log: Log) -> Names:
        """The names of one session."""
        state = fold(before(script), (each.event for each in log.of(*_NAMING)))
        if log:
            state.story_ms, state.felt_ms = log[-1].story_ms, log[-1].felt_ms
        return cls(script, state, log)

    @property
    def customer(self) -> str:
        """The customer's first name; `the customer` where nobody was cast."""
        cast = self.state.cast
        return cast.person.first_name if cast else "the customer"

    def words(self, text: str, stage: str = "") -> str:
        """A text of the author's, as this customer would read it, on one line."""
        if "<" not in text:
            return _as_written(text)
        there = self._state_for(text).copied()
        there.stage = stage if stage in self.script.stages else there.stage
        return on_one_line(worded(text, there))

    def _state_for(self, text: str) -> State:
        """What is left of a resource is known only once everything is folded."""
        if _OF_RESOURCES not in text:
            return self.state
        return fold(before(self.script), (each.event for each in self.log))

    def stage(self, stage: str) -> str:
        """The title of a stage; its id where the script has none such."""
        known = self._stages.get(stage)
        if known is None:
            noun = self.script.stages.get(stage)
            known = self.words(noun.title, stage) if noun else stage
            self._stages[stage] = known
        return known

    def place(self, place: Place) -> str:
        """`Holding, on hold`; empty outside the story."""
        known = self._places.get(place)
        if known is None:
            known = self._places[place] = self._place(place)
        return known

    def _place(self, place: Place) -> str:
        title, what = self.stage(place.stage), _KINDS.get(place.kind, "")
        if not title or not what:
            return title or what
        return f"{title} ({what})" if title.endswith(_STOPS) else f"{title}, {what}"

    def noun(self, place: Place) -> Touchpoint | None:
        """The touchpoint of a place, as it is written; None outside the story."""
        stage = self.script.stages.get(place.stage)
        return stage.scenario.touchpoints.get(place.touchpoint) if stage else None

    def fact(self, fact: str) -> str:
        """`the order number`, by what the notebook calls it."""
        held = self.script.journey.customer.holds.get(fact)
        says = held.says if isinstance(held, Like) else None
        name = self.words(says) if says else fact.replace("_", " ")
        if not name[1:_A_WORD].isupper():
            name = name[:1].lower() + name[1:]
        return name if name.startswith(_OWN_ARTICLES) else f"the {name}"

    def promise(self, promise: str) -> str:
        """What was promised, as the journey says it."""
        says = self.script.journey.promises.get(promise)
        return self.words(says) if says else promise.replace("_", " ")

    def when(self, story_ms: int) -> str:
        """`Tuesday 12:41`; `Tuesday 17 June, 12:41` in a log of more than a week."""
        calendar = self.state.calendar
        minute = (calendar.at + story_ms) // MINUTE
        known = self._whens.get(minute)
        if known is None:
            dated = calendar.passes_a_week(self.state.story_ms)
            known = self._whens[minute] = calendar.moment(story_ms, dated=dated)
        return known

    def date(self, story_ms: int) -> str:
        """`Thursday 19 June`."""
        return self.state.calendar.says_date(story_ms)
