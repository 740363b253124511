"""A hold: music, and a timer."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.getters import query_one

from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.hold import HoldFace
from empathy_sim.journey.units import MINUTE, spoken
from empathy_sim.tui.widgets.phone import Phone
from empathy_sim.tui.widgets.phone_music import Heard, Music
from empathy_sim.tui.widgets.phone_told import Told
from empathy_sim.tui.widgets.phone_top import Signal


class HoldPhone(Phone):
    """A phone that plays music, and what was last announced."""

    HELP = """
You are on hold. There is nothing to do but wait, or hang up with **F8**. The keys of the
phone work all the same: the digits, `*` and `#`, or the mouse.
"""
    DEFAULT_CSS = "HoldPhone Told { height: 2; }"

    music = query_one(Music)
    told = query_one(Told)

    def display_parts(self) -> ComposeResult:
        yield Music()
        yield Told()

    def draw(self, scene: Scene) -> Signal:
        match scene.face:
            case HoldFace() as face:
                return self._draw(face, scene.story_ms)
            case _:
                return "dead"

    def _draw(self, face: HoldFace, now_ms: int) -> Signal:
        heard = Heard(
            face.music, face.last, now_ms - face.last_from, waits=face.press is not None
        )
        self.music.show(heard, now_ms // 1_000)
        self.told.show(_announced(face))
        if heard.is_spoken:
            return "recording"
        return "listening" if face.press is not None else "on hold"


def _announced(face: HoldFace) -> tuple[tuple[str, str], ...]:
    """The wait and the place as they were last announced."""
    rows = []
    if face.estimate is not None:
        wait = spoken(max(face.estimate, MINUTE) // MINUTE * MINUTE)
        rows.append(("Announced wait", wait))
    if face.position is not None:
        rows.append(("Announced place", str(face.position)))
    return tuple(rows)


DEVICE = HoldPhone
