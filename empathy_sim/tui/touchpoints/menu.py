"""A phone menu: a voice, and keys."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one

from empathy_sim.engine.moves import Say
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.menu import MenuFace
from empathy_sim.tui.widgets.phone import Phone
from empathy_sim.tui.widgets.phone_captions import Caption, Captions, spoken
from empathy_sim.tui.widgets.phone_line import PhoneLine, SpokenLine
from empathy_sim.tui.widgets.phone_told import Told
from empathy_sim.tui.widgets.phone_top import Signal

_SPEAK = "Say something, or press a key"


class MenuPhone(Phone):
    """A phone with a recorded voice in it, as it reads out what can be pressed."""

    HELP = """
A recorded voice. Its words appear as it says them. Press the keys of the phone at any
time: the digits, `*` and `#` on the keyboard, or the mouse. Where it listens to words,
type them and press Enter. **F8** hangs up.
"""
    captions = query_one(Captions)
    told = query_one(Told)
    line = query_one(PhoneLine)

    def display_parts(self) -> ComposeResult:
        yield Captions()
        yield Told()
        yield PhoneLine("say", keys=True)

    def draw(self, scene: Scene) -> Signal:
        match scene.face:
            case MenuFace() as face:
                return self._draw(face, scene)
            case _:
                return "dead"

    def _draw(self, face: MenuFace, scene: Scene) -> Signal:
        *before, last = face.said or (face.line,)
        # A key may have cut the sentence short.
        since = min(scene.story_ms, face.ends) - face.began
        said = (*(Caption(each) for each in before), spoken(last, since_ms=since))
        self.captions.show(said)
        self.told.show((("Keyed in", face.keyed),) if face.keyed else ())
        offer = scene.offer("say")
        self.line.offer(_SPEAK if offer else "", offer.limit if offer else 0)
        return "speaking" if face.speaking else "listening"

    @on(PhoneLine.Given)
    def _say(self, given: PhoneLine.Given) -> None:
        given.stop()
        self.move(Say(given.words))

    @on(SpokenLine.Keyed)
    def _key(self, keyed: SpokenLine.Keyed) -> None:
        keyed.stop()
        self.press(keyed.key)

    def refused(self, says: str, field: str | None) -> bool:
        del field
        return self.line.refuse(says)

    def typed(self, key: str) -> bool:
        return super().typed(key) or self.captions.typed(key)


DEVICE = MenuPhone
