"""What was done in a preview, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.state import State
from empathy_sim.rehearsal.remembering import NOWHERE, Spot

OVER = ""
"""The stage of a spot at which the story is over; its touchpoint is the ending."""
_LEFT = "left"
_LONGEST = 40
"""Characters of what was typed that are told again."""


_SAID: Mapping[type, str] = {
    m.HangUp: "Hang up",
    m.Leave: "Leave",
    m.Proceed: "Go on",
    m.Rate: "Rate",
    m.React: "Mark a feeling",
}


class Lapse(Struct, frozen=True):
    """Waiting is passed over: to the next thing that happens, or is asked."""

    until: Literal["next", "asked"] = "next"


Act = m.Move | Lapse


class Standing(Struct, frozen=True):
    """Where somebody stands who does nothing for a while after an act."""

    at: Spot = NOWHERE
    after_ms: int = 0
    """Story milliseconds since that visit began; once it is over, since the last did."""
    came: tuple[Spot, ...] = ()
    """Visits that began by waiting alone since the last act; `at` is their last."""


class Made(Struct, frozen=True):
    """An act, and what came of it."""

    before: Standing
    act: Act
    led: tuple[Spot, ...]
    """Visits that began with it; none where one stayed."""
    says: str
    """What was done, as a label: `Press 2`."""
    after: Standing | None = None
    """Where waiting that was passed over has led; None for a move."""

    @property
    def led_to(self) -> Spot:
        """Where one stood right after it."""
        return self.led[-1] if self.led else self.before.at


class Course(Struct, frozen=True):
    """Acts in their order, of which the first so many stand; the rest was taken back."""

    acts: tuple[Made, ...] = ()
    done: int = 0
    end: Standing = Standing()
    """Where one stood after the last act."""
    here: Standing | None = None
    """Where one stands, if one has waited or waiting has led elsewhere since."""
    former: Course | None = None
    """What was gone before a change of the file led elsewhere, to be tried again."""

    @property
    def standing(self) -> Standing:
        """Where one stands now: before what was taken back, or at the end."""
        if self.here is not None:
            return self.here
        return self.acts[self.done].before if self.may_go_forward else self.end

    @property
    def may_go_back(self) -> bool:
        return self.done > 0

    @property
    def may_go_forward(self) -> bool:
        return self.done < len(self.acts)

    def back(self, here: Standing) -> Course:
        """One act is taken back; what comes after the last one is remembered.

        Args:
            here: where one stands.
        """
        if not self.may_go_back:
            return self
        end = self.end if self.may_go_forward else here
        return Course(self.acts, self.done - 1, end)

    def forward(self) -> Course:
        """One act that was taken back is done again."""
        if not self.may_go_forward:
            return self
        return Course(self.acts, self.done + 1, self.end)

    def went(self, made: Made) -> Course:
        """Something else is done; what was taken back is gone."""
        acts = (*self.acts[: self.done], made)
        end = Standing(made.led_to) if made.after is None else made.after
        return Course(acts, len(acts), replace(end, came=()))

    def standing_at(self, here: Standing) -> Course:
        """The same, from where one stands now."""
        return replace(self, here=here)


def spot_of(state: State) -> Spot:
    """The visit that a state stands in."""
    if state.is_over:
        return Spot(OVER, state.ending or _LEFT, 0)
    visit = state.visits.get(state.path, 0)
    return Spot(state.stage, state.touchpoint, visit)


def spots_in(log: Iterable[e.Event], stage: str = "") -> tuple[Spot, ...]:
    """Every visit that begins in some events, and the end of the story.

    Args:
        log: events in their order.
        stage: the stage that is being played as they begin.
    """
    found: list[Spot] = []
    for event in log:
        match event:
            case e.StageEntered():
                stage = event.stage
            case e.TouchpointEntered():
                found.append(Spot(stage, event.touchpoint, event.visit))
            case e.JourneyEnded():
                found.append(Spot(OVER, event.ending, 0))
            case e.JourneyLeft():
                found.append(Spot(OVER, _LEFT, 0))
            case _:
                pass
    return tuple(found)


def standing_in(
    state: State, story_ms: int, log: Sequence[e.Event], since: int
) -> Standing:
    """Where somebody stands.

    Args:
        state: after everything that has happened.
        story_ms: the story instant, which may be after the last event.
        log: every event from the first.
        since: how many of them had happened after the last act.
    """
    entered = (each for each in reversed(log[:since]) if type(each) is e.StageEntered)
    stage = next((each.stage for each in entered), "")
    came = spots_in(log[since:], stage)
    return Standing(spot_of(state), max(0, story_ms - state.entered_ms), came)


def said_of(act: Act, scene: Scene) -> str:
    """An act in words, as the scene in which it is done has it."""
    match act:
        case m.Choose(option=option):
            says = _label(scene, option, option)
        case m.Press(key=key):
            says = f"Press {key}"
        case m.Say(text=text):
            says = f"Say: {_short(text)}"
        case m.FillIn(field=name):
            says = f"Fill in {_label(scene, name, name)}"
        case _:
            says = _SAID.get(type(act), "Run on")
    return says


def _label(scene: Scene, id_: str, otherwise: str) -> str:
    labels = (each.label for each in scene.offers if each.id == id_)
    return _short(next(labels, "") or otherwise)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
